import ScenarioFormat
import Statistics

/// Damages scenarios: their bytes, their words, their tree, and what is set in them.
struct Mutator {
  var stream: RandomStream
  let words: FormatWords
  /// What is damaged and what parts are taken from, as trees.
  let seeds: [JSONValue]

  /// A damaged scenario, with settings that may be damaged too.
  mutating func input() -> (bytes: [UInt8], settings: [String]) {
    let seed = stream.pick(seeds)
    switch stream.index(below: 8) {
    case 0: return (damaged(text(of: seed)), [])
    case 1: return (reworded(seed.text()), [])
    case 2, 3: return (text(of: seed), settings(for: seed))
    case 4: return (damaged(text(of: mutated(seed))), settings(for: seed))
    default: return (text(of: mutated(seed)), [])
    }
  }

  private mutating func text(of value: JSONValue) -> [UInt8] {
    Array((stream.chance(0.5) ? value.text() : value.canonicalText()).utf8)
  }

  // MARK: Bytes and words

  private mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<stream.count(upTo: 4) where !bytes.isEmpty {
      let place = stream.index(below: bytes.count)
      let range = place..<min(place + stream.index(below: 13), bytes.count)
      switch stream.index(below: 6) {
      case 0: bytes[place] = UInt8(stream.index(below: 256))
      case 1: bytes[place] ^= 1 << UInt8(stream.index(below: 8))
      case 2: bytes.removeSubrange(range)
      case 3: bytes.insert(contentsOf: bytes[range], at: place)
      case 4: bytes.replaceSubrange(range, with: word().canonicalText().utf8)
      default: splice(&bytes, at: place)
      }
    }
    return bytes
  }

  /// Goes on, from a place, with the rest of another scenario.
  private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
    let other = text(of: stream.pick(seeds))
    bytes.replaceSubrange(place..., with: other[stream.index(below: other.count)...])
  }

  /// Other words or punctuation in the place of some.
  private mutating func reworded(_ text: String) -> [UInt8] {
    var pieces = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<stream.count(upTo: 4) {
      let place = stream.index(below: pieces.count)
      let punctuation = ["", ",", ":", "{", "}", "[", "]", "\n", "\"", "\\ud800", "\\u00"]
      let other = stream.chance(0.3) ? stream.pick(punctuation) : word().canonicalText()
      pieces[place] = pieces[place].hasSuffix(",") ? other + "," : other
    }
    return Array(pieces.joined(separator: " ").utf8)
  }

  // MARK: Settings

  /// Arguments of `--set`: a path that is there or nearly so, and a value from anywhere.
  private mutating func settings(for tree: JSONValue) -> [String] {
    (0..<stream.count(upTo: 4)).map { _ in
      let value = stream.chance(0.5) ? part(of: stream.pick(seeds)) : word()
      var argument = path(into: tree) + "=" + setText(of: value)
      if stream.chance(0.1) {
        argument = String(decoding: damaged(Array(argument.utf8)), as: UTF8.self)
      }
      return argument
    }
  }

  private mutating func setText(of value: JSONValue) -> String {
    if case .string(let text) = value, stream.chance(0.8) { return text }
    return value.canonicalText()
  }

  private mutating func path(into tree: JSONValue) -> String {
    var steps: [String] = []
    var place = tree
    while stream.chance(0.8) {
      switch place {
      case .object(let members) where !members.isEmpty:
        let member = stream.pick(members)
        steps.append(member.key)
        place = member.value
      case .array(let elements) where !elements.isEmpty:
        let index = stream.index(below: elements.count)
        place = elements[index]
        guard case .string(let name)? = place["name"], stream.chance(0.5) else {
          steps.append("\(index)")
          continue
        }
        steps.append(name)
      default: steps.append(stream.pick(words.keys))
      }
      if stream.chance(0.05) { steps.append(stream.pick(words.keys)) }
    }
    return steps.joined(separator: ".")
  }
}
