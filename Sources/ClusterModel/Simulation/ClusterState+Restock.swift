import DiscreteEvents
import Statistics

/// How new nodes take the place of retired ones, and their numbers.
struct Restocking: ~Copyable {
  private var leadTime: StepTime?
  /// When the node that now has a number came, for those that are not the first.
  var arrivals = SparseTable(placeholder: 0.0)

  init(_ leadTime: Lifetime?) {
    self.leadTime = leadTime.map { StepTime($0, name: "repair/restock") }
  }

  var isOn: Bool { leadTime != nil }

  /// Begins the stream of a replication.
  mutating func begin(seed: UInt64, replication: UInt64) {
    leadTime?.begin(seed: seed, replication: replication)
    arrivals.removeAll()
  }

  /// Draws a lead time in seconds; nil if nothing is ordered.
  mutating func nextLeadTime() -> Double? { leadTime?.next() }
}

/// How nodes are replaced by new ones.
///
/// What lived on the old node stays in the pool of its class and is void when it is drawn. What
/// lives on the new one begins together: of m instances of one age the next fails at
/// H⁻¹(h + E/m), as in the pool of all, and has a life of its own once it was renewed.
extension ClusterState {
  /// Orders the node that will take the place of a retired one, if that is done at all.
  mutating func orderNewNode(for node: Int, in simulator: inout Simulator<ClusterEvent>) {
    guard let leadTime = repairs.restocking.nextLeadTime() else { return }
    let arrival = simulator.now + leadTime
    guard arrival <= horizon, arrival < .infinity else { return }
    simulator.schedule(ClusterEvent(kind: .restock, index: Int32(node)), at: arrival)
  }

  /// A new node arrives and waits as a spare, or fills the gap if the job is starved.
  mutating func restock(_ node: Int, in simulator: inout Simulator<ClusterEvent>) {
    outcome.restockedNodes += 1
    inventory.restock(node, at: simulator.now)
    record(.restocked, at: simulator.now, node: node)
    repairs.history.forget(node)
    repairs.restocking.arrivals.set(node, to: simulator.now)
    // Those that waited for the old node are gone with it, other than what lives on a rack.
    wakeInstances(at: node, in: &simulator)
    beginLives(on: node, in: &simulator)
    if phase == .starved { leaveStarvationIfPossible(in: &simulator) }
  }

  /// Starts the lives of all that lives on a new node and ages.
  private mutating func beginLives(on node: Int, in simulator: inout Simulator<ClusterEvent>) {
    for index in sources.indices where sources[index].agesWithNode {
      let count = sources[index].instances / topology.nodes
      renewals.append(
        Renewal(source: Int32(index), instance: node * count, count: Int32(count)))
      renew(renewals.count - 1, in: &simulator)
    }
  }

  /// The instance that fails of those that a renewal stands for: nil under minimal repair, as it
  /// goes on with the others.
  mutating func failingInstance(of renewal: Int) -> Int? {
    guard sources[Int(renewals[renewal].source)].kind == .renewing else { return nil }
    guard renewals[renewal].count > 1 else { return renewal }
    renewals[renewal].count -= 1
    let last = renewals[renewal].instance + Int(renewals[renewal].count)
    renewals.append(Renewal(source: renewals[renewal].source, instance: last))
    return renewals.count - 1
  }

  /// Whether a renewal stands for what lived on a node that another one replaced.
  @inline(__always)
  func isReplaced(_ renewal: Int) -> Bool {
    isReplaced(
      Int(renewals[renewal].source), instance: renewals[renewal].instance,
      born: renewals[renewal].born)
  }

  /// Whether an instance that was born at some time lived on a node that another one replaced.
  @inline(__always)
  func isReplaced(_ index: Int, instance: Int, born: Double) -> Bool {
    guard repairs.restocking.arrivals.count > 0, sources[index].agesWithNode else { return false }
    let node = instance / (sources[index].instances / topology.nodes)
    return repairs.restocking.arrivals[node].map { born < $0 } ?? false
  }
}
