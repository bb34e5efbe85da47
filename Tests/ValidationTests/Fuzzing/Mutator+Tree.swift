import ScenarioFormat
import Statistics

extension Mutator {
  private typealias Members = [(key: String, value: JSONValue)]

  /// The tree with a few of its parts changed.
  mutating func mutated(_ tree: JSONValue) -> JSONValue {
    var tree = tree
    for _ in 0..<stream.count(upTo: 4) {
      var number = stream.index(below: tree.partCount)
      tree = edited(tree, partNumber: &number)
    }
    return tree
  }

  /// A value that something else in the format could be.
  mutating func word() -> JSONValue {
    switch stream.index(below: 4) {
    case 0: .string(stream.pick(words.values))
    case 1: .string(stream.pick(words.keys))
    default: stream.pick(FormatWords.extremes)
    }
  }

  /// Any part of a tree.
  mutating func part(of tree: JSONValue) -> JSONValue {
    var number = stream.index(below: tree.partCount)
    return tree.part(&number)
  }

  /// The tree with one part edited, counted from the outside in; `number` is used up on the way.
  private mutating func edited(_ value: JSONValue, partNumber number: inout Int) -> JSONValue {
    if number == 0 {
      number = -1
      return edited(value)
    }
    number -= 1
    switch value {
    case .null, .bool, .number, .string: return value
    case .array(var elements):
      for index in elements.indices where number >= 0 {
        elements[index] = edited(elements[index], partNumber: &number)
      }
      return .array(elements)
    case .object(var members):
      for index in members.indices where number >= 0 {
        members[index].value = edited(members[index].value, partNumber: &number)
      }
      return .object(members)
    }
  }

  private mutating func edited(_ value: JSONValue) -> JSONValue {
    switch stream.index(below: 10) {
    case 0: return word()
    case 1: return part(of: stream.pick(seeds))
    case 2: return wrapped(value)
    default: break
    }
    switch value {
    case .null, .bool: return word()
    case .number(let text): return number(from: text)
    case .string(let text): return string(from: text)
    case .array(let elements): return .array(list(from: elements))
    case .object(let members): return .object(object(from: members))
    }
  }

  /// The value within others, now and then deeper than the reader goes.
  private mutating func wrapped(_ value: JSONValue) -> JSONValue {
    let depth = stream.chance(0.05) ? 100 + stream.index(below: 60) : stream.count(upTo: 4)
    let key = stream.chance(0.5) ? nil : stream.pick(words.keys)
    return (0..<depth).reduce(value) { inner, _ in
      key.map { .object([($0, inner)]) } ?? .array([inner])
    }
  }

  private mutating func number(from text: String) -> JSONValue {
    let edits = ["-" + text, text + "0", text + ".5", text + "e-3", text + "e9", text + "e300"]
    return .number(stream.pick(edits))
  }

  private mutating func string(from text: String) -> JSONValue {
    var scalars = Array(text.unicodeScalars)
    switch stream.index(below: 4) {
    case 0: scalars.shuffle(using: &stream)
    case 1: scalars.append(contentsOf: scalars)
    case 2:
      let marks = "_/~\"\\\u{0}\u{7F}\u{202E}\u{2028}é"
      let others = Array(("0123456789.-e mshdwykMGTPiBb" + marks).unicodeScalars)
      scalars.insert(stream.pick(others), at: stream.index(below: scalars.count + 1))
    default:
      if !scalars.isEmpty { scalars.remove(at: stream.index(below: scalars.count)) }
    }
    return .string(String(String.UnicodeScalarView(scalars)))
  }

  private mutating func list(from elements: [JSONValue]) -> [JSONValue] {
    guard !elements.isEmpty else { return [word()] }
    var elements = elements
    let place = stream.index(below: elements.count)
    switch stream.index(below: 5) {
    case 0: elements.remove(at: place)
    case 1: elements.reverse()
    case 2: elements[place] = stream.pick(elements)
    case 3: elements.append(part(of: stream.pick(seeds)))
    default:
      // Now and then more than a list may hold.
      let copies = stream.chance(0.02) ? 1001 : stream.count(upTo: 10)
      elements.append(contentsOf: Array(repeating: elements[place], count: copies))
    }
    return elements
  }

  private mutating func object(from members: Members) -> Members {
    guard !members.isEmpty else { return [(stream.pick(words.keys), word())] }
    var members = members
    let place = stream.index(below: members.count)
    let other = stream.index(below: members.count)
    switch stream.index(below: 6) {
    case 0: members.remove(at: place)
    case 1: members.append((members[place].key, members[other].value))
    case 2: members[place].key = stream.pick(words.keys)
    case 3:
      let value = members[place].value
      members[place].value = members[other].value
      members[other].value = value
    case 4: members.append((stream.pick(words.keys), part(of: stream.pick(seeds))))
    default:
      let names = (0..<(stream.chance(0.02) ? 1001 : 3)).map { "more\($0)" }
      members.append(contentsOf: names.map { ($0, members[place].value) })
    }
    return members
  }
}

extension JSONValue {
  /// Values in the tree, itself among them.
  var partCount: Int {
    switch self {
    case .null, .bool, .number, .string: 1
    case .array(let elements): elements.reduce(1) { $0 + $1.partCount }
    case .object(let members): members.reduce(1) { $0 + $1.value.partCount }
    }
  }

  /// A value of the tree, counted from the outside in; `number` is used up on the way.
  fileprivate func part(_ number: inout Int) -> JSONValue {
    if number == 0 { return self }
    number -= 1
    let inner: [JSONValue] =
      switch self {
      case .null, .bool, .number, .string: []
      case .array(let elements): elements
      case .object(let members): members.map(\.value)
      }
    for value in inner {
      let count = value.partCount
      if number < count { return value.part(&number) }
      number -= count
    }
    return self
  }
}
