/// The sizes and weights of text in a chart; `ChartStyle` gives each its class.
enum TextStyle {
  case small, normal, strong

  /// The size, in units of the view box.
  var size: Double { self == .small ? 11 : 12 }

  /// The class that sets it; none for the usual text.
  var classes: String? {
    switch self {
    case .small: "sm"
    case .normal: nil
    case .strong: "st"
    }
  }
}
