import DiscreteEvents
import Statistics

/// An instance that failed before and lives on with an age of its own.
struct Renewal: BitwiseCopyable {
  let source: Int32
  let instance: Int
  var born = 0.0
  /// Cumulative hazard that it has outlived since.
  var hazard = 0.0
}

/// What breaks when.
///
/// Faults are drawn as if every instance were always at risk; one that meets an instance which is
/// not (its node in repair, the job not training) is void and the instance lives on with its
/// hazard. That thinning leaves the intensity h(age) while at risk and 0 otherwise, exactly.
extension ClusterState {
  // MARK: Pools

  /// Schedules the next failure in the pool of a class, if it comes at all.
  mutating func schedulePool(_ index: Int, in simulator: inout Simulator<ClusterEvent>) {
    let event = ClusterEvent(kind: .poolFailure, index: Int32(truncatingIfNeeded: index))
    switch sources[index].kind {
    case .constantRate:
      let rate = sources[index].rate * Double(sources[index].instances)
      let time = simulator.now + sources[index].failures.exponential() / rate
      if time <= horizon { simulator.schedule(event, at: time) }
    case .renewing, .minimalRepair:
      guard sources[index].pool.instances > 0 else { return }
      let hazard = sources[index].nextHazard()
      guard hazard <= sources[index].horizonHazard else { return }
      scheduleFailure(event, at: time(of: index, atCumulativeHazard: hazard), in: &simulator)
    case .renewedWithJob:
      break  // when training resumes
    case .instants:
      guard case .instants(let times) = scenario.faults[index].process,
        sources[index].nextInstant < times.count
      else { return }
      scheduleFailure(event, at: times[sources[index].nextInstant], in: &simulator)
      sources[index].nextInstant += 1
    }
  }

  /// Schedules a failure unless it lies after the end of the run.
  private func scheduleFailure(
    _ event: ClusterEvent, at time: Double, in simulator: inout Simulator<ClusterEvent>
  ) {
    guard time <= horizon, time < .infinity else { return }
    simulator.schedule(event, at: max(time, simulator.now))
  }

  private func time(of index: Int, atCumulativeHazard hazard: Double) -> Double {
    laws[index].time(atCumulativeHazard: hazard)
  }

  /// Starts the lives of a `per: job` class that is renewed with the job.
  mutating func renewWithJob(in simulator: inout Simulator<ClusterEvent>) {
    for index in renewedWithJob {
      sources[index].pool = FailurePool(instances: sources[index].instances)
      let hazard = sources[index].nextHazard()
      let time = simulator.now + time(of: index, atCumulativeHazard: hazard)
      guard time <= horizon, time < .infinity else { continue }
      let event = ClusterEvent(kind: .poolFailure, index: Int32(truncatingIfNeeded: index))
      sources[index].pending = simulator.schedule(event, at: time)
    }
  }

  /// Ends those lives when the job leaves training.
  mutating func endLivesWithJob(in simulator: inout Simulator<ClusterEvent>) {
    for index in renewedWithJob {
      if let pending = sources[index].pending { simulator.cancel(pending) }
      sources[index].pending = nil
    }
  }

  /// The next failure of a class, at one of the instances of its pool.
  mutating func poolFails(_ index: Int, in simulator: inout Simulator<ClusterEvent>) {
    let instances = sources[index].instances
    var instance = sources[index].choose(among: instances)
    switch sources[index].kind {
    case .renewing:
      while departed[sources[index].offset + instance] != nil {
        instance = sources[index].choose(among: instances)
      }
      if let blow = blow(of: index, at: instance) {
        departed.set(sources[index].offset + instance, to: true)
        sources[index].pool.removeOne()
        renewals.append(Renewal(source: Int32(truncatingIfNeeded: index), instance: instance))
        land(blow, of: index, renewal: renewals.count - 1, in: &simulator)
      }
    case .instants:
      // Someone must be struck at a given instant, if anyone is at risk.
      for offset in 0..<instances {
        let candidate = (instance + offset) % instances
        guard let blow = blow(of: index, at: candidate) else { continue }
        land(blow, of: index, renewal: nil, in: &simulator)
        break
      }
    case .constantRate, .minimalRepair, .renewedWithJob:
      if let blow = blow(of: index, at: instance) {
        land(blow, of: index, renewal: nil, in: &simulator)
      }
    }
    schedulePool(index, in: &simulator)
  }

  // MARK: Renewed instances

  /// Starts a new life of an instance.
  mutating func renew(_ renewal: Int, in simulator: inout Simulator<ClusterEvent>) {
    renewals[renewal].born = simulator.now
    renewals[renewal].hazard = 0
    scheduleRenewal(renewal, in: &simulator)
  }

  private mutating func scheduleRenewal(
    _ renewal: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let source = Int(renewals[renewal].source)
    renewals[renewal].hazard += sources[source].failures.exponential()
    // Whoever outlives the whole run from birth needs no inverse.
    guard renewals[renewal].hazard <= sources[source].horizonHazard else { return }
    let time =
      renewals[renewal].born + time(of: source, atCumulativeHazard: renewals[renewal].hazard)
    let event = ClusterEvent(kind: .renewedFailure, index: Int32(truncatingIfNeeded: renewal))
    scheduleFailure(event, at: time, in: &simulator)
  }

  /// A renewed instance reaches the end of its residual life.
  mutating func renewedInstanceFails(
    _ renewal: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let source = Int(renewals[renewal].source)
    if let blow = blow(of: source, at: renewals[renewal].instance) {
      land(blow, of: source, renewal: renewal, in: &simulator)
    } else {
      scheduleRenewal(renewal, in: &simulator)
    }
  }

  // MARK: Blows

  /// What one fault hits.
  struct Blow {
    /// Nodes of the domain that it takes down.
    var nodes: Range<Int>
    /// Whether the job is among what it hits.
    var hitsJob: Bool
  }

  /// What a fault of a class at an instance hits; nil when the instance is not at risk.
  private mutating func blow(of index: Int, at instance: Int) -> Blow? {
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
      blow = Blow(nodes: nodes, hitsJob: nodes.contains { inventory.isInJob($0) })
    }
    let isShielded = phase.isComingUp && !restartIsExposed
    return blow.hitsJob && isShielded ? nil : blow
  }

  // Inlined, as a call would borrow, and so copy, the whole state.
  @inline(__always)
  private func isAtRisk(_ index: Int, domain: Range<Int>) -> Bool {
    switch sources[index].atRisk {
    case .powered: domain.contains { inventory.isPowered($0) }
    case .training:
      phase.isTraining
        && (sources[index].per == .job || domain.contains { inventory.isInJob($0) })
    }
  }

  /// The node where a fault strikes, if its class takes down less than it lives on: any of those
  /// at risk with equal chance.
  private mutating func epicentre(_ index: Int, domain: Range<Int>) -> Int {
    let range = sources[index].per == .job ? 0..<topology.nodes : domain
    guard sources[index].takesDown < sources[index].per else { return range.lowerBound }
    while true {
      let node = range.lowerBound + sources[index].choose(among: range.count)
      let isCandidate =
        sources[index].atRisk == .training ? inventory.isInJob(node) : inventory.isPowered(node)
      if isCandidate { return node }
    }
  }

  /// Carries out a fault: nodes go to repair, the job is interrupted, the instance is renewed
  /// when the first of the nodes that it took down comes back (at once when none is repaired).
  private mutating func land(
    _ blow: Blow, of index: Int, renewal: Int?, in simulator: inout Simulator<ClusterEvent>
  ) {
    let now = simulator.now
    failures[index] += 1
    outcome.failures += 1
    if blow.hitsJob { countJobFailure(index, at: now) }
    record(.fault, at: now, fault: index, node: blow.nodes.first)
    var unborn = renewal
    if sources[index].needsRepair {
      for node in blow.nodes {
        if breakDown(node, route: Int(sources[index].repairRoute), renewal: unborn, in: &simulator)
        {
          unborn = nil
        }
      }
    }
    if let unborn { renew(unborn, in: &simulator) }
    if blow.hitsJob { jobIsHit(by: index, in: &simulator) }
  }

  private mutating func countJobFailure(_ index: Int, at now: Double) {
    jobFailures[index] += 1
    outcome.jobFailures += 1
    if outcome.firstFailure == nil { outcome.firstFailure = now }
    outcome.longestSpanWithoutFailure = max(
      outcome.longestSpanWithoutFailure, now - lastJobFailure)
    lastJobFailure = now
  }
}
