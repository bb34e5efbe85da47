/// How values are spread along an axis.
public enum AxisScale: Sendable, Hashable {
  case linear
  /// Equal ratios are equally far apart; values that aren't positive can't be shown.
  case logarithmic
}
