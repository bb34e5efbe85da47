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

  /// The nodes of the rack that a seat is in.
  func rack(ofSeat seat: Int) -> Range<Int> {
    let place = seat / nodesOfRack
    return nodes(ofRack: places[place] ?? Int32(place))
  }

  /// The nodes of a rack.
  func nodes(ofRack rack: Int32) -> Range<Int> {
    Int(rack) * nodesPerRack..<(Int(rack) + 1) * nodesPerRack
  }

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
    let leaving = Int32(rack(ofSeat: seat).lowerBound / nodesPerRack)
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
  /// Moves a node that waits in the rack of a vacant seat into it. A rack without one leaves the job,
  /// and another takes its place, if one has nodes enough; nil if there is none.
  @inline(never)
  mutating func takeSpareOfRack() -> Int? {
    for index in vacantSeats.indices.reversed() {
      let seat = vacantSeats[index]
      guard let node = spare(inRackOfSeat: Int(seat)) else { continue }
      vacantSeats.remove(at: index)
      return enterJob(node, as: record(of: node), seat: seat)
    }
    for index in vacantSeats.indices.reversed() where moveToOtherRack(seat: Int(vacantSeats[index]))
    {
      return takeSpareOfRack()
    }
    return nil
  }

  private func spare(inRackOfSeat seat: Int) -> Int? {
    racks.rack(ofSeat: seat).first { record(of: $0).state == .spare }
  }

  /// Takes the rack of a seat out of the job and one with nodes enough into it: the one that has
  /// waited longest.
  private mutating func moveToOtherRack(seat: Int) -> Bool {
    var index = racks.idle[..<racks.neverUsed].firstIndex { hasEnoughNodes($0) }
    while index == nil, racks.addFreshRack() {
      let added = racks.neverUsed - 1
      index = hasEnoughNodes(racks.idle[added]) ? added : nil
    }
    guard let index = index ?? racks.idle.firstIndex(where: { hasEnoughNodes($0) }) else {
      return false
    }
    let leaving = racks.rack(ofSeat: seat)
    racks.replaceRack(ofSeat: seat, byIdle: index)
    for node in leaving where isInJob(node) { leaveJob(node) }
    return true
  }

  private func hasEnoughNodes(_ rack: Int32) -> Bool {
    racks.nodes(ofRack: rack).count { record(of: $0).state == .spare } >= racks.nodesOfRack
  }
}
