/// People or machines that mend: a stage that names a crew waits until one of them is free.
public struct RepairCrew: Sendable, Equatable {
  /// Name that stages refer to.
  public var name: String
  /// Nodes that can be worked on at a time.
  public var size: Int
  /// When work proceeds; nil for a crew that works around the clock.
  public var hours: WorkingHours?

  /// Creates a crew of at least one.
  public init(name: String, size: Int, hours: WorkingHours? = nil) {
    precondition(size > 0, "the crew \(name) has a size of at least 1, not \(size)")
    self.name = name
    self.size = size
    self.hours = hours
  }
}

/// The same hours on certain days of every week. The run begins on a Monday at midnight.
///
/// Time is mapped to working time W, the seconds worked since the start of the run, so that work of
/// a length w that begins at t ends when W has grown by w.
public struct WorkingHours: Sendable, Equatable {
  /// A day of the week.
  public enum Day: String, Sendable, CaseIterable {
    case monday = "mon"
    case tuesday = "tue"
    case wednesday = "wed"
    case thursday = "thu"
    case friday = "fri"
    case saturday = "sat"
    case sunday = "sun"
  }

  private static let day = 86400.0
  private static let week = 7 * day

  /// Starts of the shifts of a week in seconds since Monday at midnight, ascending.
  private let starts: [Double]
  /// Length of a shift in seconds.
  private let length: Double

  /// Creates hours.
  ///
  /// - Parameters:
  ///   - days: the days on which work is done; at least one.
  ///   - from: the beginning of work in seconds after midnight.
  ///   - to: the end of work in seconds after midnight, later than `from`, at most 24 h.
  public init(days: Set<Day>, from: Double, to: Double) {
    precondition(!days.isEmpty, "nobody works on no day")
    precondition(0 <= from && from < to && to <= Self.day, "work from \(from) s to \(to) s")
    starts = Day.allCases.indices.filter { days.contains(Day.allCases[$0]) }
      .map { Double($0) * Self.day + from }
    length = to - from
  }

  /// Working time of a week in seconds.
  private var weekly: Double { Double(starts.count) * length }

  /// Seconds worked from the start of the run until an instant of it.
  public func worked(until time: Double) -> Double {
    let weeks = (time / Self.week).rounded(.down)
    let rest = time - weeks * Self.week
    return starts.reduce(weeks * weekly) { $0 + min(max(0, rest - $1), length) }
  }

  /// When work that begins at an instant is done; work of no length is done at once.
  ///
  /// Work that lasts until the very end of a shift is done then, not when the next one begins.
  /// Work of more than 30,000 years is never done.
  public func end(ofWork seconds: Double, from time: Double) -> Double {
    guard seconds < 1e12 else { return .infinity }
    let worked = worked(until: time) + seconds
    let weeks = max(0, (worked / weekly).rounded(.up) - 1)
    let rest = worked - weeks * weekly
    let shift = min(max(0, Int((rest / length).rounded(.up)) - 1), starts.count - 1)
    let instant = weeks * Self.week + starts[shift] + (rest - Double(shift) * length)
    return max(time, instant)
  }
}
