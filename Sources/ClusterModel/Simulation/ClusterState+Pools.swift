import DiscreteEvents
import Statistics

/// The next failure of each pool, and which instance it is.
///
/// Faults are drawn as if every instance were always at risk; one that meets an instance which is
/// not (its node in repair, the job not training) is void, and the instance waits until it can be at
/// risk again, to live on at its age. That thinning leaves the intensity h(age) while at risk and 0
/// otherwise, exactly. (Who passes the greatest age of a bounded law out of service has no hazard
/// left: it fails no more until it is renewed.)
extension ClusterState {
  /// Schedules the next failure of a pool, if it comes at all.
  mutating func schedulePool(_ number: Int, in simulator: inout Simulator<ClusterEvent>) {
    let event = ClusterEvent(kind: .poolFailure, index: Int32(number))
    let index = Int(pools[number].source)
    guard pools[number].left.instances > 0 else { return }
    switch sources[index].kind {
    case .constantRate:
      let rate = sources[index].rate * pools[number].left.weight
      let time = simulator.now + sources[index].failures.exponential() / rate
      if time <= horizon { simulator.schedule(event, at: time) }
    case .renewing, .minimalRepair:
      let hazard = pools[number].left.advance(using: &sources[index].failures)
      guard hazard <= sources[index].horizonHazard else { return }
      let time = hazards[index].time(atCumulative: hazard, born: pools[number].born)
      scheduleFailure(event, at: time, in: &simulator)
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
  func scheduleFailure(
    _ event: ClusterEvent, at time: Double, in simulator: inout Simulator<ClusterEvent>
  ) {
    guard time <= horizon, time < .infinity else { return }
    simulator.schedule(event, at: max(time, simulator.now))
  }

  /// Starts the lives of a `per: job` class that is renewed with the job.
  mutating func renewWithJob(in simulator: inout Simulator<ClusterEvent>) {
    for index in renewedWithJob {
      let number = sources[index].pools.lowerBound
      pools[number].reset()
      let hazard = pools[number].left.advance(using: &sources[index].failures)
      let time = hazards[index].time(
        atCumulative: hazard, born: simulator.now)
      guard time <= horizon, time < .infinity else { continue }
      let event = ClusterEvent(kind: .poolFailure, index: Int32(number))
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

  /// A pool fails, at one of its instances.
  mutating func poolFails(_ number: Int, in simulator: inout Simulator<ClusterEvent>) {
    if completesNow(simulator.now) { return complete(in: &simulator) }
    let index = Int(pools[number].source)
    if sources[index].kind == .instants {
      instantStrikes(index, in: &simulator)
    } else if let (instance, multiplier, bound) = chooseInstance(of: number) {
      if sources[index].kind == .renewing {
        leavePool(number, instance: instance, multiplier: multiplier, bound: bound, in: &simulator)
      } else if !isReplaced(index, instance: instance),
        let blow = blow(of: index, at: instance)
      {
        land(blow, of: index, renewal: nil, in: &simulator)
        if sources[index].comesInBursts { burst(of: index, in: &simulator) }
      }
    }
    schedulePool(number, in: &simulator)
  }

  /// Draws the instance of a pool that fails, with its multiplier and the one that was counted for
  /// it; nil when a candidate is rejected, as its multiplier is less.
  @inline(__always)
  private mutating func chooseInstance(
    of number: Int
  ) -> (instance: Int, multiplier: Double, bound: Double)? {
    guard !pools[number].isGrouped else { return chooseGroupedInstance(of: number) }
    let index = Int(pools[number].source)
    let isDepleted = sources[index].kind == .renewing
    while true {
      let instance = pools[number].first + sources[index].choose(among: pools[number].count)
      if !isDepleted || departed[sources[index].offset + instance] == nil {
        return (instance, 1, 1)
      }
    }
  }

  /// Someone must be struck at a given instant, if anyone is at risk.
  private mutating func instantStrikes(
    _ index: Int, in simulator: inout Simulator<ClusterEvent>
  ) {
    let instances = sources[index].instances
    let instance = sources[index].choose(among: instances)
    guard sources[index].atRisk == .powered || phase.isTraining else { return }
    for offset in 0..<instances {
      guard let blow = blow(of: index, at: (instance + offset) % instances) else { continue }
      return land(blow, of: index, renewal: nil, in: &simulator)
    }
  }

  /// An instance fails for the first time, and has a life of its own from now on.
  private mutating func leavePool(
    _ number: Int, instance: Int, multiplier: Double, bound: Double,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    let index = Int(pools[number].source)
    pools[number].left.removeOne(multiplier: bound)
    departed.set(sources[index].offset + instance, to: Int32(renewals.count))
    guard !isReplaced(index, instance: instance) else { return }
    renewals.append(
      Renewal(
        source: Int32(index), instance: instance, multiplier: multiplier,
        born: pools[number].born))
    if let blow = blow(of: index, at: instance) {
      land(blow, of: index, renewal: renewals.count - 1, in: &simulator)
    } else {
      suspend(renewals.count - 1, at: simulator.now)
    }
  }
}
