/// Coordinates as they are written: in tenths of a unit, the same on every machine.
enum Coordinate {
  /// A coordinate in tenths; what isn't finite is 0.
  static func tenths(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    return Int((max(-1e6, min(1e6, value)) * 10).rounded())
  }

  static func text(tenths: Int) -> String {
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return whole == 0 ? "\(sign).\(rest)" : "\(sign)\(whole).\(rest)"
  }

  static func text(_ value: Double) -> String { text(tenths: tenths(value)) }
}
