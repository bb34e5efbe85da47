import ClusterModel
import Experiments
import Statistics

/// Sets one published figure after the other beside the result of a run.
struct FigureComparer {
  private let result: RunResult
  /// Mean exposure of the job: GPUs times days of a run.
  private let gpuDays: Double?

  init(result: RunResult) {
    self.result = result
    let job = result.scenario.job
    let gpus = Double(job.nodes) * Double(result.scenario.cluster.gpusPerNode)
    gpuDays = result.values(of: "wall_hours").flatMap { Summary($0) }.map { gpus * $0.mean / 24 }
  }

  /// The figure beside the result; nil for one that no metric of a run answers to.
  func row(
    for figure: Figure, of reference: Reference, evidence: ComparisonRow.Evidence,
    explanation: String?
  ) -> ComparisonRow? {
    guard let finding = finding(for: figure.kind) else { return nil }
    return ComparisonRow(
      reference: reference.name, title: "\(reference.publisher), \(figure.title)",
      figure: figure, unit: finding.unit, observed: finding.observed,
      observedInterval: finding.observedInterval, hasSameExposure: finding.hasSameExposure,
      simulated: finding.simulated, evidence: evidence, verdict: finding.verdict,
      explanation: explanation)
  }

  /// The parts of a row that depend on the kind of its figure.
  private struct Finding {
    var unit: String
    var observed: Double
    var observedInterval: ClosedRange<Double>?
    var hasSameExposure = true
    var simulated: ComparisonRow.Simulated?
    var verdict = Verdict.notSimulated

    /// Judges an observation that lies in a range by the p-value it has under a prediction.
    mutating func judge(_ observed: ClosedRange<Double>, by prediction: Prediction) {
      let pValue = prediction.pValue(of: observed)
      simulated = ComparisonRow.Simulated(
        mean: prediction.mean, interval90: prediction.interval90, basis: prediction.basis,
        pValue: pValue)
      verdict = Verdict(pValue: pValue, least: prediction.leastPValue)
    }
  }

  private func finding(for kind: Figure.Kind) -> Finding? {
    switch kind {
    case .count(let metric, let observed, let exposure):
      count(metric, observed: observed, exposure: exposure)
    case .counts(let classes, let exposure):
      counts(classes, exposure: exposure)
    case .share(let classes, let observed):
      rounded(observed, unit: "ratio", values: shares(of: classes))
    case .rate(let metric, let observed):
      rounded(observed, unit: unit(of: metric), values: result.values(of: metric))
    case .bound(let metric, let bound):
      self.bound(bound, unit: unit(of: metric), values: result.values(of: metric))
    case .value: nil
    }
  }

  private func unit(of metric: String) -> String {
    result.metrics.first { $0.metric.identifier == metric }?.metric.unit ?? ""
  }

  /// Exposure of a figure over that of the scenario; nil if the scenario's is not known.
  private func scale(to exposure: Exposure) -> Double? {
    guard let gpuDays, gpuDays > 0 else { return nil }
    return exposure.gpuDays / gpuDays
  }

  /// Length of a figure's exposure over that of the scenario.
  private func scaleInDays(to exposure: Exposure) -> Double? {
    guard let horizon = result.scenario.horizon else { return nil }
    return exposure.days * 86400 / horizon
  }

  private func isSame(_ scale: Double) -> Bool { abs(scale - 1) <= 0.001 }

  private func count(_ metric: String, observed: Int, exposure: Exposure) -> Finding {
    let isPlanned = metric == "planned_interruptions"
    let scale = isPlanned ? scaleInDays(to: exposure) : scale(to: exposure)
    var finding = Finding(
      unit: "count", observed: Double(observed),
      observedInterval: PoissonInterval.garwood(count: observed),
      hasSameExposure: scale.map(isSame) ?? false)
    // A plan is no chance: it is compared over the same time only.
    guard let scale, !isPlanned || isSame(scale), simulates(metric),
      let values = result.values(of: metric),
      let summary = Summary(values),
      let prediction = isSame(scale)
        ? Prediction(replications: values) : Prediction(poissonMean: summary.mean * scale)
    else { return finding }
    finding.judge(finding.observed...finding.observed, by: prediction)
    return finding
  }

  /// Whether the scenario has what a metric counts: without maintenance nothing is planned, which
  /// is no prediction of zero.
  private func simulates(_ metric: String) -> Bool {
    metric != "planned_interruptions" || result.scenario.maintenance != nil
  }

  /// A number that was rounded when it was published, over replications.
  private func rounded(
    _ observed: Figure.RoundedValue, unit: String, values: [Double]?
  ) -> Finding {
    var finding = Finding(
      unit: unit, observed: observed.value, observedInterval: observed.range)
    guard let prediction = values.flatMap(Prediction.init(replications:)) else { return finding }
    finding.judge(observed.range, by: prediction)
    return finding
  }

  private func bound(_ bound: Figure.Bound, unit: String, values: [Double]?) -> Finding {
    var finding = Finding(unit: unit, observed: bound.limit)
    guard let values, let prediction = Prediction(replications: values) else { return finding }
    let share = Double(values.count(where: bound.holds)) / Double(values.count)
    finding.simulated = ComparisonRow.Simulated(
      mean: prediction.mean, interval90: prediction.interval90, basis: prediction.basis,
      shareHolding: share)
    finding.verdict = Verdict(shareHolding: share)
    return finding
  }

  /// Pearson's test of the mix of classes: the mean simulated counts, scaled to the observed
  /// total, are the expected ones, so there is one degree of freedom fewer than classes.
  ///
  /// Small cells are kept apart: the approximation holds with at least 3 classes and 10 events,
  /// and n²/k of at least 10 (Koehler and Larntz 1980, JASA 75, 336). The error of the simulated
  /// means is counted. A class that was observed but never simulated makes the p-value zero; with
  /// few replications that says nothing yet.
  private func counts(_ classes: [Figure.ClassCount], exposure: Exposure) -> Finding {
    let observed = classes.map { Double($0.observed) }
    let total = observed.reduce(0, +)
    let scale = scale(to: exposure)
    var finding = Finding(
      unit: "count", observed: total, hasSameExposure: scale.map(isSame) ?? false)
    let means = classes.compactMap { result.meanJobFailures(of: $0.fault) }
    let sum = means.reduce(0, +)
    guard let scale, means.count == classes.count, sum > 0, total > 0 else { return finding }
    let cells = zip(observed, means).filter { $0.0 > 0 || $0.1 > 0 }
    let test: (statistic: Double, degreesOfFreedom: Int, pValue: Double)? =
      cells.count > 1 && cells.allSatisfy { $0.1 > 0 }
      ? GoodnessOfFit.chiSquare(
        observed: cells.map(\.0), expected: cells.map { $0.1 * total / sum },
        // The mean counts are scaled, and their errors with them.
        runs: Double(result.replications.count) * sum / total)
      : nil
    let pValue = test?.pValue ?? (cells.count > 1 ? 0 : 1)
    finding.simulated = ComparisonRow.Simulated(
      mean: isSame(scale) ? sum : sum * scale, basis: .chiSquare, pValue: pValue,
      chiSquare: test.map { ($0.statistic, $0.degreesOfFreedom) })
    let isEarly = test == nil && 2 / Double(result.replications.count + 1) >= Verdict.significance
    finding.verdict = isEarly ? .undecided : Verdict(pValue: pValue)
    return finding
  }

  /// In each replication, the share of these classes in all faults of the job; nil unless the
  /// scenario has them all and every replication has a fault.
  private func shares(of classes: [String]) -> [Double]? {
    let members = result.faults.filter { classes.contains($0.fault.name) }
    guard members.count == classes.count else { return nil }
    var shares: [Double] = []
    for replication in result.replications.indices {
      let all = result.faults.reduce(0) { $0 + $1.jobFailures[replication] }
      let part = members.reduce(0) { $0 + $1.jobFailures[replication] }
      guard all > 0 else { return nil }
      shares.append(Double(part) / Double(all))
    }
    return shares
  }
}
