import ClusterModel
import Statistics

/// What becomes of the hazard of one class in a scenario: the law of an instance, multiplied by the
/// scale of the cluster, by the schedule, and by what nodes differ in.
struct MeanHazard {
  private let fault: FaultClass
  /// The factor of the cluster's size.
  private let scale: Double
  /// The multipliers of nodes and their shares.
  private let multipliers: [(factor: Double, share: Double)]
  /// Mean of the multiplier.
  private let meanMultiplier: Double
  /// Ages of instances when the run begins and their shares.
  private let ages: [(age: Double, share: Double)]

  /// The hazard of the class of this index.
  init(_ index: Int, in scenario: Scenario) {
    fault = scenario.faults[index]
    scale = scenario.cluster.rateFactor
    ages = scenario.ages(of: fault.per)
    let frailty = scenario.frailty.flatMap { $0.faults.contains(index) ? $0 : nil }
    meanMultiplier = frailty?.mean ?? 1
    multipliers =
      if case .lemons(let fraction, let multiplier) = frailty?.law {
        [(1, 1 - fraction), (multiplier, fraction)]
      } else {
        [(1, 1)]
      }
  }

  /// Mean factor of the hazard in the time until an instant of the run, the same for all nodes.
  func meanFactor(until time: Double) -> Double {
    guard !fault.schedule.isEmpty, time > 0 else { return scale }
    return scale * fault.schedule.weightedTime(until: time) / time
  }

  /// Mean number of times that an instance with a lifetime fails first in a burst, until an instant
  /// of the run in which it is always at risk.
  func failures(of law: Lifetime, until time: Double) -> Double {
    if let rate = law.constantRate {
      return meanMultiplier * rate * time * meanFactor(until: time)
    }
    guard fault.renews else {
      return meanMultiplier * scale
        * ages.reduce(0) { $0 + $1.share * hazard(of: law, at: $1.age, until: time) }
    }
    let factor = meanFactor(until: time)
    return multipliers.reduce(0) { sum, node in
      guard node.share > 0 else { return sum }
      return sum + node.share
        * law.expectedRenewals(within: time, hazardFactor: node.factor * factor, ages: ages)
    }
  }

  /// The hazard that an instance of an age gathers under the schedule.
  private func hazard(of law: Lifetime, at age: Double, until time: Double) -> Double {
    func gathered(_ start: Double, _ end: Double) -> Double {
      let later = law.cumulativeHazard(age + end)
      return later < .infinity ? max(0, later - law.cumulativeHazard(age + start)) : .infinity
    }
    return fault.schedule.parts(until: time).reduce(0) { sum, part in
      part.factor > 0 && part.end > part.start
        ? sum + part.factor * gathered(part.start, part.end) : sum
    }
  }
}

extension [HazardStep] {
  /// The stretches of time with one factor, up to an instant of the run.
  func parts(until time: Double) -> [(start: Double, end: Double, factor: Double)] {
    let starts = [HazardStep(from: 0, factor: 1)] + self
    let ends = map(\.from) + [.infinity]
    return zip(starts, ends).map { step, end in
      (start: Swift.min(step.from, time), end: Swift.min(end, time), factor: step.factor)
    }
  }

  /// ∫ factor dt until an instant of the run.
  func weightedTime(until time: Double) -> Double {
    parts(until: time).reduce(0) { $0 + $1.factor * ($1.end - $1.start) }
  }
}

extension FaultClass {
  /// Faults that come of one that the lifetime tells, if a share of the instances is at risk: the
  /// others of a burst strike any instance.
  func burstSize(atRisk share: Double) -> Double {
    bursts.map { 1 + ($0.meanSize - 1) * share } ?? 1
  }
}

extension Scenario {
  /// The ages of the domains of a level that the job begins on, in seconds, each with its share.
  fileprivate func ages(of domain: Domain) -> [(age: Double, share: Double)] {
    guard domain != .job else { return [(0, 1)] }
    let size = Topology(cluster).size(of: domain)
    let nodes = job.nodesOfRack.map { job.nodes / $0 * cluster.nodesPerRack } ?? job.nodes
    var (start, units) = (0, [(age: Double, share: Double)]())
    for cohort in cluster.cohorts where start < nodes {
      let end = min(start + cohort.nodes, nodes)
      // Domains whose first node is one of these.
      let count = (end + size - 1) / size - (start + size - 1) / size
      if count > 0 { units.append((age: cohort.age, share: Double(count))) }
      start = end
    }
    let all = units.reduce(0) { $0 + $1.share }
    return units.map { (age: $0.age, share: $0.share / all) }
  }

  /// Domains of a level that the job lies on when the run begins.
  func jobUnits(of domain: Domain) -> Int {
    guard let nodesOfRack = job.nodesOfRack, domain > .node, domain != .job else {
      return Topology(cluster, nodes: job.nodes).units(of: domain)
    }
    let nodes = job.nodes / nodesOfRack * cluster.nodesPerRack
    return Topology(cluster, nodes: nodes).units(of: domain)
  }
}
