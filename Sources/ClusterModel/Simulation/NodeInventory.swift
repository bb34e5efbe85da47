/// Where every node is: in the job, waiting as a spare, in repair, or retired.
///
/// Costs what changed, not what exists: a node that nothing happened to has no entry. Keeps the
/// account of the spare pool and of nodes in repair as time goes by.
///
/// What only reads is always inlined: a call would borrow, and so copy, the whole inventory.
struct NodeInventory: ~Copyable {
  /// Where a node is.
  enum State: UInt8 {
    case training, spare, inRepair, retired
  }

  /// What is known of a node that something happened to.
  struct Record: BitwiseCopyable {
    var state: State
    /// Repair route that the node is on.
    var route: Int16 = 0
    /// Its place among the nodes of the job, or its turn among the spares that came back.
    var place: Int32 = -1
    /// First of the instances that wait for the node to return or to be switched on; −1 for none.
    var waiting: Int32 = -1
    /// Times that it went to repair.
    var failures: Int32 = 0
    /// The node whose repair it waits for, being out of service with it; −1 for none.
    var leader: Int32 = -1
  }

  let nodes: Int
  let sparesArePowered: Bool
  let jobNodes: Int
  private var records = SparseTable(placeholder: Record(state: .spare))
  /// Nodes that came back; those that broke again since are skipped when they are met.
  private var returned: ReturnedSpares
  /// The first of the spares that nothing has happened to.
  private var nextFresh = 0
  /// Nodes in seats of the job that are no longer taken by the node they belonged to.
  private var seats = SparseTable<Int32>(placeholder: -1)
  var vacantSeats = [Int32]()
  /// The racks of the job, if it lies on whole racks.
  var racks: JobRacks
  private var lastChange = 0.0

  private(set) var spares = 0
  private(set) var inRepair = 0
  private(set) var retired = 0
  private(set) var fewestSpares = 0
  private(set) var noSpareSeconds = 0.0
  private(set) var nodeRepairSeconds = 0.0

  /// The job takes the first nodes of the cluster, all others wait.
  init(cluster: Cluster, job: Job) {
    precondition(job.nodes <= cluster.nodes, "the job needs more nodes than there are")
    nodes = cluster.allNodes
    jobNodes = job.nodes
    sparesArePowered = cluster.sparesArePowered
    returned = ReturnedSpares(choice: job.spareChoice)
    racks = JobRacks(cluster: cluster, job: job)
    reset()
  }

  /// Puts every node back to where it was at the start.
  mutating func reset() {
    records.removeAll()
    seats.removeAll()
    vacantSeats.removeAll(keepingCapacity: true)
    returned.removeAll()
    nextFresh = jobNodes
    racks.reset()
    lastChange = 0
    spares = nodes - jobNodes
    inRepair = 0
    retired = 0
    fewestSpares = spares
    noSpareSeconds = 0
    nodeRepairSeconds = 0
  }

  @inline(__always)
  func record(of node: Int) -> Record { records[node] ?? recordAtStart(of: node) }

  @inline(__always)
  private func recordAtStart(of node: Int) -> Record {
    let seat = racks.areUsed ? racks.seatAtStart(of: node) : node
    return seat >= 0 && seat < jobNodes
      ? Record(state: .training, place: Int32(seat)) : Record(state: .spare)
  }

  /// The node in one of the job's seats, all of which are taken while it trains.
  @inline(__always)
  func member(atSeat seat: Int) -> Int {
    if let node = seats[seat] { return Int(node) }
    return racks.areUsed ? racks.nodeAtStart(inSeat: seat) : seat
  }

  /// Nodes that the job lacks.
  @inline(__always)
  var missingNodes: Int { vacantSeats.count }

  /// Whether the nodes that are not retired are enough for the job.
  var canFillJob: Bool { racks.areUsed ? racks.canFillJob : nodes - retired >= jobNodes }

  @inline(__always)
  func isInService(_ node: Int) -> Bool {
    switch record(of: node).state {
    case .training, .spare: true
    case .inRepair, .retired: false
    }
  }

  @inline(__always)
  func isInJob(_ node: Int) -> Bool { record(of: node).state == .training }

  @inline(__always)
  func isPowered(_ node: Int) -> Bool {
    switch record(of: node).state {
    case .training: true
    case .spare: sparesArePowered
    case .inRepair, .retired: false
    }
  }

  /// Brings the accounts of time up to `now`.
  mutating func settle(at now: Double) {
    let elapsed = now - lastChange
    lastChange = now
    nodeRepairSeconds += elapsed * Double(inRepair)
    if spares == 0 { noSpareSeconds += elapsed }
  }

  /// Takes a node out of service and onto a repair route.
  mutating func sendToRepair(_ node: Int, route: Int, at now: Double) {
    settle(at: now)
    var record = record(of: node)
    if record.state == .spare {
      removeSpare(node)
    } else {
      vacateSeat(record.place)
    }
    inRepair += 1
    record.state = .inRepair
    record.route = Int16(route)
    record.place = -1
    record.failures += 1
    records.set(node, to: record)
  }

  /// Lets a node that is out of service wait for the repair of another, without one of its own.
  mutating func letWait(_ node: Int, for leader: Int) {
    guard node != leader else { return }
    var record = record(of: node)
    record.failures -= 1
    record.leader = Int32(leader)
    records.set(node, to: record)
  }

  /// Whether a node waits for the repair of another.
  func waits(_ node: Int, for leader: Int) -> Bool {
    let record = record(of: node)
    return record.state == .inRepair && record.leader == Int32(leader)
  }

  /// Lets an instance wait for a node, or none any more; returns the one that waited before it.
  mutating func swapWaiting(_ instance: Int32, at node: Int) -> Int32 {
    var record = record(of: node)
    let before = record.waiting
    record.waiting = instance
    records.set(node, to: record)
    return before
  }

  /// Makes a node that was cured a spare.
  mutating func returnFromRepair(_ node: Int, at now: Double) {
    settle(at: now)
    inRepair -= 1
    wait(node, as: record(of: node))
  }

  /// Puts a new node in the place of a retired one; it waits as a spare.
  mutating func restock(_ node: Int, at now: Double) {
    settle(at: now)
    retired -= 1
    if racks.areUsed { racks.nodeIsReplaced(node) }
    wait(node, as: Record(state: .retired, waiting: record(of: node).waiting))
  }

  @inline(__always)
  private mutating func wait(_ node: Int, as record: Record) {
    spares += 1
    if racks.areUsed { racks.nodeWaits(node, true) }
    var record = record
    record.state = .spare
    record.leader = -1
    record.place = racks.areUsed ? -1 : returned.append(node, failures: record.failures)
    records.set(node, to: record)
  }

  /// Takes a node out for good. What waits for it waits on: there may be a new one.
  mutating func retire(_ node: Int, at now: Double) {
    settle(at: now)
    inRepair -= 1
    retired += 1
    if racks.areUsed { racks.nodeIsRetired(node) }
    records.set(node, to: Record(state: .retired, waiting: record(of: node).waiting))
  }

  /// Moves the spare that is chosen into the job; nil when none waits.
  ///
  /// Those that nothing has happened to have waited longest and failed least.
  mutating func takeSpare(at now: Double) -> Int? {
    settle(at: now)
    if racks.areUsed { return takeSpareOfRack() }
    while nextFresh < nodes {
      let node = nextFresh
      nextFresh += 1
      let record = record(of: node)
      if record.state == .spare, record.place < 0 { return enterJob(node, as: record) }
    }
    while let (node, turn) = returned.popFirst() {
      let record = record(of: node)
      if record.state == .spare, record.place == turn { return enterJob(node, as: record) }
    }
    return nil
  }

  private mutating func enterJob(_ node: Int, as record: Record) -> Int {
    enterJob(node, as: record, seat: vacantSeats.removeLast())
  }

  mutating func enterJob(_ node: Int, as record: Record, seat: Int32) -> Int {
    removeSpare(node)
    if racks.areUsed { racks.seatIsVacant(Int(seat), false) }
    seats.set(Int(seat), to: Int32(node))
    var record = record
    record.state = .training
    record.place = seat
    records.set(node, to: record)
    return node
  }

  /// Takes a good node out of the job; it waits as a spare, and its seat is vacant.
  mutating func leaveJob(_ node: Int) {
    let record = record(of: node)
    vacateSeat(record.place)
    wait(node, as: record)
  }

  private mutating func vacateSeat(_ seat: Int32) {
    vacantSeats.append(seat)
    if racks.areUsed { racks.seatIsVacant(Int(seat), true) }
  }

  private mutating func removeSpare(_ node: Int) {
    if racks.areUsed { racks.nodeWaits(node, false) }
    spares -= 1
    fewestSpares = min(fewestSpares, spares)
  }
}
