import DiscreteEvents
import Statistics

/// What is known of a node whose instances have lives of their own, apart from the pools.
struct NodeLives: BitwiseCopyable {
  /// Counts how often they were begun anew; 0 for a node whose instances are still in the pools.
  var generation: Int32 = 0
  /// Whether it is a new node that took the place of another.
  var isNew = false
  /// Multiplier that it has by nature, for the classes in which nodes differ.
  var nature = 1.0
  /// Multiplier of a node that came back with its fault in it.
  var returned = 1.0
  /// The first of the renewals of this generation that age; −1 for none.
  var first: Int32 = -1
}

/// Nodes that are not as they were at the start: new ones that took the place of others, and ones
/// that came back with their fault in them.
///
/// What lived on such a node stays in the pool of its class and is void when it is drawn. The
/// instances of one class and age on it begin together: of m of them the next fails at H⁻¹(h + E/m),
/// as in the pool of all, and has a life of its own once it was renewed. When their multiplier
/// changes, all of them draw what is left of their lives anew, on condition of their ages; what was
/// drawn before is void, as nothing has come of it yet.
extension ClusterState {
  /// Starts the lives of all that lives on a new node.
  mutating func beginLives(ofNewNode node: Int, in simulator: inout Simulator<ClusterEvent>) {
    let nature = nodesDiffer ? multipliers.multiplierOfArrival() : 1
    let generation = (lives[node]?.generation ?? 0) + 1
    var after = NodeLives(generation: generation, isNew: true, nature: nature)
    let born = simulator.now - scenario.cluster.burnIn
    for index in sources.indices where isApart(index, after) {
      let count = sources[index].instancesOnNode
      beginLife(of: index, on: node, count: count, born: born, of: &after, in: &simulator)
    }
    lives.set(node, to: after)
  }

  /// A node comes back from repair: cured, or with its fault still in it.
  mutating func nodeIsMended(
    _ node: Int, truly isCured: Bool, in simulator: inout Simulator<ClusterEvent>
  ) {
    let returned = isCured ? 1 : repairs.returnsMultiplier
    guard (lives[node]?.returned ?? 1) != returned else { return }
    let before =
      lives[node] ?? NodeLives(nature: nodesDiffer ? multipliers.multiplier(of: node) : 1)
    var after = before
    after.generation += 1
    after.returned = returned
    after.first = -1
    for index in sources.indices where isApart(index, after) {
      if !sources[index].agesWithNode {
        let count = sources[index].instancesOnNode
        beginLife(
          of: index, on: node, count: count, born: simulator.now, of: &after, in: &simulator)
      } else if before.generation == 0 {
        takeLivesFromPool(of: index, on: node, of: &after, in: &simulator)
      }
    }
    if before.generation > 0 {
      takeLivesFromGeneration(before, on: node, of: &after, in: &simulator)
    }
    lives.set(node, to: after)
  }

  /// Takes what lives on a node and ages out of the pool of its class.
  private mutating func takeLivesFromPool(
    of index: Int, on node: Int, of lives: inout NodeLives,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    let onNode = sources[index].instancesOnNode
    var neverFailed = 0
    for instance in node * onNode..<(node + 1) * onNode {
      if let renewal = departed[sources[index].offset + instance] {
        let born = renewals[Int(renewal)].born
        beginLife(of: index, on: node, count: 1, born: born, of: &lives, in: &simulator)
      } else {
        neverFailed += 1
      }
    }
    guard neverFailed > 0 else { return }
    let born = -age(ofNode: node)
    beginLife(of: index, on: node, count: neverFailed, born: born, of: &lives, in: &simulator)
  }

  /// Goes on with the lives of an earlier generation on a node.
  private mutating func takeLivesFromGeneration(
    _ before: NodeLives, on node: Int, of lives: inout NodeLives,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    var next = before.first
    while next >= 0 {
      let renewal = renewals[Int(next)]
      beginLife(
        of: Int(renewal.source), on: node, count: Int(renewal.count), born: renewal.born,
        of: &lives, in: &simulator)
      next = renewal.sibling
    }
  }

  /// Adds instances of one age to those that live on a node, and schedules the first of them.
  private mutating func beginLife(
    of index: Int, on node: Int, count: Int, born: Double, of lives: inout NodeLives,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    var renewal = Renewal(
      source: Int32(index), instance: node * sources[index].instancesOnNode,
      multiplier: sources[index].isFrail ? lives.returned * lives.nature : lives.returned,
      generation: lives.generation, count: Int32(count), born: born)
    if sources[index].ages {
      renewal.hazard = hazards[index].cumulative(at: simulator.now, born: born)
      renewal.sibling = lives.first
      lives.first = Int32(renewals.count)
    }
    renewals.append(renewal)
    guard renewal.hazard < .infinity else { return }
    scheduleRenewal(renewals.count - 1, in: &simulator)
  }

  /// The instance that fails of those that a renewal stands for: nil of a class that knows no
  /// renewal, as it goes on with the others.
  mutating func failingInstance(of renewal: Int) -> Int? {
    guard sources[Int(renewals[renewal].source)].kind == .renewing else { return nil }
    guard renewals[renewal].count > 1 else { return renewal }
    renewals[renewal].count -= 1
    var failed = renewals[renewal]
    failed.count = 1
    failed.next = -1
    let node = failed.instance / sources[Int(failed.source)].instancesOnNode
    if var lives = lives[node] {
      failed.sibling = lives.first
      lives.first = Int32(renewals.count)
      self.lives.set(node, to: lives)
    }
    renewals.append(failed)
    return renewals.count - 1
  }

  // MARK: What holds

  /// Whether the instances of a class on such a node are not those of the pools.
  @inline(__always)
  private func isApart(_ index: Int, _ lives: NodeLives) -> Bool {
    guard sources[index].instancesOnNode > 0 else { return false }
    switch sources[index].kind {
    case .renewing, .minimalRepair: return true
    // What does not age needs its own only where its multiplier is not that of the start.
    case .constantRate:
      return lives.returned != 1 || (lives.isNew && sources[index].isFrail)
    case .renewedWithJob, .instants: return false
    }
  }

  /// Whether an instance of a pool lives on a node whose instances are not those of the pools.
  @inline(__always)
  func isReplaced(_ index: Int, instance: Int) -> Bool {
    guard lives.count > 0, sources[index].instancesOnNode > 0,
      let lives = lives[instance / sources[index].instancesOnNode]
    else { return false }
    return isApart(index, lives)
  }

  /// Whether a renewal is of an earlier generation than what lives on its node now.
  @inline(__always)
  func isReplaced(_ renewal: Int) -> Bool {
    let source = Int(renewals[renewal].source)
    guard lives.count > 0, sources[source].instancesOnNode > 0 else { return false }
    let node = renewals[renewal].instance / sources[source].instancesOnNode
    return (lives[node]?.generation ?? 0) != renewals[renewal].generation
  }

  private func age(ofNode node: Int) -> Double {
    var first = 0
    for cohort in cohorts {
      first += cohort.nodes
      if node < first { return cohort.age }
    }
    return 0
  }
}
