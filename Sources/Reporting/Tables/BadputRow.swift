import ClusterModel
import Experiments
import Statistics

/// What is told about one cause of badput: a state of the job in which it does not get on.
struct BadputRow {
  let state: TimeState
  /// Mean time in that state, in hours.
  let hours: Double
  /// Its part of the mean length of the run.
  let share: Double
  /// Mean GPU-hours of the job that went by in that state.
  let gpuHours: Double
  /// Their price, in the scenario's currency; nil without one.
  let cost: Double?
}

extension RunReport {
  /// The causes of badput, in the order of the states; none for runs without length.
  var badputRows: [BadputRow] {
    func mean(_ metric: String) -> Double? {
      result.metrics.first { $0.metric.identifier == metric }?.summary?.mean
    }
    guard let wall = mean("wall_hours"), wall > 0 else { return [] }
    let scenario = result.scenario
    let gpus = Double(scenario.job.nodes * scenario.cluster.gpusPerNode)
    return TimeState.allCases.filter { $0 != .productive }.compactMap { state in
      mean("\(state.identifier)_hours").map { hours in
        BadputRow(
          state: state, hours: hours, share: hours / wall, gpuHours: gpus * hours,
          cost: scenario.cost.map { $0.gpuHour * gpus * hours })
      }
    }
  }
}

extension ResultObject<BadputRow> {
  static let badput = ResultObject(fields: [
    ResultField("state", .text, "What the job was doing, as in `<state>_hours`.") {
      $0.state.identifier
    },
    ResultField("title", .text, "Name for people.") { $0.state.title },
    ResultField("hours", .number, "Mean time in that state, in hours.") { $0.hours },
    ResultField("share", .share, "Its part of the mean length of the run.") { $0.share },
    ResultField("gpu_hours", .number, "Mean GPU-hours of the job in that state.") { $0.gpuHours },
    ResultField(
      "cost", .optional(.number), "Their price in the scenario's currency; null without one."
    ) { $0.cost },
    ResultField(
      "goodput_name", .optional(.word),
      """
      Name in Google's goodput library (ml-goodput-measurement) of the badput that it belongs to; \
      null where none fits. \(GoodputName.glossary).
      """
    ) { $0.state.goodputName },
  ])
}
