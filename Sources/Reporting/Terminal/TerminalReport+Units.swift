extension TerminalReport {
  /// The run's failures in each unit that the field uses, beside what was published in it.
  var unitSection: [String] {
    guard let hours = summary("gpu_hours")?.mean, hours > 0,
      let failures = summary("job_failures")?.mean,
      let run = FailureRate(perGPUHour: failures / hours),
      let units = FieldUnits(run: run, label: "", references: library)
    else { return [] }
    let rows = FailureRate.Unit.allCases.map { unit in
      (
        title: unit.title, value: unit.text(run.value(in: unit)),
        published: units.rows.filter { $0.unit == unit }.map {
          "\($0.text(in: unit)) \(TerminalText.plain($0.publisher))"
        }.joined(separator: ", ")
      )
    }
    let label = rows.map(\.title.count).max() ?? 0
    let value = max("this run".count, rows.map(\.value.count).max() ?? 0)
    func line(_ title: String, _ number: String) -> String {
      TerminalText.left(title, label + 2) + "  " + TerminalText.right(number, value) + "  "
    }
    let heading = palette.apply(
      .bold, to: line("In the field's units", "this run") + "published")
    return [heading]
      + rows.flatMap { row -> [String] in
        let start = line("  \(row.title)", row.value)
        let room = style.width - start.count
        let lines = TerminalText.wrapped(row.published, to: room)
        let indent = String(repeating: " ", count: start.count)
        return [start + (lines.first ?? "")] + lines.dropFirst().map { indent + $0 }
      }
  }
}
