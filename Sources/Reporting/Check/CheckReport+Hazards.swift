import ClusterModel
import Experiments

extension CheckReport {
  // MARK: What changes hazards

  /// Which rates are means over the run.
  var agingSentence: String {
    let titles = estimate.classes.map(\.fault)
      .filter { $0.constantRate == nil || !$0.schedule.isEmpty }.map(Self.title)
    guard !titles.isEmpty else { return "" }
    return "The rate of \(Self.list(titles)) may change with age or time: the figure is its mean "
      + "over the run."
  }

  /// How the size of the cluster changes rates.
  var scaleSentence: String {
    let cluster = scenario.cluster
    guard let scale = cluster.rateScale else { return "" }
    let gpus = cluster.nodes * cluster.gpusPerNode
    guard gpus > scale.overGPUs else {
      return
        "Rates are as given up to \(Self.count(scale.overGPUs, "GPU")), which the cluster does "
        + "not exceed."
    }
    return
      "With \(Self.count(gpus, "GPU")), more than \(HumaneText.grouped(scale.overGPUs)), rates "
      + "are \(Self.figure(cluster.rateFactor)) times as given."
  }

  /// How nodes differ.
  var frailtySentence: String {
    guard let frailty = scenario.frailty, !frailty.faults.isEmpty else { return "" }
    let titles = frailty.faults.sorted().map { Self.title(scenario.faults[$0]) }
    let classes = titles.count == scenario.faults.count ? "" : " (\(Self.list(titles)))"
    switch frailty.law {
    case .lemons(let fraction, let multiplier):
      return "\(HumaneText.percent(fraction)) of nodes are lemons, struck "
        + "\(Self.figure(multiplier)) times as often\(classes): a mean multiplier of "
        + "\(Self.figure(frailty.mean))."
    case .gamma(let variance):
      return "Each node has a multiplier of its rates\(classes), of mean 1 and standard deviation "
        + "\(Self.figure(variance.squareRoot()))."
    }
  }

  /// Which rates hold faults that come together.
  var burstSentence: String {
    let bursts = scenario.faults.compactMap { fault in
      fault.bursts.map { "\(Self.figure($0.meanSize)) of \(Self.title(fault))" }
    }
    return bursts.isEmpty
      ? "" : "The rates count all faults of bursts, on average \(Self.list(bursts))."
  }

  /// Three significant digits, without a fraction if there is none.
  static func figure(_ value: Double) -> String {
    value.magnitude < 1e5 && value == value.rounded()
      ? HumaneText.number(value, decimals: 0) : HumaneText.short(value)
  }

  // MARK: What is left out

  /// What the formulas do not know of.
  var leftOutSentence: String {
    let recovery = scenario.recovery
    let chance = recovery.misdiagnosis.missed + recovery.misdiagnosis.wrong
    let isSlowed = scenario.faults.contains { $0.symptom == .slow }
    let isCorrupted = scenario.faults.contains { $0.symptom == .corrupt }
    let storage = scenario.storage
    let isOutlived = scenario.faults.contains { fault in
      storage.allSatisfy { !$0.outlives(fault.takesDown) }
    }
    let returnsUnfixed = scenario.repairRoutes.contains { $0.stages.contains { $0.falseFix > 0 } }
    let isActivated = scenario.cluster.spareActivation != .zero
    let causes: [(holds: Bool, items: [String])] = [
      (isSlowed, ["slow training"]),
      (isCorrupted && estimate.verified == nil, ["rollbacks past corruptions"]),
      (chance > 0 || recovery.healthCheck != nil, ["wrong diagnoses", "health checks"]),
      (scenario.frailty != nil, ["repairs that take frail nodes out of the job"]),
      (scenario.faults.contains { $0.bursts != nil }, ["faults of a burst that come at once"]),
      (scenario.faults.contains { !$0.schedule.isEmpty }, ["rates that change in the run"]),
      (returnsUnfixed, ["nodes that come back unfixed"]),
      (isActivated && scenario.cluster.warmSpares > 0, ["warm spares that are not ready yet"]),
      (scenario.job.nodesOfRack != nil, ["racks that leave the job for one node"]),
      (storage.contains { $0.unreadable > 0 }, ["copies that can't be read"]),
      (isCorrupted && storage.contains { $0.kept != nil }, ["copies that are not kept"]),
      (isOutlived, ["faults that no copy outlives"]),
      (scenario.checkpoint.furtherLevels.contains { $0.write > 0 }, ["copies in flight"]),
      (estimate.replicas != nil, ["replicas that come back during a stall or with a restart"]),
      (scenario.throughput?.ramp != nil, ["power held down after failures"]),
      (scenario.repair.retirement != nil, ["nodes retired as they break too often"]),
    ]
    let items = causes.filter(\.holds).flatMap(\.items)
    return items.isEmpty ? "" : "Left out of that: \(Self.list(items, most: items.count))."
  }
}
