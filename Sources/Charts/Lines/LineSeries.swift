/// A point of a line, with an interval around its y if there is one.
public struct LinePoint: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var low: Double?
  public var high: Double?

  public init(x: Double, y: Double, low: Double? = nil, high: Double? = nil) {
    self.x = x
    self.y = y
    self.low = low
    self.high = high
  }
}

/// A line of a chart, named at its end.
public struct LineSeries: Sendable, Hashable {
  public var label: String
  public var points: [LinePoint]
  /// Which of the eight colours, dashes and shapes it has, from 1; 0 is grey. Nil is its place
  /// among the lines.
  public var colour: Int?
  /// Whether a value holds until the next, as counts do; drawn as a thin staircase.
  public var isStepped: Bool

  public init(
    _ label: String, _ points: [LinePoint], colour: Int? = nil, isStepped: Bool = false
  ) {
    self.label = label
    self.points = points
    self.colour = colour
    self.isStepped = isStepped
  }
}

/// A value marked across a chart.
public struct ReferenceLine: Sendable, Hashable {
  public var value: Double
  public var label: String

  public init(_ value: Double, label: String) {
    self.value = value
    self.label = label
  }
}

/// A point marked by itself, such as a published total.
public struct PointMark: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var label: String

  public init(x: Double, y: Double, label: String) {
    self.x = x
    self.y = y
    self.label = label
  }
}
