/// Where every node is: in the job, waiting as a spare, in repair, or retired.
///
/// Costs what changed, not what exists: a node that nothing happened to has no entry. Keeps the
/// account of the spare pool and of nodes in repair as time goes by.
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
    /// Renewal of the instance that broke the node, to begin when it returns; −1 for none.
    var renewal: Int32 = -1
  }

  let nodes: Int
  let sparesArePowered: Bool
  private let jobNodes: Int
  private var records = SparseTable(placeholder: Record(state: .spare))
  /// Nodes that came back, in the order in which they did; entries that are no longer spares are
  /// skipped when they are met.
  private var returned = [Int32]()
  private var nextReturned = 0
  private var nextFresh = 0
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

  func record(of node: Int) -> Record {
    records[node] ?? Record(state: node < jobNodes ? .training : .spare)
  }

  func isInJob(_ node: Int) -> Bool { record(of: node).state == .training }

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
  mutating func sendToRepair(_ node: Int, route: Int, renewal: Int32, at now: Double) {
    settle(at: now)
    if record(of: node).state == .spare { removeSpare() }
    inRepair += 1
    records.set(
      node, to: Record(state: .inRepair, route: Int32(truncatingIfNeeded: route), renewal: renewal))
  }

  /// Makes a node that was cured a spare.
  mutating func returnFromRepair(_ node: Int, at now: Double) {
    settle(at: now)
    inRepair -= 1
    spares += 1
    records.set(node, to: Record(state: .spare))
    returned.append(Int32(truncatingIfNeeded: node))
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
      if enterJob(node) { return node }
    }
    while nextReturned < returned.count {
      let node = Int(returned[nextReturned])
      nextReturned += 1
      if enterJob(node) { return node }
    }
    return nil
  }

  private mutating func enterJob(_ node: Int) -> Bool {
    guard record(of: node).state == .spare else { return false }
    removeSpare()
    records.set(node, to: Record(state: .training))
    return true
  }

  private mutating func removeSpare() {
    spares -= 1
    fewestSpares = min(fewestSpares, spares)
  }
}
