import ClusterModel

/// One value of an outcome by its name, so that outcomes can be written down and read back without
/// loss.
public struct OutcomeColumn: Sendable {
  /// Name in records: snake_case, times in seconds.
  public let name: String
  /// The value; whole for counts, 0 or 1 for what is true or false, nil where there is none.
  public let value: @Sendable (Outcome) -> Double?
  /// Sets the value; false if it is none that the column can have.
  public let set: @Sendable (inout Outcome, Double?) -> Bool

  /// All columns; together they are the whole outcome.
  public static let all = times + counts + [isComplete, firstFailure]

  private static let times =
    TimeState.allCases.map { state in
      OutcomeColumn(name: "\(state.identifier)_seconds") {
        $0.ledger[state]
      } set: { outcome, value in
        guard let value else { return false }
        outcome.ledger[state] = value
        return true
      }
    } + [
      time("wall_seconds", \.wallSeconds),
      time("longest_span_without_failure_seconds", \.longestSpanWithoutFailure),
      time("checkpoint_interval_seconds", \.checkpointInterval),
      time("replica_seconds_missed", \.replicaSecondsMissed),
      time("stalled_seconds", \.stalledSeconds),
      time("no_spare_seconds", \.noSpareSeconds),
      time("node_repair_seconds", \.nodeRepairSeconds),
      time("crew_queue_seconds", \.crewQueueSeconds),
      time("crew_busy_seconds", \.crewBusySeconds),
      time("crew_working_seconds", \.crewWorkingSeconds),
      time("corrupt_seconds", \.corruptSeconds),
    ]

  private static let counts = [
    count("failures", \.failures),
    count("job_failures", \.jobFailures),
    count("unexpected_interruptions", \.unexpectedInterruptions),
    count("planned_interruptions", \.plannedInterruptions),
    count("failed_restarts", \.failedRestarts),
    count("unreadable_copies", \.unreadableCopies),
    count("stalls", \.stalls),
    count("fewest_spares", \.fewestSpares),
    count("starvations", \.starvations),
    count("repairs", \.repairs),
    count("retired_nodes", \.retiredNodes),
    count("restocked_nodes", \.restockedNodes),
    count("false_fixes", \.falseFixes),
    count("crew_visits", \.crewVisits),
    count("longest_crew_queue", \.longestCrewQueue),
    count("undetected_corruptions", \.undetectedCorruptions),
  ]

  private static let isComplete = OutcomeColumn(name: "is_complete") {
    $0.isComplete ? 1 : 0
  } set: { outcome, value in
    outcome.isComplete = value == 1
    return value == 0 || value == 1
  }

  private static let firstFailure = OutcomeColumn(name: "first_failure_seconds") {
    $0.firstFailure
  } set: { outcome, value in
    outcome.firstFailure = value
    return true
  }

  private static func time(
    _ name: String, _ path: WritableKeyPath<Outcome, Double> & Sendable
  ) -> OutcomeColumn {
    OutcomeColumn(name: name) {
      $0[keyPath: path]
    } set: { outcome, value in
      guard let value else { return false }
      outcome[keyPath: path] = value
      return true
    }
  }

  private static func count(
    _ name: String, _ path: WritableKeyPath<Outcome, Int> & Sendable
  ) -> OutcomeColumn {
    OutcomeColumn(name: name) {
      Double($0[keyPath: path])
    } set: { outcome, value in
      guard let value, let count = Int(exactly: value), count >= 0 else { return false }
      outcome[keyPath: path] = count
      return true
    }
  }
}
