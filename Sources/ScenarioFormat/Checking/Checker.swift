/// Holds a JSON tree to definitions, and tells all that is wrong with it.
struct Checker {
  var problems: ProblemList
  /// The figures that were not given, in the order of the definitions.
  private(set) var assumptions: [Assumption] = []

  init(problems: ProblemList) {
    self.problems = problems
  }

  /// The value, or nil if it has a problem.
  mutating func check(_ node: JSONNode, as kind: Kind, at place: Place) -> CheckedValue? {
    switch kind {
    case .boolean:
      guard case .boolean(let value) = node.content else {
        return mismatch(node, "true or false", place)
      }
      return .boolean(value)
    case .text(let rule):
      guard case .string(let text) = node.content, rule.accepts(text) else {
        return mismatch(node, rule.description, place)
      }
      return .text(text)
    case .constant(let text): return choice(node, among: [text], notYet: [], place)
    case .choice(let words, let notYet): return choice(node, among: words, notYet: notYet, place)
    case .count(let range): return count(node, range, place)
    case .number(let range): return number(node, range, place)
    case .duration(let range, let notYet): return duration(node, range, notYet: notYet, place)
    case .list(let kind, let count): return list(node, of: kind, count, place)
    case .named(let kind, let most): return named(node, of: kind, atMost: most, place)
    case .object(let definition): return object(node, definition, place)
    case .variants(let variants): return variant(node, of: variants, place)
    case .stringOr(let first, let second):
      switch node.content {
      case .string, .number: return check(node, as: first, at: place)
      default: return check(node, as: second, at: place)
      }
    case .shared(let shared): return check(node, as: shared.kind, at: place)
    case .notYet(let what): return refuseForNow(what, place)
    }
  }

  // MARK: Scalars

  private mutating func choice(
    _ node: JSONNode, among words: [String], notYet: [String], _ place: Place
  ) -> CheckedValue? {
    let expected = Self.either(words.map(quoted))
    guard case .string(let word) = node.content else { return mismatch(node, expected, place) }
    if words.contains(word) { return .text(word) }
    if notYet.contains(word) { return refuseForNow("simulate \(quoted(word))", place) }
    guard let meant = Spelling.nearest(to: word, among: words) else {
      return mismatch(node, expected, place)
    }
    return fail(place, "\(quoted(word)) is unknown; did you mean \(quoted(meant))?")
  }

  private mutating func count(
    _ node: JSONNode, _ range: ClosedRange<Int>, _ place: Place
  ) -> CheckedValue? {
    let expected = "a whole number between \(range.lowerBound) and \(range.upperBound)"
    guard let value = node.number, let count = Int(exactly: value),
      range.contains(count)
    else { return mismatch(node, expected, place) }
    return .count(count)
  }

  private mutating func number(
    _ node: JSONNode, _ range: NumberRange, _ place: Place
  ) -> CheckedValue? {
    guard let value = node.number, range.contains(value) else {
      return mismatch(node, "a number \(range.description)", place)
    }
    return .number(value)
  }

  private mutating func duration(
    _ node: JSONNode, _ range: DurationRange, notYet: [String], _ place: Place
  ) -> CheckedValue? {
    let text: String
    switch node.content {
    case .string(let string): text = string
    case .number(let number): text = number
    default: return mismatch(node, #"a duration such as "10min""#, place)
    }
    if notYet.contains(text) { return refuseForNow("compute \(quoted(text)) intervals", place) }
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
      return fail(place, Self.message(error, text: text, range: range))
    }
  }

  private static func message(
    _ problem: DurationText.Problem, text: String, range: DurationRange
  ) -> String {
    switch problem {
    case .noUnit:
      let examples = range.usualUnits.map { quoted(text.filter { $0 != " " } + $0) }
      return "\(quoted(text)) has no unit; write \(either(examples))"
    case .unknownUnit(let word):
      let units = DurationText.units.map(\.name).joined(separator: ", ")
      let meant = DurationText.unit(meantBy: word).map { "did you mean \(quoted($0))? " } ?? ""
      return "\(quoted(text)) has the unknown unit \(quoted(word)); \(meant)units are \(units)"
    case .negative: return "\(quoted(text)) is negative"
    case .tooManyDigits: return "\(quoted(text)) has more digits than a duration can have"
    case .noNumber: return #"\#(quoted(text)) is no duration; write it like "90s" or "1.5h""#
    }
  }

  // MARK: Problems

  /// Tells a problem, and stands for the value that is not there.
  mutating func fail(_ place: Place, _ message: @autoclosure () -> String) -> CheckedValue? {
    problems.error(place, message())
    return nil
  }

  /// Tells that something else was expected.
  mutating func mismatch(
    _ node: JSONNode, _ expected: @autoclosure () -> String, _ place: Place
  ) -> CheckedValue? {
    fail(place, "must be \(expected()), not \(Self.shown(node))")
  }

  /// Notes that a figure was not given.
  mutating func assume(_ value: JSONValue, from source: String, _ place: Place) {
    assumptions.append(Assumption(path: place.path, value: value, source: source))
  }

  private mutating func refuseForNow(_ what: String, _ place: Place) -> CheckedValue? {
    fail(place, "this version does not \(what) yet; remove it")
  }

  private static func shown(_ node: JSONNode) -> String {
    switch node.content {
    case .string(let text): quoted(text)
    case .number(let text): visible(text)
    case .boolean(let value): "\(value)"
    case .null, .array, .object: node.typeName
    }
  }

  /// The items as "a", "a or b", "a, b or c".
  static func either(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.joined() }
    return items.dropLast().joined(separator: ", ") + " or " + last
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
