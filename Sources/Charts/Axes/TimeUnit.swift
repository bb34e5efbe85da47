/// The unit durations are given in.
public enum TimeUnit: Sendable, Hashable {
  case seconds, minutes, hours, days

  /// How many seconds it is.
  var seconds: Double {
    switch self {
    case .seconds: 1
    case .minutes: 60
    case .hours: 3600
    case .days: 86_400
    }
  }

  var symbol: String {
    switch self {
    case .seconds: "s"
    case .minutes: "min"
    case .hours: "h"
    case .days: "d"
    }
  }

  /// The largest unit a duration has at least one of; the margin is for rounding.
  static func largest(in seconds: Double) -> TimeUnit {
    let fitting = [TimeUnit.days, .hours, .minutes].first {
      seconds.magnitude >= $0.seconds * (1 - 1e-9)
    }
    return fitting ?? .seconds
  }
}
