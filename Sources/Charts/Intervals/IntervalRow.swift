/// A mean with its interval, beside what was published.
public struct IntervalRow: Sendable, Hashable {
  public var label: String
  public var mean: Double?
  public var low: Double?
  public var high: Double?
  /// The published value, or the published interval's middle.
  public var published: Double?
  /// The mean in words, for a column at the right; nil for the number as the axis would write it.
  public var text: String?
  /// The published value in words, as above.
  public var publishedText: String?

  public init(
    _ label: String, mean: Double?, low: Double? = nil, high: Double? = nil,
    published: Double? = nil, text: String? = nil, publishedText: String? = nil
  ) {
    self.label = label
    self.mean = mean
    self.low = low
    self.high = high
    self.published = published
    self.text = text
    self.publishedText = publishedText
  }
}

/// Rows of intervals under a heading of their own.
public struct IntervalGroup: Sendable, Hashable {
  public var heading: String
  public var rows: [IntervalRow]

  public init(_ heading: String = "", _ rows: [IntervalRow]) {
    self.heading = heading
    self.rows = rows
  }
}
