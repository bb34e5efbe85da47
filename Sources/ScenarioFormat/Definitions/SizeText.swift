/// Sizes and bandwidths as scenarios write them: a number, perhaps a space, and a unit.
///
/// Capitals matter: "B" is a byte and "b" a bit, "k" is 1000.
enum SizeText: Sendable {
  /// An amount of data.
  case bytes
  /// An amount of data a second.
  case bandwidth

  typealias Problem = QuantityText.Problem

  /// A unit: bytes are 10 to a power times 2 to a power.
  struct Unit: Sendable {
    let name: String
    let decimal: Int
    let binary: Int
  }

  private static let sizes =
    ["B", "kB", "MB", "GB", "TB", "PB"].enumerated().map {
      Unit(name: $1, decimal: 3 * $0, binary: 0)
    }
    + ["KiB", "MiB", "GiB", "TiB", "PiB"].enumerated().map {
      Unit(name: $1, decimal: 0, binary: 10 * ($0 + 1))
    }

  private static let bandwidths =
    sizes.map { Unit(name: $0.name + "/s", decimal: $0.decimal, binary: $0.binary) }
    + ["Mb/s", "Gb/s", "Tb/s"].enumerated().map {
      Unit(name: $1, decimal: 3 * ($0 + 2), binary: -3)
    }

  var units: [Unit] { self == .bytes ? Self.sizes : Self.bandwidths }

  /// What it is, in the words of a message.
  var title: String { self == .bytes ? "size" : "bandwidth" }

  /// Values as examples for messages.
  var examples: [String] { self == .bytes ? ["5TB", "800GB"] : ["2TB/s", "400Gb/s"] }

  /// Units that a number without one probably meant.
  var usualUnits: [String] { self == .bytes ? ["GB", "TB"] : ["GB/s", "TB/s"] }

  /// The least and the greatest value, as they are written.
  var bounds: (least: String, most: String) {
    self == .bytes ? ("1B", "1000PB") : ("1B/s", "1000PB/s")
  }

  /// The form as a regular expression, without the range.
  var pattern: String {
    "^" + QuantityText.pattern + "(" + units.map(\.name).joined(separator: "|") + ")$"
  }

  /// The amount in bytes, or in bytes a second; rounded once, as powers of two do not round.
  func value(_ text: String) throws(Problem) -> Double {
    let parts = try QuantityText.parts(text)
    guard let unit = units.first(where: { $0.name == parts.unit }) else {
      throw .unknownUnit(String(parts.unit))
    }
    guard let number = Double("\(parts.digits)e\(parts.exponent + unit.decimal)") else {
      throw .tooManyDigits
    }
    let value = number * Double(sign: .plus, exponent: unit.binary, significand: 1)
    guard value.isFinite else { throw .tooManyDigits }
    return value
  }

  /// Whether a value lies between the bounds.
  func contains(_ value: Double) throws(Problem) -> Bool {
    let (least, most) = (try self.value(bounds.least), try self.value(bounds.most))
    return least <= value && value <= most
  }

  /// The units that a reader may have meant by another word: in other capitals, with the time too
  /// much or missing, or as it is often written.
  func units(meantBy word: String) -> [String] {
    var word = word
    for (other, ours) in [("ytes", ""), ("yte", ""), ("its", ""), ("it", ""), ("ps", "/s")] {
      word = word.replacing(other, with: ours, maxReplacements: 1)
    }
    if word.hasSuffix("/s"), self == .bytes { word.removeLast(2) }
    if !word.hasSuffix("/s"), self == .bandwidth { word += "/s" }
    let names = units.map(\.name)
    if names.contains(word) { return [word] }
    let same = names.filter { $0.lowercased() == word.lowercased() }
    if !same.isEmpty { return same }
    let end = self == .bytes ? "B" : "B/s"
    let whole = (word.prefix(1) + end).uppercased()
    return names.filter { word.count == end.count && $0.uppercased() == whole }
  }
}
