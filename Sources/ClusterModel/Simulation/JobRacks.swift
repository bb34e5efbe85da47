/// The racks of a job that lies on whole racks, as on an NVLink domain: it uses so many nodes of each,
/// and the other nodes of a rack are spares of that rack only.
///
/// Seats are numbered by place in the job's list of racks: seat s is in the (s / nodesOfRack)-th.
struct JobRacks: ~Copyable {
  /// Whether the job lies on whole racks.
  let areUsed: Bool
  /// Nodes of each rack that the job uses.
  let nodesOfRack: Int
  private let nodesPerRack: Int
  private let jobRacks: Int
  private let racks: Int
  /// Racks of the job that are no longer those of the start, by their place in it.
  private var places = SparseTable<Int32>(placeholder: -1)
  /// Nodes that wait in each rack, where that is not as at the start.
  private var waiting = SparseTable<Int32>(placeholder: 0)
  /// Vacant seats of each place, where there were any.
  private var vacant = SparseTable<Int32>(placeholder: 0)
  /// Racks that the job does not use, but for those from `nextFresh` on that it never used.
  private(set) var idle = [Int32]()
  /// How many of them, the first, it never used.
  private(set) var neverUsed = 0
  private var nextFresh = 0
  /// Nodes retired in each rack, where there are any.
  private var retired = SparseTable<Int32>(placeholder: 0)
  /// Racks that have too few nodes left for the job.
  private var lost = 0

  init(cluster: Cluster, job: Job) {
    areUsed = job.nodesOfRack != nil
    nodesOfRack = job.nodesOfRack ?? 1
    nodesPerRack = cluster.nodesPerRack
    jobRacks = job.nodes / nodesOfRack
    racks = cluster.allNodes / nodesPerRack
    if areUsed {
      precondition(nodesOfRack <= nodesPerRack && job.nodes % nodesOfRack == 0)
      precondition(jobRacks <= racks, "the job needs \(jobRacks) racks of \(racks)")
    }
    reset()
  }

  /// Puts every rack back to where it was at the start.
  mutating func reset() {
    places.removeAll()
    waiting.removeAll()
    vacant.removeAll()
    idle.removeAll(keepingCapacity: true)
    neverUsed = 0
    nextFresh = jobRacks
    retired.removeAll()
    lost = 0
  }

  /// The seat that a node takes at the start; −1 if it waits.
  @inline(__always)
  func seatAtStart(of node: Int) -> Int {
    let (rack, place) = node.quotientAndRemainder(dividingBy: nodesPerRack)
    return place < nodesOfRack && rack < jobRacks ? rack * nodesOfRack + place : -1
  }

  /// The node that takes a seat at the start.
  @inline(__always)
  func nodeAtStart(inSeat seat: Int) -> Int {
    let (rack, place) = seat.quotientAndRemainder(dividingBy: nodesOfRack)
    return rack * nodesPerRack + place
  }

  /// The rack that a seat is in.
  func rack(ofSeat seat: Int) -> Int32 {
    places[seat / nodesOfRack] ?? Int32(seat / nodesOfRack)
  }

  /// The nodes of a rack.
  func nodes(ofRack rack: Int32) -> Range<Int> {
    Int(rack) * nodesPerRack..<(Int(rack) + 1) * nodesPerRack
  }

  // MARK: Waiting nodes

  /// Nodes that wait in a rack.
  @inline(__always)
  func nodesWaiting(in rack: Int32) -> Int {
    Int(waiting[Int(rack)] ?? nodesWaitingAtStart(in: rack))
  }

  private func nodesWaitingAtStart(in rack: Int32) -> Int32 {
    Int32(Int(rack) < jobRacks ? nodesPerRack - nodesOfRack : nodesPerRack)
  }

  /// Counts a node that waits from now on, or no longer.
  mutating func nodeWaits(_ node: Int, _ waits: Bool) {
    let rack = Int32(node / nodesPerRack)
    waiting.set(Int(rack), to: Int32(nodesWaiting(in: rack)) + (waits ? 1 : -1))
  }

  /// Counts a seat that is vacant from now on, or no longer.
  mutating func seatIsVacant(_ seat: Int, _ isVacant: Bool) {
    let place = seat / nodesOfRack
    vacant.set(place, to: (vacant[place] ?? 0) + (isVacant ? 1 : -1))
  }

  /// Whether as many nodes wait in the rack of a seat as it has vacant seats.
  func canFillRack(ofSeat seat: Int) -> Bool {
    nodesWaiting(in: rack(ofSeat: seat)) >= Int(vacant[seat / nodesOfRack] ?? 0)
  }

  /// Whether enough nodes wait in a rack for the job to move there.
  func isWhole(_ rack: Int32) -> Bool { nodesWaiting(in: rack) >= nodesOfRack }

  // MARK: Idle racks

  /// Counts the next rack that the job never used among the idle ones; false if there is none.
  mutating func addFreshRack() -> Bool {
    guard nextFresh < racks else { return false }
    idle.insert(Int32(nextFresh), at: neverUsed)
    neverUsed += 1
    nextFresh += 1
    return true
  }

  /// Puts one of the idle racks in the place of the one that a seat is in.
  mutating func replaceRack(ofSeat seat: Int, byIdle index: Int) {
    let leaving = rack(ofSeat: seat)
    places.set(seat / nodesOfRack, to: idle.remove(at: index))
    if index < neverUsed { neverUsed -= 1 }
    idle.append(leaving)
  }

  // MARK: Retirement

  mutating func nodeIsRetired(_ node: Int) {
    let before = retired[node / nodesPerRack] ?? 0
    retired.set(node / nodesPerRack, to: before + 1)
    if Int(before) == nodesPerRack - nodesOfRack { lost += 1 }
  }

  mutating func nodeIsReplaced(_ node: Int) {
    let before = retired[node / nodesPerRack] ?? 0
    retired.set(node / nodesPerRack, to: before - 1)
    if Int(before) == nodesPerRack - nodesOfRack + 1 { lost -= 1 }
  }

  /// Whether enough racks have nodes enough that are not retired.
  var canFillJob: Bool { racks - lost >= jobRacks }
}

extension NodeInventory {
  /// Moves a node that waits in the rack of a vacant seat into it.
  ///
  /// A rack with fewer of them than vacant seats leaves the job, and another takes its place, if one
  /// has nodes enough; otherwise the job takes what there is. Nil if that is nothing.
  @inline(never)
  mutating func takeSpareOfRack() -> Int? {
    guard spares > 0 else { return nil }
    var short: Int?
    for index in vacantSeats.indices.reversed() {
      let seat = Int(vacantSeats[index])
      if racks.canFillRack(ofSeat: seat) { return fillSeat(at: index) }
      short = short ?? seat
    }
    guard let short else { return nil }
    if moveToOtherRack(seat: short) { return takeSpareOfRack() }
    let index = vacantSeats.indices.last {
      racks.nodesWaiting(in: racks.rack(ofSeat: Int(vacantSeats[$0]))) > 0
    }
    return index.flatMap { fillSeat(at: $0) }
  }

  /// Moves the first node that waits in the rack of a vacant seat into it.
  private mutating func fillSeat(at index: Int) -> Int? {
    let seat = vacantSeats[index]
    let nodes = racks.nodes(ofRack: racks.rack(ofSeat: Int(seat)))
    guard let node = nodes.first(where: { record(of: $0).state == .spare }) else { return nil }
    vacantSeats.remove(at: index)
    return enterJob(node, as: record(of: node), seat: seat)
  }

  /// Takes the rack of a seat out of the job and one with nodes enough into it: the one that has
  /// waited longest.
  private mutating func moveToOtherRack(seat: Int) -> Bool {
    var index = racks.idle[..<racks.neverUsed].firstIndex { racks.isWhole($0) }
    while index == nil, racks.addFreshRack() {
      let added = racks.neverUsed - 1
      index = racks.isWhole(racks.idle[added]) ? added : nil
    }
    guard let index = index ?? racks.idle.firstIndex(where: { racks.isWhole($0) }) else {
      return false
    }
    let leaving = racks.nodes(ofRack: racks.rack(ofSeat: seat))
    racks.replaceRack(ofSeat: seat, byIdle: index)
    for node in leaving where isInJob(node) { leaveJob(node) }
    return true
  }
}
