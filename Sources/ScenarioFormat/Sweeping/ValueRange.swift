import Statistics

/// Values between two, both of which are among them.
///
/// `A..B:N` are N values at equal distances, `A..B:logN` N values of equal ratios. A and B are
/// numbers, perhaps with units of one quantity; A may be the greater one.
struct ValueRange: Equatable {
  let text: String
  let lower: RangeEnd
  let upper: RangeEnd
  /// How many values there are, at least 2.
  let count: Int
  let isLogarithmic: Bool

  /// Reads a range; nil for a text that is a value, such as `../base.json`.
  ///
  /// A text is meant as a range if both sides of its `..` begin as numbers do, or if it ends as
  /// ranges do.
  init?(_ text: String) throws(ValueProblem) {
    guard let dots = text.utf8.firstRange(of: "..".utf8), !text.hasPrefix("\""),
      !text.hasPrefix("["), !text.hasPrefix("{")
    else { return nil }
    let rest = text[dots.upperBound...]
    let colon = rest.utf8.lastIndex(of: UInt8(ascii: ":"))
    let count = colon.flatMap { Self.digits(in: rest[rest.utf8.index(after: $0)...]) }
    let isBegun =
      RangeEnd.isBegun(by: text[..<dots.lowerBound]) && RangeEnd.isBegun(by: rest)
    guard isBegun || count != nil else { return nil }
    guard let colon, let count else {
      throw ValueProblem(
        colon == nil
          ? "\(quoted(text)) lacks the number of values; write \(Self.example(text))"
          : "\(quoted(text)) does not end with a number of values such as \":12\" or \":log12\"")
    }
    self.text = text
    isLogarithmic = count.isLogarithmic
    self.count = try Self.count(count.digits)
    lower = try RangeEnd(String(text[..<dots.lowerBound]))
    upper = try RangeEnd(String(rest[..<colon]))
    try checkEnds()
  }

  /// The digits at the end of a range and whether they follow "log"; nil if something else stands
  /// there.
  private static func digits(
    in end: Substring
  ) -> (digits: Substring, isLogarithmic: Bool)? {
    let isLogarithmic = end.hasPrefix("log")
    let digits = isLogarithmic ? end.dropFirst(3) : end
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return (digits, isLogarithmic)
  }

  private static func example(_ text: String) -> String {
    quoted(text + ":12") + " or " + quoted(text + ":log12")
  }

  private static func count(_ digits: Substring) throws(ValueProblem) -> Int {
    guard let count = Int(digits), (2...VariedPath.mostValues).contains(count) else {
      throw ValueProblem(
        "a range has 2 to \(VariedPath.mostValues) values, not \(visible(String(digits)))")
    }
    return count
  }

  private func checkEnds() throws(ValueProblem) {
    guard lower.unit.quantity == upper.unit.quantity else {
      throw ValueProblem(
        "\(quoted(lower.text)) and \(quoted(upper.text)) "
          + (lower.unit == .none || upper.unit == .none
            ? "must both have a unit, or neither" : "are of different quantities"))
    }
    if isLogarithmic, let end = [lower, upper].first(where: { $0.number <= 0 }) {
      throw ValueProblem(
        "the ends of a range of equal ratios must be above 0, not \(quoted(end.text))")
    }
  }

  // MARK: Values

  /// The values as texts of at most nine digits.
  ///
  /// Their unit is that of the lower end, or that of the upper one if the longest text is shorter
  /// so.
  ///
  /// - Parameter areWhole: whether those without a unit are rounded to whole numbers.
  /// - Throws: a problem if two of them are the same.
  func values(areWhole: Bool) throws(ValueProblem) -> [String] {
    let areWhole = areWhole && lower.unit == .none
    let units = lower.unit == upper.unit ? [lower.unit] : [lower.unit, upper.unit]
    let candidates = units.compactMap { values(in: $0, areWhole: areWhole) }
    func length(_ texts: [String]) -> Int { texts.map(\.utf8.count).max() ?? 0 }
    guard let values = candidates.min(by: { length($0) < length($1) }) else {
      throw ValueProblem("the ends of \(quoted(text)) are too far apart")
    }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 != $1 }) else {
      guard lower.number != upper.number || lower.unit != upper.unit else {
        throw ValueProblem("both ends of \(text) are the same")
      }
      let numbers = areWhole ? "whole numbers" : "numbers of nine digits"
      throw ValueProblem("\(text) has fewer than \(count) \(numbers)")
    }
    return values
  }

  /// The values in a unit; nil if an end can't be written in it.
  private func values(in unit: RangeEnd.Unit, areWhole: Bool) -> [String]? {
    let ends = [lower, upper].map { end in
      end.unit == unit ? end.number : end.number * (end.unit.factor / unit.factor)
    }
    guard ends.allSatisfy(\.isFinite), !isLogarithmic || ends.allSatisfy({ $0 > 0 }) else {
      return nil
    }
    let texts = (0..<count).compactMap { index in
      let value = value(index, from: ends[0], to: ends[1])
      return areWhole ? Self.wholeText(value) : NumberText.nineDigits(value)
    }
    return texts.map { $0 + unit.name }
  }

  /// A value between the ends; none of its steps overflows where both are finite.
  private func value(_ index: Int, from first: Double, to last: Double) -> Double {
    if index == 0 { return first }
    if index == count - 1 { return last }
    let part = Double(index) / Double(count - 1)
    func between(_ first: Double, _ last: Double) -> Double { first * (1 - part) + last * part }
    var value = between(first, last)
    if isLogarithmic {
      value = PortableMath.exp(between(PortableMath.log(first), PortableMath.log(last)))
    } else if value.magnitude < max(first.magnitude, last.magnitude) * 1e-12 {
      // What rounding left of zero.
      value = 0
    }
    return min(max(value, min(first, last)), max(first, last))
  }

  /// The nearest whole number, with all of its digits as long as a `Double` has them.
  private static func wholeText(_ value: Double) -> String? {
    let value = value.rounded()
    return Int(exactly: value).map(String.init) ?? NumberText.nineDigits(value)
  }
}
