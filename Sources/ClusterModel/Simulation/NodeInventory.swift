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
    var route: Int32 = 0
    /// Its place among the nodes of the job, or its turn among the spares that came back.
    var place: Int32 = -1
    /// First of the instances that wait for the node to return or to be switched on; −1 for none.
    var waiting: Int32 = -1
  }

  let nodes: Int
  let sparesArePowered: Bool
  let jobNodes: Int
  private var records = SparseTable(placeholder: Record(state: .spare))
  /// Nodes that came back, in the order in which they did; those that broke again or were taken
  /// since are skipped when they are met.
  private var returned = [Int32]()
  private var nextReturned = 0
  /// The first of the spares that nothing has happened to.
  private var nextFresh = 0
  /// Nodes in seats of the job that are no longer taken by the node of the same number.
  private var seats = SparseTable<Int32>(placeholder: -1)
  private var vacantSeats = [Int32]()
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
    reset()
  }

  /// Puts every node back to where it was at the start.
  mutating func reset() {
    records.removeAll()
    seats.removeAll()
    vacantSeats.removeAll(keepingCapacity: true)
    returned.removeAll(keepingCapacity: true)
    nextReturned = 0
    nextFresh = jobNodes
    lastChange = 0
    spares = nodes - jobNodes
    inRepair = 0
    retired = 0
    fewestSpares = spares
    noSpareSeconds = 0
    nodeRepairSeconds = 0
  }

  @inline(__always)
  func record(of node: Int) -> Record {
    records[node]
      ?? (node < jobNodes
        ? Record(state: .training, place: Int32(node)) : Record(state: .spare))
  }

  /// The node in one of the job's seats, all of which are taken while it trains.
  @inline(__always)
  func member(atSeat seat: Int) -> Int { seats[seat].map(Int.init) ?? seat }

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
    let record = record(of: node)
    if record.state == .spare {
      removeSpare()
    } else {
      vacantSeats.append(record.place)
    }
    inRepair += 1
    records.set(
      node, to: Record(state: .inRepair, route: Int32(route), waiting: record.waiting))
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
    spares += 1
    var record = record(of: node)
    record.state = .spare
    record.place = Int32(returned.count)
    records.set(node, to: record)
    returned.append(Int32(node))
  }

  /// Takes a node out for good.
  mutating func retire(_ node: Int, at now: Double) {
    settle(at: now)
    inRepair -= 1
    retired += 1
    records.set(node, to: Record(state: .retired))
  }

  /// Moves the spare that has waited longest into the job; nil when none waits.
  mutating func takeSpare(at now: Double) -> Int? {
    settle(at: now)
    while nextFresh < nodes {
      let node = nextFresh
      nextFresh += 1
      let record = record(of: node)
      if record.state == .spare, record.place < 0 { return enterJob(node) }
    }
    while nextReturned < returned.count {
      let node = Int(returned[nextReturned])
      let turn = Int32(nextReturned)
      nextReturned += 1
      let record = record(of: node)
      if record.state == .spare, record.place == turn { return enterJob(node) }
    }
    return nil
  }

  private mutating func enterJob(_ node: Int) -> Int {
    removeSpare()
    let seat = vacantSeats.removeLast()
    seats.set(Int(seat), to: Int32(node))
    var record = record(of: node)
    record.state = .training
    record.place = seat
    records.set(node, to: record)
    return node
  }

  private mutating func removeSpare() {
    spares -= 1
    fewestSpares = min(fewestSpares, spares)
  }
}
