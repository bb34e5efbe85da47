import Experiments
import ScenarioFormat
import Statistics

extension SweepReport {
  /// `sweep.csv`: a row a point and metric.
  public var tidyTable: CSVTable {
    var table = CSVTable(
      header: startHeader + ["metric", "unit", "replications"]
        + SummaryColumns.names)
    for point in points {
      for entry in point.metrics {
        table.append(
          start(of: point) + [
            .text(entry.metric.identifier), .text(unit(of: entry.metric, point)),
            .integer(point.replications),
          ] + SummaryColumns.cells(entry.summary))
      }
    }
    return table
  }

  /// `differences.csv`: a row a metric and point but the first, from which the others differ.
  ///
  /// The values of each replication are subtracted one by one: with common random numbers these
  /// intervals are narrower than those of the two means.
  public var differenceTable: CSVTable {
    var table = CSVTable(
      header: startHeader + ["metric", "unit", "pairs"]
        + ["difference", "standard_error", "ci95_low", "ci95_high"])
    for point in points.dropFirst() {
      for entry in point.metrics {
        let difference = entry.difference
        table.append(
          start(of: point) + [
            .text(entry.metric.identifier), .text(unit(of: entry.metric, point)),
            difference.map { .integer($0.count) } ?? .empty,
            CSVTable.Cell(difference?.mean),
            CSVTable.Cell(difference?.spread?.standardError),
            CSVTable.Cell(difference?.spread?.interval95.lowerBound),
            CSVTable.Cell(difference?.spread?.interval95.upperBound),
          ])
      }
    }
    return table
  }

  /// `sweep_wide.csv`: a row a point, as `run --csv` writes it.
  public var wideTable: CSVTable {
    let metrics = MetricCatalogue.all.filter { metric in
      points.contains { point in
        point.metrics.contains { $0.metric.identifier == metric.identifier }
      }
    }
    let columns = metrics.flatMap { WideColumns.names(of: $0) }
    let settings = plan.settings.filter { !paths.contains($0.path) }
    var table = CSVTable(
      header: ["scenario"] + settings.map(\.path) + paths + ["seed", "replications"] + columns)
    for point in points {
      let cells = metrics.flatMap { metric in
        WideColumns.cells(
          point.metrics.first { $0.metric.identifier == metric.identifier }?.summary)
      }
      table.append(
        [.text(plan.name)] + settings.map { .text($0.value) }
          + values(of: point).map(CSVTable.Cell.text)
          + [.text(String(plan.run.seed)), .integer(point.replications)] + cells)
    }
    return table
  }

  /// The varied paths as they were given, and after them those that have numbers once more.
  private var startHeader: [String] {
    ["scenario", "point"] + paths + coordinateColumns.map(\.name)
  }

  private func start(of point: PointResult) -> [CSVTable.Cell] {
    [.text(plan.name), .integer(point.point)] + values(of: point).map(CSVTable.Cell.text)
      + coordinateColumns.map { CSVTable.Cell($0.coordinates.numbers[point.point]) }
  }

  /// The columns of numbers of the paths that have them.
  var coordinateColumns: [(name: String, coordinates: PathCoordinates)] {
    coordinates.compactMap { coordinates in coordinates.column.map { ($0, coordinates) } }
  }
}

extension PathCoordinates {
  /// Name of the column with the numbers; nil if there are none.
  var column: String? { unit.map { path + ($0 == .seconds ? "_seconds" : "_value") } }
}
