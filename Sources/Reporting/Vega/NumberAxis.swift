import ScenarioFormat
import Statistics

/// A varied path along an axis of numbers.
struct NumberAxis {
  /// The column of `sweep.csv` with its numbers.
  let column: String
  /// The path and its unit.
  let title: String
  /// What the numbers of the column are divided by.
  let divisor: Double
  /// Whether the numbers are spread more evenly in their logarithms.
  let isLogarithmic: Bool
  /// Digits that tell the numbers apart.
  let digits: Int

  /// The axis of a path; nil if it has no numbers.
  init?(_ coordinates: PathCoordinates) {
    guard let column = coordinates.column else { return nil }
    let numbers = Set(coordinates.numbers.compactMap(\.self)).sorted()
    let unit = coordinates.unit == .seconds ? Self.unit(upTo: numbers.last ?? 0) : nil
    let divisor = unit?.seconds ?? 1
    self.column = column
    self.divisor = divisor
    title = coordinates.path + (unit.map { " (\($0.name))" } ?? "")
    isLogarithmic =
      (numbers.first ?? 0) > 0
      && Self.greatestGap(numbers.map(PortableMath.log)) < Self.greatestGap(numbers)
    let areWhole = numbers.allSatisfy { ($0 / divisor).rounded() == $0 / divisor }
    digits = areWhole ? 9 : 4
  }

  private static func unit(upTo seconds: Double) -> (name: String, seconds: Double) {
    switch seconds {
    case ...300: ("s", 1)
    case ...10_800: ("min", 60)
    case ...432_000: ("h", 3600)
    default: ("d", 86_400)
    }
  }

  /// The greatest step between neighbours, as a part of the whole range.
  private static func greatestGap(_ numbers: [Double]) -> Double {
    guard let first = numbers.first, let last = numbers.last, last > first else { return 1 }
    return zip(numbers, numbers.dropFirst()).map { ($1 - $0) / (last - first) }.max() ?? 1
  }
}
