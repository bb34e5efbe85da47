import ClusterModel
import Experiments
import Statistics

extension RunReport {
  /// `summary.csv`: a row a metric.
  ///
  /// A metric without a value in some replication has an empty row: its mean would leave out just
  /// the replications that say most (no failure at all, say).
  public var summaryTable: CSVTable {
    var table = CSVTable(header: [
      "scenario", "metric", "unit", "mean", "standard_error", "ci95_low", "ci95_high", "sd",
      "min", "p05", "p25", "p50", "p75", "p95", "max",
    ])
    for entry in result.metrics {
      let summary = entry.summary
      let numbers: [Double?] = [
        summary?.mean, summary?.spread?.standardError, summary?.spread?.interval95.lowerBound,
        summary?.spread?.interval95.upperBound, summary?.spread?.standardDeviation,
        summary?.minimum,
        summary?.p05, summary?.p25, summary?.p50, summary?.p75, summary?.p95, summary?.maximum,
      ]
      table.append(
        [
          .text(document.name), .text(entry.metric.identifier), .text(unitText(of: entry.metric)),
        ] + numbers.map(CSVTable.Cell.init))
    }
    return table
  }

  /// `replications.csv`: a row a replication, a column a metric.
  public var replicationsTable: CSVTable {
    var table = CSVTable(
      header: ["scenario", "replication"] + result.metrics.map(\.metric.identifier))
    for replication in 0..<result.settings.replications {
      table.append(
        [.text(document.name), .integer(replication)]
          + result.metrics.map { CSVTable.Cell($0.values[replication]) })
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
    ])
    for entry in result.timeline {
      table.append([
        .number(entry.time), .text(entry.event.rawValue), CSVTable.Cell(entry.fault),
        entry.node.map(CSVTable.Cell.integer) ?? .empty, .text(entry.phase),
        .number(entry.lostSeconds), .number(entry.progressSeconds),
      ])
    }
    return table
  }

  /// One wide row for loops of a shell: the scenario, each `--set`, seed and replications, then
  /// mean and 95 % confidence interval of every metric.
  public var wideTable: CSVTable {
    var header = ["scenario"] + document.settings.map(\.path) + ["seed", "replications"]
    var row: [CSVTable.Cell] = [.text(document.name)]
    row += document.settings.map { .text($0.value) }
    row += [.text(String(result.settings.seed)), .integer(result.settings.replications)]
    for entry in result.metrics {
      let name = entry.metric.identifier
      header += ["\(name)_mean", "\(name)_ci95_low", "\(name)_ci95_high"]
      row += [
        CSVTable.Cell(entry.summary?.mean),
        CSVTable.Cell(entry.summary?.spread?.interval95.lowerBound),
        CSVTable.Cell(entry.summary?.spread?.interval95.upperBound),
      ]
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

extension Summary {
  /// The summary where it can tell of spread: not for a single value.
  var spread: Summary? { count > 1 ? self : nil }
}
