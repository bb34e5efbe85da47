/// Where the x of a text is.
enum TextAnchor {
  case start, middle, end

  /// The class that sets it; none for the usual one.
  var classes: String? {
    switch self {
    case .start: nil
    case .middle: "am"
    case .end: "ae"
    }
  }

  /// How long a text may be to stay within an image; one in the middle is moved.
  func room(at x: Double, in width: Double) -> Double {
    switch self {
    case .start: width - x
    case .middle: width
    case .end: x
    }
  }

  func start(at x: Double, length: Double) -> Double {
    switch self {
    case .start: x
    case .middle: x - length / 2
    case .end: x - length
    }
  }

  func x(start: Double, length: Double) -> Double {
    switch self {
    case .start: start
    case .middle: start + length / 2
    case .end: start + length
    }
  }
}
