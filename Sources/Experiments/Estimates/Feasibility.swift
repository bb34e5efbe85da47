import Checkpointing
import ClusterModel
import Statistics

/// Whether a run can be expected to end, and to fit.
///
/// Scope: rough by design. A factor of two either way is nothing; what is refused is off by orders
/// of magnitude.
public struct Feasibility: Sendable {
  /// The limits: attempts a segment (as a power of e), saves a run, faults and stops in all.
  private static let mostAttemptsLog = 30.0
  private static let mostSaves = 1e11
  private static let mostEvents = 1e9

  private let scenario: Scenario
  private let estimate: ScenarioEstimate
  /// The same when all schedules have come to their ends; nil if there are none.
  private let eventual: ScenarioEstimate?

  /// Estimates the rates of a scenario.
  public init(_ scenario: Scenario) {
    estimate = ScenarioEstimate(scenario)
    self.scenario = estimate.scenario
    guard scenario.faults.contains(where: { !$0.schedule.isEmpty }) else {
      eventual = nil
      return
    }
    var later = scenario
    for index in later.faults.indices {
      later.faults[index].schedule = later.faults[index].schedule.suffix(1)
        .map { HazardStep(from: 0, factor: $0.factor) }
    }
    eventual = ScenarioEstimate(later)
  }

  /// Why a run should not be started; nil when nothing speaks against it.
  ///
  /// - Parameters:
  ///   - settings: how often and on how many threads the scenario is to be simulated.
  ///   - memory: bytes that may be used.
  public func refusal(settings: RunSettings, memory: Double) -> String? {
    // A precision may be reached at the first look.
    let least = settings.precision == nil ? settings.replications : Precision.step
    return hopelessness ?? excess(min(least, settings.replications))
      ?? shortage(settings, memory: memory)
  }

  // MARK: Runs that would not end

  /// Why the job would hardly ever do its work: neither with the rates over its work, nor with those
  /// that the schedules end with.
  private var hopelessness: String? {
    guard let reason = hopelessness(by: estimate) else { return nil }
    return eventual.map { hopelessness(by: $0) == nil } ?? false ? nil : reason
  }

  private func hopelessness(by estimate: ScenarioEstimate) -> String? {
    guard let work = scenario.job.work else { return nil }
    let segment = min(work, segmentLength) + scenario.checkpoint.meanSave
    let attempts = attemptsLog(segment, by: estimate)
    // The limit itself is over it, whatever the last digit of a product says.
    if attempts >= Self.mostAttemptsLog * (1 - 1e-12) {
      return "a job hit every \(seconds(1 / estimate.rate)) would make about"
        + " e^\(Int(min(attempts, 1e9).rounded())) attempts at a segment, which take about"
        + " \(years(ofAttemptsLog: attempts, by: estimate)) years: it would never end"
    }
    if let fault = scenario.faults.first(where: { isOutlived($0, by: segment) }) {
      return
        "\(fault.title): its greatest lifetime is shorter than a segment, so that the job would"
        + " never end"
    }
    if shortageLog(by: estimate) < -Self.mostAttemptsLog {
      return "so many nodes would be in repair that the job would hardly ever have the"
        + " \(nodesNeeded) that it needs: it would never end"
    }
    if scenario.horizon == nil, !(estimate.wallSeconds < ClusterSimulation.longestRun) {
      return "the job would take more than 1,000 years"
    }
    return nil
  }

  /// Work that must be done without a loss: an interval, or all if no copy can be read.
  private var segmentLength: Double {
    scenario.storage.allSatisfy { $0.unreadable == 1 } ? .infinity : estimate.interval
  }

  /// Logarithm of the attempts that a segment needs, restarts that faults break off included.
  private func attemptsLog(_ segment: Double, by estimate: ScenarioEstimate) -> Double {
    // What is renewed with the job must outlive the segment from birth.
    let renewed = estimate.scenario.faults.indices.reduce(0.0) { sum, index in
      let fault = estimate.scenario.faults[index]
      guard fault.per == .job, fault.renews, estimate.scenario.takesDownJob(fault),
        case .lifetime(let law) = fault.process
      else { return sum }
      let factor = MeanHazard(index, in: estimate.scenario)
        .meanFactor(until: estimate.scenario.shortestRun)
      guard factor > 0 else { return sum }
      return sum + factor * Double(fault.count) * law.cumulativeHazard(segment)
    }
    let exposed = segment + (scenario.recovery.isExposed ? typicalStart : 0)
    guard estimate.rate > 0 else { return 0 }
    let striking = estimate.replicas.map(estimate.wholeJobRate) ?? estimate.rate
    let rate = striking + worstNode(by: estimate)
    // What no copy outlives throws the job back to its start.
    let fatal = estimate.classes.filter { entry in
      scenario.takesDownJob(entry.fault)
        && scenario.storage.allSatisfy { !$0.outlives(entry.fault.takesDown) }
    }.reduce(0) { $0 + $1.ofJob }
    return max(renewed, rate * exposed, fatal * (scenario.job.work ?? 0))
      + recurring(in: segment, by: estimate)
  }

  /// Years that all segments take, as text, by the mean time of a segment, (1/λ + D)(e^x − 1), with
  /// the logarithm x of its attempts, which is large.
  private func years(ofAttemptsLog attempts: Double, by estimate: ScenarioEstimate) -> String {
    let steps = estimate.recovery
    // What is exposed is among the attempts.
    let shielded = scenario.recovery.isExposed ? 0 : steps.restart + steps.load
    let down = steps.detection + steps.diagnosis + steps.replacement + shielded
    let segments = ((scenario.job.work ?? 0) / estimate.interval).rounded(.up)
    let year = 365.25 * 86_400
    let factor = max(1, segments) * (1 / estimate.rate + down) / year
    return power(ofLog: attempts + PortableMath.log(factor))
  }

  /// What faults that are misdiagnosed add to that logarithm: each strikes until a diagnosis is
  /// right, and if none ever is they add up.
  private func recurring(in segment: Double, by estimate: ScenarioEstimate) -> Double {
    let misdiagnosis = scenario.recovery.misdiagnosis
    let chance = misdiagnosis.missed + misdiagnosis.wrong
    guard chance > 0, scenario.faults.contains(where: { $0.repairRoute != nil }) else { return 0 }
    let faults = max(1, estimate.rate * (scenario.job.work ?? 0))
    return min(
      misdiagnosis.recurs.cumulativeHazard(segment) * faults, -PortableMath.log1p(-chance))
  }

  /// What the node that differs most from others adds to the rate at which the job is struck, if it
  /// stays in the job: without a repair, or without a spare.
  private func worstNode(by estimate: ScenarioEstimate) -> Double {
    guard let frailty = scenario.frailty else { return 0 }
    let nodes = Double(scenario.job.nodes)
    let greatest =
      switch frailty.law {
      case .lemons(let fraction, let multiplier): fraction * nodes < 1e-6 ? 1 : multiplier
      // About the greatest of so many.
      case .gamma(let variance): variance * PortableMath.log1p(nodes / variance)
      }
    let hasSpares = scenario.cluster.allNodes > scenario.job.nodes
    return frailty.faults.reduce(0) { sum, index in
      let entry = estimate.classes[index]
      let leaves = entry.fault.repairRoute != nil && entry.fault.takesDown != .job && hasSpares
      guard !leaves, greatest > 1 else { return sum }
      return sum + (greatest - 1) * entry.ofJob / frailty.mean / nodes
    }
  }

  /// Median time of a restart: a mean may be that of a tail which is hardly ever met.
  private var typicalStart: Double {
    let loads = scenario.storage.map { $0.load.time(atCumulativeHazard: PortableMath.log(2)) }
    let restart = scenario.recovery.policy.hotRestart ?? scenario.recovery.restart
    return restart.time(atCumulativeHazard: PortableMath.log(2)) + (loads.min() ?? 0)
  }

  /// Whether each instance of a class fails in every segment.
  private func isOutlived(_ fault: FaultClass, by segment: Double) -> Bool {
    guard case .lifetime(let law) = fault.process, fault.renews, fault.per != .job,
      scenario.takesDownJob(fault),
      fault.schedule.last?.factor != 0
    else { return false }
    let isExposed = scenario.recovery.isExposed && fault.atRisk == .powered
    return law.greatestValue <= segment + (isExposed ? typicalStart : 0)
  }

  /// Nodes without which the job does not train.
  private var nodesNeeded: Int {
    guard case .elastic(let policy) = scenario.recovery.policy else { return scenario.job.nodes }
    return scenario.job.nodes / policy.replicas * policy.minimum
  }

  /// Logarithm of the chance to have enough nodes, each in repair by itself for its share of time.
  private func shortageLog(by estimate: ScenarioEstimate) -> Double {
    let nodes = Double(scenario.cluster.allNodes)
    let idle = nodes - Double(nodesNeeded)
    // A job that waits is not struck by what only training breaks.
    let load = estimate.nodesInRepairWhileWaiting / nodes
    let allUp = -Double(nodesNeeded) * PortableMath.log1p(load)
    // At most (eN/k)^k ways to choose the k nodes that wait.
    let ways = idle > 0 ? idle * (1 + PortableMath.log(nodes / idle)) : 0
    return min(0, allUp + ways)
  }

  // MARK: Runs that would be too large

  /// What there would be too much of.
  private func excess(_ replications: Int) -> String? {
    let length = min(estimate.wallSeconds, ClusterSimulation.longestRun)
    let saves = min(length, scenario.job.work ?? .infinity) / estimate.interval
    if saves > Self.mostSaves { return "a run would hold about \(power(saves)) checkpoints" }
    let faults = rate * length * Double(replications)
    if faults > Self.mostEvents {
      return "\(replications) replications would hold about \(power(faults)) faults"
    }
    let stops = stopsAndSpeeds(length) * Double(replications)
    if stops > Self.mostEvents {
      let changes = scenario.throughput == nil ? "" : " and changes of speed"
      return "\(replications) replications would hold about \(power(stops)) planned stops" + changes
    }
    return nil
  }

  /// Planned stops and changes of speed in a run.
  private func stopsAndSpeeds(_ length: Double) -> Double {
    let planned = scenario.maintenance.map { length / $0.every } ?? 0
    guard let throughput = scenario.throughput else { return planned }
    let changes = throughput.diurnal > 0 || throughput.driftPerDay > 0 ? length / 3600 : 0
    return planned + changes + (throughput.refresh.map { length / $0 } ?? 0)
  }

  /// Faults of all nodes and the job, a second; each falsely fixed node brings others.
  private var rate: Double {
    let falsely = scenario.falseFixShare
    let again = min(
      max(1, scenario.repair.returnsMultiplier), falsely < 1 ? 1 / (1 - falsely) : .infinity)
    return again * estimate.classes.reduce(0) { $0 + $1.ofInstance * Double($1.instances) }
  }

  private func shortage(_ settings: RunSettings, memory: Double) -> String? {
    let length = min(estimate.wallSeconds, ClusterSimulation.longestRun)
    let bytes = bytes(settings, faultsEach: rate * length)
    guard bytes > memory else { return nil }
    return "\(settings.replications) replications would take about \(gigabytes(bytes)) of memory,"
      + " and there are \(gigabytes(memory))"
  }

  /// Memory of a run in bytes: what every replication leaves, as numbers and as text, and on each
  /// thread the nodes that something happened to.
  private func bytes(_ settings: RunSettings, faultsEach: Double) -> Double {
    let metrics = Double(MetricCatalogue.metrics(of: scenario).count)
    let counts = 4 * Double(scenario.faults.count * MemoryLayout<Int>.stride)
    let each = Double(MemoryLayout<Outcome>.stride) + counts + metrics * (24 + 2 * 14)
    let touched = min(faultsEach, Double(scenario.cluster.allNodes))
    let onThread = touched * 200 + bytesOfLives(faultsEach) + bytesOfBursts
    return 64e6 + Double(settings.replications) * each + Double(settings.threads) * onThread
  }

  /// Memory of the lives that begin anew on nodes which come back unfixed, and when they are cured: an
  /// entry a class each time, kept to the end of the replication.
  private func bytesOfLives(_ faultsEach: Double) -> Double {
    guard scenario.repair.returnsMultiplier != 1 else { return 0 }
    let stages = scenario.repairRoutes.flatMap(\.stages)
    let onNodes = scenario.faults.count { $0.per <= .node }
    return faultsEach * (stages.map(\.falseFix).max() ?? 0) * Double(2 * onNodes) * 80
  }

  /// Memory of the faults of bursts that are still to come, by Little's law.
  private var bytesOfBursts: Double {
    let length = min(estimate.wallSeconds, ClusterSimulation.longestRun)
    return estimate.classes.reduce(0) { sum, entry in
      guard let bursts = entry.fault.bursts else { return sum }
      let others = entry.ofInstance * Double(entry.instances) * (1 - 1 / bursts.meanSize)
      return sum + others * bursts.delay.meanLength(upTo: length) * 64
    }
  }
}
