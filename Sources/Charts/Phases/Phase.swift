/// A kind of time, such as training or recovering.
public struct PhaseKind: Sendable, Hashable {
  public var label: String
  /// Which of the eight colours it has, from 1; 0 is grey.
  public var colour: Int

  public init(_ label: String, colour: Int) {
    self.label = label
    self.colour = colour
  }
}

/// Time spent in one way, in the unit of the strip.
public struct PhaseSpan: Sendable, Hashable {
  public var start: Double
  public var end: Double
  /// Its kind's place among the strip's kinds.
  public var kind: Int

  public init(from start: Double, to end: Double, kind: Int) {
    self.start = start
    self.end = end
    self.kind = kind
  }
}

/// Events of one kind, such as faults, on a lane of their own.
public struct EventLane: Sendable, Hashable {
  public var label: String
  public var times: [Double]
  public var colour: Int

  public init(_ label: String, _ times: [Double], colour: Int = 0) {
    self.label = label
    self.times = times
    self.colour = colour
  }
}
