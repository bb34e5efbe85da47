/// An end of a range of values: a number, and perhaps a unit of the format.
struct RangeEnd: Equatable {
  /// A unit, and how many of the least unit of its quantity it is.
  struct Unit: Equatable {
    /// What is measured in it.
    enum Quantity {
      case number, duration, size, bandwidth
    }

    let name: String
    let quantity: Quantity
    let factor: Double

    /// That of a number without one.
    static let none = Unit(name: "", quantity: .number, factor: 1)

    static let all =
      DurationText.units.map {
        Unit(name: $0.name, quantity: .duration, factor: Double($0.milliseconds))
      }
      + [(SizeText.bytes, Quantity.size), (.bandwidth, .bandwidth)].flatMap { text, quantity in
        text.units.map { unit in
          let power = (0..<unit.decimal).reduce(1.0) { power, _ in power * 10 }
          let factor = power * Double(sign: .plus, exponent: unit.binary, significand: 1)
          return Unit(name: unit.name, quantity: quantity, factor: factor)
        }
      }
  }

  let text: String
  let number: Double
  let unit: Unit

  /// Reads an end such as `5`, `-0.5`, `5min` or `100 GB`.
  init(_ text: String) throws(ValueProblem) {
    self.text = text
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    do throws(QuantityText.Problem) {
      let (digits, exponent) = try QuantityText.number(&rest)
      guard let value = Double("\(digits)e\(exponent)"), value.isFinite else {
        throw .tooManyDigits
      }
      number = isNegative ? -value : value
    } catch .tooManyDigits {
      throw ValueProblem("\(quoted(text)) has more digits than a number can have")
    } catch {
      throw ValueProblem("\(quoted(text)) is no number; write a range like 5min..60min:12")
    }
    if rest.first == " " { rest.removeFirst() }
    unit = try Self.unit(String(rest), of: text)
  }

  private static func unit(_ name: String, of text: String) throws(ValueProblem) -> Unit {
    if name.isEmpty { return .none }
    if let unit = Unit.all.first(where: { $0.name == name }) { return unit }
    let meant = DurationText.unit(meantBy: name) ?? nearest(to: name)
    throw ValueProblem(
      "\(quoted(text)) has the unknown unit \(quoted(name))"
        + (meant.map { "; did you mean \(quoted($0))?" } ?? ""))
  }

  /// The unit of nearly the same letters; of one letter, none is near.
  private static func nearest(to name: String) -> String? {
    name.count == 1 ? nil : Spelling.nearest(to: name, among: Unit.all.map(\.name))
  }

  /// Whether a text begins as a number does.
  static func isBegun(by text: some StringProtocol) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return digits.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }
}
