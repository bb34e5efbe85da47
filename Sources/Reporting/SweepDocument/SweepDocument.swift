/// Makes the report of a sweep from its files.
struct SweepDocument {
  let sweep: StoredSweep
  /// Begins the names of sections and pictures, so that several results can stand on one page.
  let prefix: String

  /// The whole report.
  func document() -> ReportDocument {
    ReportDocument(
      title: title, subtitle: subtitle, warnings: sweep.result.warnings,
      sections: [headline, pictures, points, reproduction].compactMap { $0 })
  }

  private var title: String {
    sweep.result.title.isEmpty ? sweep.result.scenario : sweep.result.title
  }

  private var subtitle: String {
    let settings = sweep.result.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let count = sweep.result.points.count
    let replications = sweep.result.points.map(\.replications)
    let (least, most) = (replications.min() ?? 0, replications.max() ?? 0)
    let range =
      HumaneText.grouped(least) + (least == most ? "" : " to \(HumaneText.grouped(most))")
    return
      ([
        sweep.result.scenario, "sweep over \(sweep.result.paths.joined(separator: ", "))",
      ] + settings + [
        "\(HumaneText.grouped(count)) point\(count == 1 ? "" : "s")",
        "\(range) replication\(most == 1 ? "" : "s") a point", "seed \(sweep.result.seed)",
      ]).joined(separator: " · ")
  }

  /// The values of a point: "interval 10 min, spare_nodes 8".
  func name(of point: StoredSweep.Point) -> String {
    sweep.result.paths.map { "\(shortName(of: $0)) \(text(of: $0, at: point))" }
      .joined(separator: ", ")
  }

  /// The last key of a path, or all of it where that is not clear.
  func shortName(of path: String) -> String {
    func last(_ path: String) -> String { path.split(separator: ".").last.map(String.init) ?? path }
    let isClear = sweep.result.paths.count { last($0) == last(path) } == 1
    return isClear ? last(path) : path
  }

  /// The value of a path at a point: durations in their two largest units, all else as given.
  func text(of path: String, at point: StoredSweep.Point) -> String {
    let number = point.coordinates?[path] ?? nil
    if let number, sweep.result.pathUnits?[path] == "seconds" { return HumaneText.duration(number) }
    return point.values[path] ?? ""
  }

  func ettr(_ point: StoredSweep.Point) -> StoredPointMetric? { point.metrics["ettr"] }

  /// The point with the highest mean ETTR.
  var best: StoredSweep.Point? {
    sweep.result.points.max { left, right in
      (ettr(left)?.metric.summary.mean ?? -1) < (ettr(right)?.metric.summary.mean ?? -1)
    }
  }

  private var headline: ReportDocument.Section? {
    guard let best, let summary = ettr(best)?.metric.summary, let mean = summary.mean else {
      return nil
    }
    let means = sweep.result.points.compactMap { ettr($0)?.metric.summary.mean }
    let range = summary.interval90.map {
      "90 % of runs: \(HumaneText.number(100 * $0.lowerBound, decimals: 2)) … "
        + HumaneText.percent($0.upperBound, decimals: 2)
    }
    let margin = summary.margin.map { "± \(HumaneText.percent($0, decimals: 3)) (95 % interval)" }
    return ReportDocument.Section(
      "In short", id: "\(prefix)short",
      [
        .figures([
          ReportDocument.KeyFigure(
            label: "Highest ETTR", value: HumaneText.percent(mean, decimals: 2),
            details: [margin, range].compactMap { $0 }),
          ReportDocument.KeyFigure(
            label: "Reached at", value: text(of: sweep.result.paths.first ?? "", at: best),
            details: [sweep.result.paths.first ?? ""]
              + sweep.result.paths.dropFirst().map { "\($0) \(text(of: $0, at: best))" }),
          ReportDocument.KeyFigure(
            label: "Lowest ETTR", value: HumaneText.percent(means.min() ?? 0, decimals: 2),
            details: ["all points lie between the two"]),
        ])
      ])
  }

  private var reproduction: ReportDocument.Section? {
    ReportDocument.Section(
      "How to make it again", id: "\(prefix)again",
      Reproduction(sweep.manifest, sweep: sweep).blocks)
  }
}
