extension RunDocument {
  /// The figures to be read first, and what they mean.
  var headline: ReportDocument.Section? {
    let figures = [effective, completion, interruptions, loss, spares].compactMap { $0 }
    return ReportDocument.Section(
      "In short", id: id("short"),
      [figures.isEmpty ? nil : .figures(figures), meaning.map { .paragraph($0) }])
  }

  private typealias KeyFigure = ReportDocument.KeyFigure

  private var effective: KeyFigure? {
    guard let ettr = run.summary("ettr"), let mean = ettr.mean else { return nil }
    let decimals = mean > 0.999 ? 2 : 1
    let range = ettr.interval90.map { range in
      "90 % of runs: \(HumaneText.number(100 * range.lowerBound, decimals: decimals)) … "
        + HumaneText.percent(range.upperBound, decimals: decimals)
    }
    let margin = ettr.margin.map { "± \(HumaneText.percent($0, decimals: 2)) (95 % interval)" }
    return KeyFigure(
      label: "Effective training time (ETTR)",
      value: HumaneText.percent(mean, decimals: decimals),
      details: [margin, range].compactMap { $0 })
  }

  private var completion: KeyFigure? {
    guard let hours = run.summary("completion_hours"), let mean = hours.mean else {
      return run.mean("completed").map {
        KeyFigure(label: "Done", value: HumaneText.percent($0), details: ["of the runs"])
      }
    }
    let range = hours.interval90.map {
      "90 % of runs: \(HumaneText.duration($0.lowerBound * 3600)) … "
        + HumaneText.duration($0.upperBound * 3600)
    }
    return KeyFigure(
      label: "Done after", value: HumaneText.duration(mean * 3600),
      details: [range].compactMap { $0 })
  }

  private var interruptions: KeyFigure? {
    guard let all = run.mean("interruptions"), let wall = run.mean("wall_hours"),
      let unexpected = run.mean("unexpected_interruptions"),
      let planned = run.mean("planned_interruptions")
    else { return nil }
    guard all > 0 else { return KeyFigure(label: "Interrupted", value: "never", details: []) }
    let plan = planned > 0 ? ", \(HumaneText.count(planned)) planned" : ""
    return KeyFigure(
      label: "Interrupted every", value: HumaneText.duration(wall / all * 3600),
      details: [
        "\(HumaneText.count(all)) times in \(HumaneText.duration(wall * 3600))",
        "\(HumaneText.count(unexpected)) by failures\(plan)",
      ])
  }

  private var loss: KeyFigure? {
    guard let lost = run.mean("gpu_hours_lost"), let all = run.mean("gpu_hours") else {
      return nil
    }
    let share = all > 0 ? "\(HumaneText.percent(lost / all)) of \(HumaneText.short(all))" : nil
    let money = run.mean("cost_lost").flatMap { cost in
      currency.map { "\(HumaneText.short(cost)) \($0)" }
    }
    return KeyFigure(
      label: "GPU-hours lost", value: HumaneText.short(lost),
      details: [share, money].compactMap { $0 })
  }

  private var spares: KeyFigure? {
    guard let fewest = run.summary("spares_min"), let mean = fewest.mean,
      let cluster = run.document?.scenario.cluster, let job = run.document?.scenario.job,
      cluster.allNodes > job.nodes
    else { return nil }
    let empty = run.mean("spares_empty_percent") ?? 0
    let least = fewest.min.map { "\(HumaneText.number($0, decimals: 0)) in the worst run" }
    let waited = run.mean("starved_hours").flatMap { $0 > 0 ? $0 : nil }
    return KeyFigure(
      label: "Fewest spares left",
      value: "\(HumaneText.count(mean)) of \(HumaneText.grouped(cluster.allNodes - job.nodes))",
      details: [
        least,
        empty > 0 ? "empty \(HumaneText.percent(empty / 100)) of the time" : "never empty",
        waited.map { "the job waited \(HumaneText.duration($0 * 3600)) for nodes" },
      ].compactMap { $0 })
  }

  /// What the figures mean, in a sentence or two.
  private var meaning: String? {
    guard let unexpected = run.mean("unexpected_interruptions"), let wall = run.mean("wall_hours"),
      let lost = run.mean("gpu_hours_lost"), let all = run.mean("gpu_hours"), all > 0
    else { return nil }
    let stops =
      unexpected > 0
      ? "A fault interrupts the job every \(HumaneText.duration(wall / unexpected * 3600))."
      : "No fault interrupts the job."
    let badput = run.result.badput.filter { $0.share > TerminalReport.leastShare }
    let causes = badput.sorted { $0.share > $1.share }.prefix(2)
      .map { "\($0.title) (\(HumaneText.percent($0.share)) of the time)" }
    let part = badput.count > 2 ? "most" : "all"
    let most = causes.isEmpty ? "" : ", \(part) of them to \(causes.joined(separator: " and "))"
    return "\(stops) Of \(HumaneText.short(all)) GPU-hours \(HumaneText.short(lost)) are lost "
      + "(\(HumaneText.percent(lost / all)))\(most)."
  }
}
