import ClusterModel
import Experiments
import Statistics

extension RunReport {
  /// `summary.csv`: a row a metric.
  ///
  /// A metric without a value in some replication has an empty row: its mean would leave out just
  /// the replications that say most (no failure at all, say).
  public var summaryTable: CSVTable {
    var table = CSVTable(header: ["scenario", "metric", "unit"] + SummaryColumns.names)
    for entry in result.metrics {
      table.append(
        [
          .text(document.name), .text(entry.metric.identifier), .text(unitText(of: entry.metric)),
        ] + SummaryColumns.cells(entry.summary))
    }
    return table
  }

  /// `replications.csv`: a row a replication, a column a metric.
  public var replicationsTable: CSVTable {
    var table = CSVTable(
      header: ["scenario", "replication"] + result.metrics.map(\.metric.identifier))
    for (row, replication) in result.replications.enumerated() {
      table.append(
        [.text(document.name), .integer(replication)]
          + result.metrics.map { CSVTable.Cell($0.values[row]) })
    }
    return table
  }

  /// `faults.csv`: a row a fault class.
  ///
  /// `simulated` and its 5 % and 95 % quantiles count the faults that struck the job, `share` is
  /// the class's part of all of these, `all_nodes` counts those of waiting nodes too. `published`
  /// is there when a reference lists the class for the scenario's own exposure.
  public var faultsTable: CSVTable {
    var table = CSVTable(header: [
      "scenario", "fault", "title", "category", "expected", "simulated", "simulated_p05",
      "simulated_p95", "share", "all_nodes", "published", "kind",
    ])
    for row in faultRows {
      table.append([
        .text(document.name), .text(row.fault.name), .text(row.fault.title),
        .text(row.fault.category), CSVTable.Cell(row.expected), CSVTable.Cell(row.count?.mean),
        CSVTable.Cell(row.count?.p05), CSVTable.Cell(row.count?.p95), CSVTable.Cell(row.share),
        CSVTable.Cell(row.allNodes), row.published.map { .integer($0.observed) } ?? .empty,
        CSVTable.Cell(row.published?.evidence.rawValue),
      ])
    }
    return table
  }

  /// `timeline.csv`: every event of the first replication; times in seconds.
  public var timelineTable: CSVTable {
    var table = CSVTable(header: [
      "time_seconds", "event", "fault", "node", "phase", "lost_seconds", "progress_seconds",
      "spares", "nodes_in_repair",
    ])
    for entry in result.timeline {
      table.append([
        .number(entry.time), .text(entry.event.rawValue), CSVTable.Cell(entry.fault),
        entry.node.map(CSVTable.Cell.integer) ?? .empty, .text(entry.phase),
        .number(entry.lostSeconds), .number(entry.progressSeconds), .integer(entry.spares),
        .integer(entry.nodesInRepair),
      ])
    }
    return table
  }

  /// `trajectories.csv`: a row a count and instant, over the first replications (see
  /// `Trajectories`).
  ///
  /// They are walked through once more each time that this is asked for.
  public var trajectoriesTable: CSVTable {
    var table = CSVTable(header: [
      "scenario", "series", "unit", "time_hours", "replications", "mean", "p05", "p50", "p95",
    ])
    let trajectories = Trajectories(of: result)
    for course in trajectories.courses {
      for (time, summary) in zip(trajectories.times, course.summaries) {
        table.append([
          .text(document.name), .text(course.series.rawValue), .text("count"),
          .number(time / 3600), .integer(summary?.count ?? 0), CSVTable.Cell(summary?.mean),
          CSVTable.Cell(summary?.p05), CSVTable.Cell(summary?.p50), CSVTable.Cell(summary?.p95),
        ])
      }
    }
    return table
  }

  /// One wide row for loops of a shell: the scenario, each `--set`, seed and replications, then
  /// mean and 95 % confidence interval of every metric.
  public var wideTable: CSVTable {
    var header = ["scenario"] + document.settings.map(\.path) + ["seed", "replications"]
    var row: [CSVTable.Cell] = [.text(document.name)]
    row += document.settings.map { .text($0.value) }
    row += [.text(String(result.settings.seed)), .integer(result.replications.count)]
    for entry in result.metrics {
      header += WideColumns.names(of: entry.metric)
      row += WideColumns.cells(entry.summary)
    }
    var table = CSVTable(header: header)
    table.append(row)
    return table
  }

  /// The unit of a metric as results name it: money in the scenario's own currency.
  func unitText(of metric: Metric) -> String {
    guard metric.unit == "currency", let cost = result.scenario.cost else { return metric.unit }
    return cost.currency
  }
}
