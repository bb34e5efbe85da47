import DiscreteEvents
import Statistics

/// What a fault hits, and what follows.
extension ClusterState {
  /// What one fault hits.
  struct Blow {
    /// Nodes of the domain that it takes down.
    var nodes: Range<Int>
    /// The node where it strikes, or the first of the domain that it strikes.
    var center = 0
    /// Whether the job is among what it hits.
    var hitsJob: Bool
  }

  /// What a fault of a class at an instance hits; nil when the instance is not at risk.
  mutating func blow(of index: Int, at instance: Int) -> Blow? {
    let domain = topology.nodes(
      of: sources[index].per, number: sources[index].domain(of: instance))
    guard isAtRisk(index, domain: domain) else { return nil }
    var blow: Blow
    if sources[index].takesDown == .job {
      let hits = sources[index].per == .job || domain.contains { inventory.isInJob($0) }
      blow = Blow(nodes: 0..<0, hitsJob: hits)
    } else {
      let center = epicentre(index, domain: domain)
      let nodes = topology.nodes(of: sources[index].takesDown, around: center)
      blow = Blow(nodes: nodes, center: center, hitsJob: nodes.contains { inventory.isInJob($0) })
    }
    let isShielded = (phase.isComingUp || phase == .stalled) && !restartIsExposed
    return blow.hitsJob && isShielded ? nil : blow
  }

  @inline(__always)
  func isAtRisk(_ index: Int, domain: Range<Int>) -> Bool {
    switch sources[index].atRisk {
    case .powered: domain.contains { inventory.isPowered($0) }
    case .training:
      phase.isTraining
        && (sources[index].per == .job || domain.contains { isAtWork($0) })
    }
  }

  /// Whether a node takes part in training while the job trains.
  @inline(__always)
  func isAtWork(_ node: Int) -> Bool {
    let record = inventory.record(of: node)
    guard record.state == .training else { return false }
    return !replicas.isOn || replicas.takesPart(seat: Int(record.place))
  }

  /// The node where a fault strikes, if its class takes down less than it lives on, or what does not
  /// hold all of that: any of those at risk with equal chance.
  private mutating func epicentre(_ index: Int, domain: Range<Int>) -> Int {
    guard sources[index].drawsEpicentre else { return domain.lowerBound }
    let isInJob = sources[index].atRisk == .training
    let drawsSeat = isInJob && sources[index].per >= .cluster
    while true {
      let node =
        drawsSeat
        ? inventory.member(atSeat: sources[index].choosePlace(among: inventory.jobNodes))
        : domain.lowerBound + sources[index].choosePlace(among: domain.count)
      if isInJob ? isAtWork(node) : inventory.isPowered(node) { return node }
    }
  }

  /// Carries out a fault: nodes go to repair, the instance is renewed, the job is interrupted.
  mutating func land(
    _ blow: Blow, of index: Int, renewal: Int?, in simulator: inout Simulator<ClusterEvent>
  ) {
    let now = simulator.now
    failures[index] += 1
    outcome.failures += 1
    if blow.hitsJob { countJobFailure(index, at: now) }
    record(.fault, at: now, fault: index, node: blow.nodes.first)
    let stopsJob = sources[index].symptom.stopsJob
    let isStarved = phase == .starved
    if copies.areTracked, blow.hitsJob, stopsJob {
      loseCopies(with: sources[index].takesDown, at: now)
    }
    if replicas.isOn, blow.hitsJob, stopsJob { replicasAreStruck(blow.nodes, in: &simulator) }
    if !stopsJob {
      takeHold(blow, of: index, in: &simulator)
    } else if sources[index].needsRepair {
      diagnose(blow, of: index, in: &simulator)
    }
    if let renewal { renewWhenInService(renewal, in: &simulator) }
    // A starved job may go on at once with nodes that come back as another is retired.
    if blow.hitsJob, stopsJob, !isStarved { jobIsHit(by: index, in: &simulator) }
  }

  mutating func countJobFailure(_ index: Int, at now: Double) {
    jobFailures[index] += 1
    outcome.jobFailures += 1
    if outcome.firstFailure == nil { outcome.firstFailure = now }
    outcome.longestSpanWithoutFailure = max(
      outcome.longestSpanWithoutFailure, now - lastJobFailure)
    lastJobFailure = now
  }
}
