extension Checker {
  // MARK: Durations

  mutating func duration(
    _ node: JSONNode, _ range: DurationRange, or words: [String], _ place: Place
  ) -> CheckedValue? {
    let text: String
    switch node.content {
    case .string(let string): text = string
    case .number(let number): text = number
    default: return mismatch(node, #"a duration such as "10min""#, place)
    }
    if words.contains(text) { return .text(text) }
    do {
      let seconds = try DurationText.seconds(text)
      guard try range.contains(seconds) else {
        return fail(
          place, "\(quoted(text)) is out of range; it must be between \(range.description)")
      }
      if let oddity = try range.oddity(of: seconds) {
        problems.warning(place, "\(quoted(text)) is unusually \(oddity); is the unit right?")
      }
      return .seconds(seconds)
    } catch {
      return fail(place, Self.message(error, text: text, range: range, words))
    }
  }

  private static func message(
    _ problem: DurationText.Problem, text: String, range: DurationRange, _ words: [String]
  ) -> String {
    switch problem {
    case .noUnit: return noUnit(text, range.usualUnits)
    case .unknownUnit(let word):
      return unknownUnit(
        word, in: text, meant: DurationText.unit(meantBy: word).map { [$0] } ?? [],
        among: DurationText.units.map(\.name))
    case .negative: return "\(quoted(text)) is negative"
    case .tooManyDigits: return "\(quoted(text)) has more digits than a duration can have"
    case .noNumber:
      if let meant = Spelling.nearest(to: text, among: words) {
        return "\(quoted(text)) is unknown; did you mean \(quoted(meant))?"
      }
      let others = words.isEmpty ? "" : ", or as " + either(words.map(quoted))
      return #"\#(quoted(text)) is no duration; write it like "90s" or "1.5h"\#(others)"#
    }
  }

  // MARK: Sizes and bandwidths

  mutating func size(_ node: JSONNode, _ quantity: SizeText, _ place: Place) -> CheckedValue? {
    let text: String
    switch node.content {
    case .string(let string): text = string
    case .number(let number): text = number
    default:
      return mismatch(node, "a \(quantity.title) such as \(quoted(quantity.examples[0]))", place)
    }
    do {
      let value = try quantity.value(text)
      guard try quantity.contains(value) else {
        let (least, most) = quantity.bounds
        return fail(
          place, "\(quoted(text)) is out of range; it must be between \(least) and \(most)")
      }
      return .number(value)
    } catch {
      return fail(place, Self.message(error, text: text, quantity))
    }
  }

  private static func message(
    _ problem: SizeText.Problem, text: String, _ quantity: SizeText
  ) -> String {
    switch problem {
    case .noUnit: return noUnit(text, quantity.usualUnits)
    case .unknownUnit(let word):
      return unknownUnit(
        word, in: text, meant: quantity.units(meantBy: word), among: quantity.units.map(\.name))
    case .negative: return "\(quoted(text)) is negative"
    case .tooManyDigits: return "\(quoted(text)) has more digits than a \(quantity.title) can have"
    case .noNumber:
      let examples = either(quantity.examples.map(quoted))
      return "\(quoted(text)) is no \(quantity.title); write it like \(examples)"
    }
  }

  // MARK: Units

  private static func noUnit(_ text: String, _ usualUnits: [String]) -> String {
    let examples = usualUnits.map { quoted(text.filter { $0 != " " } + $0) }
    return "\(quoted(text)) has no unit; write \(either(examples))"
  }

  private static func unknownUnit(
    _ word: String, in text: String, meant: [String], among units: [String]
  ) -> String {
    let guess = meant.isEmpty ? "" : "did you mean \(either(meant.map(quoted)))? "
    return "\(quoted(text)) has the unknown unit \(quoted(word)); \(guess)units are "
      + units.joined(separator: ", ")
  }
}

extension DurationRange {
  /// "short" or "long" if the duration lies beyond the usual bounds.
  func oddity(of seconds: Double) throws(DurationText.Problem) -> String? {
    guard let usual else { return nil }
    if try seconds < DurationText.seconds(usual.least) { return "short" }
    return try seconds > DurationText.seconds(usual.most) ? "long" : nil
  }

  /// Whether the duration lies between the bounds.
  func contains(_ seconds: Double) throws(DurationText.Problem) -> Bool {
    let (least, most) = (try DurationText.seconds(lower), try DurationText.seconds(upper))
    return least <= seconds && seconds <= most
  }

  var description: String { "\(lower) and \(upper)" }
}
