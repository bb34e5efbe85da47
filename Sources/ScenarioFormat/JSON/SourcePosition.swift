/// A place in a text: both counts start at 1.
public struct SourcePosition: Sendable, Equatable {
  /// Lines end with a line feed (which a carriage return may precede).
  public var line: Int
  /// Unicode scalars from the start of the line.
  public var column: Int

  /// Creates a position; the default is the start of a text.
  public init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }
}

/// Where a value was written: in the text that was read, or on the command line.
public enum Origin: Sendable, Equatable {
  /// In the text, at this place.
  case text(SourcePosition)
  /// In a `--set` with this argument, such as `checkpoint.interval=10min`.
  case setting(String)
}
