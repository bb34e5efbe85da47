import Checkpointing
import ClusterModel
import Statistics

/// Whether a run can be expected to end, and to fit.
///
/// Scope: rough by design. A factor of two either way is nothing; what is refused is off by orders
/// of magnitude.
public struct Feasibility: Sendable {
  /// The limits: attempts a segment (as a power of e), saves a run, faults and planned stops in all.
  private static let mostAttemptsLog = 30.0
  private static let mostSaves = 1e11
  private static let mostEvents = 1e9

  private let scenario: Scenario
  /// Faults that strike the job, a second.
  private let jobRate: Double
  /// Faults of all nodes and the job, a second.
  private let rate: Double
  /// By how much a run takes longer for faults that the job runs on with.
  private let stretch: Double

  /// Estimates the rates of a scenario.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
    let estimate = ScenarioEstimate(scenario)
    jobRate = estimate.rate
    stretch = estimate.classes.reduce(1) { stretch, entry in
      switch entry.fault.symptom {
      case .crash, .hang: stretch
      case .slow: max(stretch, 1 / (entry.fault.speed ?? 1))
      case .corrupt: stretch + entry.ofJob * scenario.recovery.detectCorrupt.mean
      }
    }
    let everything = Topology(scenario.cluster)
    rate = estimate.classes.reduce(0) { sum, entry in
      let instances = entry.fault.count * everything.units(of: entry.fault.per)
      return sum + entry.ofInstance * Double(instances)
    }
  }

  /// Why a run should not be started; nil when nothing speaks against it.
  ///
  /// - Parameters:
  ///   - settings: how often and on how many threads the scenario is to be simulated.
  ///   - memory: bytes that may be used.
  public func refusal(settings: RunSettings, memory: Double) -> String? {
    let replications = settings.replications
    let attempts = attemptsLog
    if scenario.job.work != nil, attempts > Self.mostAttemptsLog {
      return "a job hit every \(seconds(1 / jobRate)) would make about e^\(Int(min(attempts, 1e9)))"
        + " attempts at a segment: it would never end"
    }
    let length = expectedLength
    let saves = length / scenario.checkpoint.interval
    if saves > Self.mostSaves {
      return "a run would hold about \(power(saves)) checkpoints"
    }
    let faults = rate * length * Double(replications)
    if faults > Self.mostEvents {
      return "\(replications) replications would hold about \(power(faults)) faults"
    }
    let stops = scenario.maintenance.map { length / $0.every * Double(replications) } ?? 0
    if stops > Self.mostEvents {
      return "\(replications) replications would hold about \(power(stops)) planned stops"
    }
    let bytes = bytes(settings, faultsEach: rate * length)
    if bytes > memory {
      return "\(replications) replications would take about \(gigabytes(bytes)) of memory, and"
        + " there are \(gigabytes(memory))"
    }
    return nil
  }

  /// Memory of a run in bytes: what every replication leaves, as numbers and as text, and on each
  /// thread the nodes that something happened to.
  private func bytes(_ settings: RunSettings, faultsEach: Double) -> Double {
    let metrics = Double(MetricCatalogue.metrics(of: scenario).count)
    let counts = 4 * Double(scenario.faults.count * MemoryLayout<Int>.stride)
    let each = Double(MemoryLayout<Outcome>.stride) + counts + metrics * (24 + 2 * 14)
    let touched = min(faultsEach, Double(scenario.cluster.allNodes))
    return 64e6 + Double(settings.replications) * each + Double(settings.threads) * touched * 200
  }

  /// Logarithm of the attempts that a segment needs, restarts that fail included.
  private var attemptsLog: Double {
    guard let work = scenario.job.work, jobRate > 0 else { return 0 }
    let segment = min(work, scenario.checkpoint.interval) + scenario.checkpoint.save
    // What is renewed with the job must outlive the segment from birth.
    let renewed = scenario.faults.reduce(0.0) { sum, fault in
      guard fault.per == .job, fault.renews, case .lifetime(let law) = fault.process else {
        return sum
      }
      return sum + Double(fault.count) * law.cumulativeHazard(segment)
    }
    let exposed = segment + (scenario.recovery.isExposed ? comingUp : 0)
    return max(renewed, jobRate * exposed) + recurring(in: segment, work: work)
  }

  /// What faults that are misdiagnosed add to that logarithm: each strikes until a diagnosis is
  /// right, and if none ever is they add up.
  private func recurring(in segment: Double, work: Double) -> Double {
    let misdiagnosis = scenario.recovery.misdiagnosis
    let chance = misdiagnosis.missed + misdiagnosis.wrong
    guard chance > 0, scenario.faults.contains(where: { $0.repairRoute != nil }) else { return 0 }
    let hazard = misdiagnosis.recurs.cumulativeHazard(segment) * max(1, jobRate * work)
    return min(hazard, -PortableMath.log1p(-chance))
  }

  private var comingUp: Double { scenario.recovery.restart.mean + scenario.recovery.load.mean }

  /// Length of a run in seconds, as if all faults came at a constant rate and spares never ran out.
  private var expectedLength: Double {
    let horizon = scenario.horizon ?? .infinity
    guard let work = scenario.job.work else { return horizon }
    var policy = scenario.checkpoint
    policy.write = 0
    let recovery = scenario.recovery
    let law = ExponentialCompletion(
      rate: jobRate,
      downtime: max(recovery.detectCrash.mean, recovery.detectHang.mean) + recovery.diagnose.mean
        + recovery.swap.mean,
      restart: comingUp, restartIsExposed: recovery.isExposed)
    return min(horizon, law.completion(work: work, policy: policy).mean * stretch)
  }

  private func seconds(_ value: Double) -> String {
    value < 60 ? "\((value * 10).rounded() / 10) s" : "\((value / 6).rounded() / 10) min"
  }

  private func gigabytes(_ bytes: Double) -> String {
    "\((bytes / 1e8).rounded() / 10) GB"
  }

  private func power(_ value: Double) -> String {
    var (mantissa, exponent) = (value, 0)
    while mantissa >= 10, exponent < 400 {
      mantissa /= 10
      exponent += 1
    }
    return "\((mantissa * 10).rounded() / 10)e\(exponent)"
  }
}
