import ClusterModel
import Statistics

extension ScenarioEstimate {
  /// The classes of a scenario with their mean rates over the run.
  static func classes(of scenario: Scenario) -> [ClassRate] {
    let span = scenario.shortestRun
    let known = scenario.faults.indices.map { index in
      rate(of: scenario.faults[index], in: scenario, ofInstance: scenario.meanRate(index, span))
    }
    let renewed = scenario.faults.filter(\.isRenewedWithJob)
    guard !renewed.isEmpty else { return known }
    let others =
      known.reduce(0) { $0 + $1.ofJob } + (scenario.maintenance.map { 1 / $0.every } ?? 0)
    let factors = scenario.faults.indices.filter { scenario.faults[$0].isRenewedWithJob }
      .map { MeanHazard($0, in: scenario).meanFactor(until: span) }
    var rates = firstFailures(of: renewed, factors: factors, others: others, span: span)
      .makeIterator()
    return known.map { entry in
      guard entry.fault.isRenewedWithJob else { return entry }
      return rate(of: entry.fault, in: scenario, ofInstance: rates.next() ?? 0)
    }
  }

  private static func rate(
    of fault: FaultClass, in scenario: Scenario, ofInstance: Double
  ) -> ClassRate {
    ClassRate(
      fault: fault, instances: fault.count * Topology(scenario.cluster).units(of: fault.per),
      strikingInstances: scenario.strikingInstances(of: fault),
      ofInstance: min(ofInstance, .greatestFiniteMagnitude.squareRoot()))
  }

  /// Mean rates of one instance of each class that is renewed when the job starts: the chance to
  /// end a stretch of training, over the mean length of a stretch.
  ///
  /// Training lasts longer than t with chance G = e^{−μt − Σ nH(t)}, μ being the rate of all else;
  /// over cells of equal ratio, each fall of G is shared out by what the hazards add in the cell.
  private static func firstFailures(
    of faults: [FaultClass], factors: [Double], others: Double, span: Double
  ) -> [Double] {
    let end = min(span, 1e12)
    let cells = 4000
    let ratio = PortableMath.exp(PortableMath.log(1e15) / Double(cells))
    var ended = faults.map { _ in 0.0 }
    var (length, time, lasting) = (0.0, 0.0, 1.0)
    var hazards = ended
    for cell in 0...cells where lasting > 0 {
      let next = cell == 0 ? end * 1e-15 : min(end, time * ratio)
      let later = zip(faults, factors).map { fault, factor in
        factor > 0 ? factor * fault.cumulativeHazard(next) : 0
      }
      let added = zip(later, hazards).map { $0 < .infinity ? $0 - $1 : .infinity }
      let sum = zip(faults, added).reduce(others * (next - time)) {
        $0 + Double($1.0.count) * $1.1
      }
      let left = lasting * PortableMath.exp(-sum)
      let bounded = zip(faults, added).reduce(0) { $0 + ($1.1 < .infinity ? 0 : $1.0.count) }
      for index in faults.indices where sum > 0 {
        let share =
          bounded == 0 ? added[index] / sum : added[index] < .infinity ? 0 : 1 / Double(bounded)
        ended[index] += (lasting - left) * share
      }
      length += (lasting + left) / 2 * (next - time)
      (time, lasting, hazards) = (next, left, later)
    }
    return ended.map { $0 / length }
  }
}

extension FaultClass {
  /// Whether the lives of the class begin anew whenever the job resumes training.
  var isRenewedWithJob: Bool {
    guard case .lifetime(let law) = process else { return false }
    return per == .job && renews && law.constantRate == nil
  }

  fileprivate func cumulativeHazard(_ time: Double) -> Double {
    if case .lifetime(let law) = process { law.cumulativeHazard(time) } else { 0 }
  }
}

extension Scenario {
  /// The length of the run, or of the work if that is less: the time over which rates are means.
  var shortestRun: Double { min(horizon ?? .infinity, job.work ?? .infinity) }

  /// Mean rate of each instance of a class, with all faults of a burst; 0 if it is renewed with the
  /// job.
  fileprivate func meanRate(_ index: Int, _ span: Double) -> Double {
    let fault = faults[index]
    switch fault.process {
    case .instants(let times):
      let instances = fault.count * Topology(cluster).units(of: fault.per)
      return Double(times.count { $0 <= span }) / (span * Double(instances))
    case .lifetime(let law):
      if fault.isRenewedWithJob { return 0 }
      let first = MeanHazard(index, in: self).failures(of: law, until: span)
      return first / span * fault.burstSize(atRisk: shareAtRisk(of: fault))
    }
  }

  /// Share of the instances of a class that can be struck while the job trains.
  private func shareAtRisk(of fault: FaultClass) -> Double {
    guard fault.strikesOnlyInTraining || !cluster.sparesArePowered else { return 1 }
    return Double(jobUnits(of: fault.per)) / Double(Topology(cluster).units(of: fault.per))
  }

  /// Instances whose faults strike the job while it trains: a share of those of a class that takes
  /// down less than it lives on.
  fileprivate func strikingInstances(of fault: FaultClass) -> Double {
    let onJob = Double(fault.count * jobUnits(of: fault.per))
    if case .instants = fault.process, fault.strikesOnlyInTraining {
      // Somebody at risk is struck at each instant.
      return Double(fault.count * Topology(cluster).units(of: fault.per))
    }
    guard !fault.strikesOnlyInTraining, fault.takesDown != .job else { return onJob }
    if !fault.takesDown.contains(max(fault.per, .node)) {
      return onJob * Double(job.nodes) / Double(nodes(under: fault.per))
    }
    guard cluster.sparesArePowered else { return onJob }
    let reach = nodes(under: fault.takesDown)
    return Double(fault.count * Topology(cluster, nodes: reach).units(of: fault.per))
  }

  /// Instances on what is powered: all, or the job's if waiting nodes are switched off.
  func poweredInstances(of fault: FaultClass) -> Double {
    let units =
      cluster.sparesArePowered ? Topology(cluster).units(of: fault.per) : jobUnits(of: fault.per)
    return Double(fault.count * units)
  }

  /// Powered nodes of the domains of a level that the job lies on.
  private func nodes(under domain: Domain) -> Int {
    guard cluster.sparesArePowered else { return job.nodes }
    let size = Topology(cluster).size(of: domain)
    let touched = jobUnits(of: domain == .gpu ? .node : domain)
    return min(cluster.allNodes, touched * size)
  }
}
