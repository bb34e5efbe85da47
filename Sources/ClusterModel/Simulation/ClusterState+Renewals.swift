import DiscreteEvents
import Statistics

/// An instance that has a life of its own: as it failed before, or as its node is not like others.
struct Renewal: BitwiseCopyable {
  let source: Int32
  let instance: Int
  /// The multiplier of its hazard.
  let multiplier: Double
  /// The generation of lives on its node that it belongs to; 0 on larger domains.
  var generation: Int32 = 0
  /// Instances of the same age that it stands for: this one and those after it.
  var count: Int32 = 1
  /// The next of those that wait for the same node to come back; −1 for none.
  var next: Int32 = -1
  /// The next of those that live on the same node; −1 for none. Of generations after the first.
  var sibling: Int32 = -1
  var born = 0.0
  /// Cumulative hazard that it has outlived since, but for its multiplier.
  var hazard = 0.0
  /// Whether it goes on with its age when it comes back, as it has not failed.
  var isSuspended = false
}

/// Instances that have a life of their own.
///
/// What only reads the state is always inlined: a call would borrow, and so copy, all of it.
extension ClusterState {
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
      sources[source].failures.exponential()
      / (Double(renewals[renewal].count) * renewals[renewal].multiplier)
    // Whoever outlives the whole run from birth needs no inverse.
    guard renewals[renewal].hazard <= sources[source].horizonHazard else { return }
    let time = hazards[source].time(
      atCumulative: renewals[renewal].hazard, born: renewals[renewal].born)
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
      if sources[source].comesInBursts { burst(of: source, in: &simulator) }
      if failed != renewal { scheduleRenewal(renewal, in: &simulator) }
    } else {
      suspend(renewal, at: simulator.now)
    }
  }

  // MARK: Instances that are not at risk

  /// Lets an instance whose fault was void wait until it can be at risk again. Its hazard may grow
  /// without bound meanwhile, and costs nothing.
  mutating func suspend(_ renewal: Int, at now: Double) {
    let source = Int(renewals[renewal].source)
    guard now + 4 * now.ulp < renewals[renewal].born + sources[source].greatestAge else { return }
    renewals[renewal].isSuspended = true
    let domain = domain(of: renewal)
    // A spare on which training alone breaks something has to enter the job first.
    let waitsForJob = sources[source].atRisk == .training && domain.count == 1
    if domain.contains(where: { waitsForJob ? inventory.isInJob($0) : inventory.isPowered($0) }) {
      waitingForTraining.append(renewal)
    } else {
      waitForNode(renewal)
    }
  }

  /// An instance that did not fail goes on with the life it has.
  private mutating func resume(_ renewal: Int, in simulator: inout Simulator<ClusterEvent>) {
    let source = Int(renewals[renewal].source)
    renewals[renewal].isSuspended = false
    renewals[renewal].hazard = hazards[source].cumulative(
      at: simulator.now, born: renewals[renewal].born)
    scheduleRenewal(renewal, in: &simulator)
  }

  /// The job trains again: what only training breaks is at risk, if the job lies on it.
  mutating func resumeWithTraining(in simulator: inout Simulator<ClusterEvent>) {
    guard !waitingForTraining.isEmpty else { return }
    var kept = 0
    for index in waitingForTraining.indices {
      let renewal = waitingForTraining[index]
      if isReplaced(renewal) { continue }
      if isAtRisk(Int(renewals[renewal].source), domain: domain(of: renewal)) {
        resume(renewal, in: &simulator)
      } else {
        waitingForTraining[kept] = renewal
        kept += 1
      }
    }
    waitingForTraining.removeLast(waitingForTraining.count - kept)
  }

  // MARK: Instances whose nodes are out of service

  /// Starts the new life of an instance that failed: at once if any node of its domain is in
  /// service, otherwise when the first of them comes back.
  mutating func renewWhenInService(
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
}
