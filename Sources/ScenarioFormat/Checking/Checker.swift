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
    case .constant(let text): return choice(node, among: [text], place)
    case .choice(let words): return choice(node, among: words, place)
    case .count(let range): return count(node, range, place)
    case .number(let range): return number(node, range, place)
    case .duration(let range, let words): return duration(node, range, or: words, place)
    case .size(let quantity): return size(node, quantity, place)
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
    _ node: JSONNode, among words: [String], _ place: Place
  ) -> CheckedValue? {
    let expected = Self.either(words.map(quoted))
    guard case .string(let word) = node.content else { return mismatch(node, expected, place) }
    if words.contains(word) { return .text(word) }
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
