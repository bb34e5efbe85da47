/// A part of a bar.
public struct BarSegment: Sendable, Hashable {
  public var label: String
  public var value: Double
  /// The value in words, such as `3.1 %`.
  public var text: String
  /// Which of the eight colours it has, from 1; 0 is grey. Nil is its place in the bar.
  public var colour: Int?

  public init(_ label: String, _ value: Double, text: String, colour: Int? = nil) {
    self.label = label
    self.value = value
    self.text = text
    self.colour = colour
  }
}

/// A bar of parts.
public struct BarRow: Sendable, Hashable {
  public var label: String
  public var segments: [BarSegment]

  public init(_ label: String = "", _ segments: [BarSegment]) {
    self.label = label
    self.segments = segments
  }
}
