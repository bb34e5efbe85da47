extension RunDocument {
  /// The run's failures in all units that the field has published its own in.
  var units: ReportDocument.Section? {
    guard let hours = run.mean("gpu_hours"), hours > 0, let failures = run.mean("job_failures"),
      let units = FieldUnits(
        run: FailureRate(perGPUHour: failures / hours), label: "This run", references: references)
    else { return nil }
    let rows = units.rows.map { row in
      ReportDocument.Table.Row(
        cells: [row.label + (row.isFirstHand ? "" : " ~")]
          + FailureRate.Unit.allCases.map { unit in
            let text = row.text(in: unit)
            return unit == row.unit ? "\(text) ◂" : text
          },
        standing: row.unit == nil ? .strong : .plain)
    }
    return ReportDocument.Section(
      "In the field's units", id: id("units"),
      [
        .paragraph(
          "How often GPUs fail, here and as others have published it: the same rates, in the "
            + "units of each, most failures first. "
            + "What counts as a failure differs from source to source: interruptions of a job, faults "
            + "of machines, or machines that broke. Here it is a fault that strikes the job."),
        .table(
          ReportDocument.Table(
            columns: [.text("Source")]
              + FailureRate.Unit.allCases.map { .number($0.heading) },
            groups: [ReportDocument.Table.Group(rows: rows)],
            note: "◂ marks the unit a figure was published in; ~ marks those read second-hand. "
              + "A node is one of 8 GPUs.")),
      ])
  }
}
