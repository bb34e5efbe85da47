import DiscreteEvents
import Statistics

/// An instance that failed before and lives on with an age of its own.
struct Renewal: BitwiseCopyable {
  let source: Int32
  let instance: Int
  /// The next of those that wait for the same node to come back; −1 for none.
  var next: Int32 = -1
  /// Instances of the same age that it stands for: this one and those after it.
  var count: Int32 = 1
  var born = 0.0
  /// Cumulative hazard that it has outlived since.
  var hazard = 0.0
  /// Whether it goes on with its age when it comes back, as it has not failed.
  var isSuspended = false
}

/// What breaks when.
///
/// Faults are drawn as if every instance were always at risk; one that meets an instance which is
/// not (its node in repair, the job not training) is void, and the instance waits until it can be at
/// risk again, to live on at its age. That thinning leaves the intensity h(age) while at risk and 0
/// otherwise, exactly. (Who passes the greatest age of a bounded law out of service has no hazard
/// left: it fails no more until it is renewed.)
///
/// What only reads the state is always inlined: a call would borrow, and so copy, all of it.
extension ClusterState {
  // MARK: Pools

  /// Schedules the next failure in the pool of a class, if it comes at all.
  mutating func schedulePool(_ index: Int, in simulator: inout Simulator<ClusterEvent>) {
    let event = ClusterEvent(kind: .poolFailure, index: Int32(index))
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
  @inline(__always)
  private func scheduleFailure(
    _ event: ClusterEvent, at time: Double, in simulator: inout Simulator<ClusterEvent>
  ) {
    guard time <= horizon, time < .infinity else { return }
    simulator.schedule(event, at: max(time, simulator.now))
  }

  @inline(__always)
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
      let event = ClusterEvent(kind: .poolFailure, index: Int32(index))
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
    if completesNow(simulator.now) { return complete(in: &simulator) }
    let instances = sources[index].instances
    var instance = sources[index].chooseInstance()
    switch sources[index].kind {
    case .renewing:
      while departed[sources[index].offset + instance] != nil {
        instance = sources[index].chooseInstance()
      }
      departed.set(sources[index].offset + instance, to: true)
      sources[index].pool.removeOne()
      guard !isReplaced(index, instance: instance, born: -1) else { break }
      renewals.append(Renewal(source: Int32(index), instance: instance))
      if let blow = blow(of: index, at: instance) {
        land(blow, of: index, renewal: renewals.count - 1, in: &simulator)
      } else {
        suspend(renewals.count - 1, at: simulator.now)
      }
    case .instants:
      // Someone must be struck at a given instant, if anyone is at risk.
      let isVoid = sources[index].atRisk == .training && !phase.isTraining
      for offset in 0..<instances {
        guard !isVoid else { break }
        let candidate = (instance + offset) % instances
        guard let blow = blow(of: index, at: candidate) else { continue }
        land(blow, of: index, renewal: nil, in: &simulator)
        break
      }
    case .constantRate, .minimalRepair, .renewedWithJob:
      if let blow = blow(ofPool: index, at: instance) {
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

  mutating func scheduleRenewal(
    _ renewal: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let source = Int(renewals[renewal].source)
    renewals[renewal].hazard +=
      sources[source].failures.exponential() / Double(renewals[renewal].count)
    // Whoever outlives the whole run from birth needs no inverse.
    guard renewals[renewal].hazard <= sources[source].horizonHazard else { return }
    let time =
      renewals[renewal].born + time(of: source, atCumulativeHazard: renewals[renewal].hazard)
    let event = ClusterEvent(kind: .renewedFailure, index: Int32(renewal))
    scheduleFailure(event, at: time, in: &simulator)
  }

  /// A renewed instance reaches the end of its residual life.
  mutating func renewedInstanceFails(
    _ renewal: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    if completesNow(simulator.now) { return complete(in: &simulator) }
    let source = Int(renewals[renewal].source)
    if isReplaced(renewal) { return }
    if let blow = blow(of: source, at: renewals[renewal].instance) {
      let failed = failingInstance(of: renewal)
      land(blow, of: source, renewal: failed, in: &simulator)
      if failed != renewal { scheduleRenewal(renewal, in: &simulator) }
    } else {
      suspend(renewal, at: simulator.now)
    }
  }

  // MARK: Instances that are not at risk

  /// Lets an instance whose fault was void wait until it can be at risk again. Its hazard may grow
  /// without bound meanwhile, and costs nothing.
  private mutating func suspend(_ renewal: Int, at now: Double) {
    let source = Int(renewals[renewal].source)
    guard now + 4 * now.ulp < renewals[renewal].born + sources[source].greatestAge else { return }
    renewals[renewal].isSuspended = true
    if domain(of: renewal).contains(where: { inventory.isPowered($0) }) {
      waitingForTraining.append(renewal)
    } else {
      waitForNode(renewal)
    }
  }

  /// An instance that did not fail goes on with the life it has.
  private mutating func resume(_ renewal: Int, in simulator: inout Simulator<ClusterEvent>) {
    let source = Int(renewals[renewal].source)
    renewals[renewal].isSuspended = false
    renewals[renewal].hazard = laws[source].cumulativeHazard(
      simulator.now - renewals[renewal].born)
    scheduleRenewal(renewal, in: &simulator)
  }

  /// The job trains again: what only training breaks is at risk, if the job lies on it.
  mutating func resumeWithTraining(in simulator: inout Simulator<ClusterEvent>) {
    guard !waitingForTraining.isEmpty else { return }
    var kept = 0
    for index in waitingForTraining.indices {
      let renewal = waitingForTraining[index]
      if isAtRisk(Int(renewals[renewal].source), domain: domain(of: renewal)) {
        resume(renewal, in: &simulator)
      } else {
        waitingForTraining[kept] = renewal
        kept += 1
      }
    }
    waitingForTraining.removeLast(waitingForTraining.count - kept)
  }

  // MARK: Blows

  /// What one fault hits.
  struct Blow {
    /// Nodes of the domain that it takes down.
    var nodes: Range<Int>
    /// Whether the job is among what it hits.
    var hitsJob: Bool
  }

  /// What a fault of an instance that was there from the start hits; nil when it is gone.
  @inline(__always)
  private mutating func blow(ofPool index: Int, at instance: Int) -> Blow? {
    isReplaced(index, instance: instance, born: -1) ? nil : blow(of: index, at: instance)
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
    guard sources[index].takesDown < sources[index].per else { return domain.lowerBound }
    let isInJob = sources[index].atRisk == .training
    if isInJob, sources[index].per >= .cluster {
      return inventory.member(atSeat: sources[index].choosePlace(among: inventory.jobNodes))
    }
    while true {
      let node = domain.lowerBound + sources[index].choosePlace(among: domain.count)
      if isInJob ? inventory.isInJob(node) : inventory.isPowered(node) { return node }
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
    if !stopsJob {
      takeHold(blow, of: index, in: &simulator)
    } else if sources[index].needsRepair {
      diagnose(blow, of: index, in: &simulator)
    }
    if let renewal { renewWhenInService(renewal, in: &simulator) }
    if blow.hitsJob, stopsJob { jobIsHit(by: index, in: &simulator) }
  }

  /// Starts the new life of an instance that failed: at once if any node of its domain is in
  /// service, otherwise when the first of them comes back.
  private mutating func renewWhenInService(
    _ renewal: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let domain = self.domain(of: renewal)
    if domain.contains(where: { inventory.isInService($0) }) {
      renew(renewal, in: &simulator)
    } else {
      waitForNode(renewal)
    }
  }

  private mutating func waitForNode(_ renewal: Int) {
    let domain = domain(of: renewal)
    if domain.count == 1 {
      renewals[renewal].next = inventory.swapWaiting(Int32(renewal), at: domain.lowerBound)
    } else {
      waitingDomains.append(renewal)
    }
  }

  /// Goes on with the lives of the instances that waited for a node, now that it is back or on.
  mutating func wakeInstances(at node: Int, in simulator: inout Simulator<ClusterEvent>) {
    var waiting = Int(inventory.record(of: node).waiting)
    if waiting >= 0 { _ = inventory.swapWaiting(-1, at: node) }
    while waiting >= 0 {
      let next = Int(renewals[waiting].next)
      if !isReplaced(waiting) { goOn(waiting, in: &simulator) }
      waiting = next
    }
    var index = 0
    while index < waitingDomains.count {
      if domain(of: waitingDomains[index]).contains(node) {
        goOn(waitingDomains.remove(at: index), in: &simulator)
      } else {
        index += 1
      }
    }
  }

  private mutating func goOn(_ renewal: Int, in simulator: inout Simulator<ClusterEvent>) {
    if renewals[renewal].isSuspended {
      resume(renewal, in: &simulator)
    } else {
      renew(renewal, in: &simulator)
    }
  }

  /// The nodes of the domain that a renewed instance lives on.
  @inline(__always)
  private func domain(of renewal: Int) -> Range<Int> {
    let source = Int(renewals[renewal].source)
    return topology.nodes(
      of: sources[source].per,
      number: sources[source].domain(of: renewals[renewal].instance))
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
