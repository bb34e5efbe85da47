import Charts

extension RunDocument {
  /// One possible run, phase by phase; nothing without `timeline.csv`.
  func timeline() throws -> ReportDocument.Section? {
    guard let table = try run.source.table("timeline.csv"),
      let times = table.numbers("time_seconds"), let events = table.column("event"),
      let phases = table.column("phase")
    else { return nil }
    let known = zip(times, zip(events, phases)).compactMap { time, rest in
      time.map { (hours: $0 / 3600, event: rest.0, phase: rest.1) }
    }
    guard let end = known.last?.hours, end > 0 else { return nil }
    let spans = zip(known, known.dropFirst()).compactMap { here, next in
      next.hours > here.hours
        ? PhaseSpan(from: here.hours, to: next.hours, kind: Self.kind(of: here.phase)) : nil
    }
    var chart = PhaseStrip(
      ChartHeading("One possible run"), kinds: Self.kinds, spans: spans,
      lanes: [EventLane("failures", known.filter { $0.event == "fault" }.map(\.hours))],
      unit: .hours, rowLength: Self.rowLength(end))
    chart.axisTitle = "Time since the start"
    return ReportDocument.Section(
      "One possible run", id: id("run"),
      [
        picture(
          chart, id: "timeline-chart",
          caption: "What the job did in the first replication, and every failure of a node or the "
            + "job. timeline.csv tells each event.")
      ])
  }

  private static let kinds = [
    PhaseKind("trains", colour: 1), PhaseKind("recovers from a fault", colour: 2),
    PhaseKind("waits for a node", colour: 8), PhaseKind("stands still as planned", colour: 3),
  ]

  /// Hours a row: a day, a week, four, or more of them, so that there are at most a dozen rows.
  private static func rowLength(_ hours: Double) -> Double? {
    guard hours > 24 else { return nil }
    let fixed = [24.0, 168, 672].first { hours <= 12 * $0 }
    return fixed ?? 672 * (hours / (12 * 672)).rounded(.up)
  }

  private static func kind(of phase: String) -> Int {
    switch phase {
    case "training", "stopping": 0
    case "starved": 2
    case "planned": 3
    default: 1
    }
  }
}
