/// A place in a text: both counts start at 1.
public struct SourcePosition: Sendable, Equatable {
  /// Lines end with a line feed (which a carriage return may precede).
  public var line: Int32
  /// Unicode scalars from the start of the line.
  public var column: Int32

  /// Creates a position; the default is the start of a text.
  public init(line: Int32 = 1, column: Int32 = 1) {
    self.line = line
    self.column = column
  }
}

/// Where a value was written: the text or the setting, and the place in it.
public struct Origin: Sendable, Equatable {
  /// Which text or setting: what lies higher overrides what lies lower.
  ///
  /// 0 is the scenario itself, -1 the one that it extends, -2 the one that this extends, and so
  /// on; 1 is the first setting, 2 the next.
  public let layer: Int32
  /// The place in the text; of no meaning for a setting.
  public let position: SourcePosition

  /// Creates an origin.
  public init(layer: Int32 = 0, position: SourcePosition = SourcePosition()) {
    self.layer = layer
    self.position = position
  }
}
