import DiscreteEvents

/// Spares that came back from repair, in the order in which the job takes them.
///
/// One that broke again is not removed: whoever meets it knows by its turn that it has left.
struct ReturnedSpares: ~Copyable {
  private let choice: Job.SpareChoice
  /// The nodes by their turn.
  private var nodes = [Int32]()
  private var next = 0
  /// Turns by the failures of the node; a calendar keeps those with as many in their order.
  private var byFailures = Calendar<Int32>(capacity: 0)

  init(choice: Job.SpareChoice) {
    self.choice = choice
  }

  /// Forgets all of them.
  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    next = 0
    byFailures.removeAll()
  }

  /// Adds a node that failed so often; returns its turn.
  @inline(__always)
  mutating func append(_ node: Int, failures: Int32) -> Int32 {
    let turn = Int32(nodes.count)
    nodes.append(Int32(node))
    if choice == .fewestFailures { sortIn(turn, failures: failures) }
    return turn
  }

  @inline(never)
  private mutating func sortIn(_ turn: Int32, failures: Int32) {
    byFailures.schedule(turn, at: Double(failures))
  }

  /// Takes out the node whose turn it is, with that turn; nil when there is none.
  mutating func popFirst() -> (node: Int, turn: Int32)? {
    switch choice {
    case .longestWaiting:
      guard next < nodes.count else { return nil }
      next += 1
      return (Int(nodes[next - 1]), Int32(next - 1))
    case .fewestFailures:
      return byFailures.popFirst().map { (Int(nodes[Int($0.event)]), $0.event) }
    }
  }
}
