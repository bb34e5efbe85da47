import Testing

@testable import ScenarioFormat

/// SplitMix64 (Steele, Lea, Flood 2014): a few lines, and the same numbers everywhere.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Words that mean something to the reader, to put in other places than theirs.
private let words = [
  "0", "-1", "1e308", "1e-320", "2.5", "99999999999999999999", "null", "true", "[]", "{}", "\"\"",
  "\"5\"", "\"1e999y\"", "\"0s\"", "\"1000y\"", "\"1ms\"", "\"node\"", "\"job\"", "\"cluster\"",
  "\"exponential\"", "\"weibull\"", "\"pareto\"", "\"mixture\"", "\"at\"", "\"mean\": \"5d\",",
  "\"shape\": 0.1,", "\"afr\": 1e9,", "\"times\": [\"1s\"],", "\"per_gpu\": \"1000y\",",
  "\"observed\": 1,", "\u{202E}", "\\ud800", ",", ":", "{", "}", "[", "]", "\n",
]

private func mutated(_ bytes: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...3, using: &generator) {
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let length = min(Int.random(in: 0...12, using: &generator), bytes.count - place)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(place..<place + length)
    case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    default:
      let word = words.randomElement(using: &generator) ?? ""
      bytes.replaceSubrange(place..<place + length, with: word.utf8)
    }
    if bytes.isEmpty { bytes = [0x20] }
  }
  return bytes
}

/// The scenario with another value, key or piece of punctuation in the place of one of its own.
private func reworded(_ bytes: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
  let pieces = String(decoding: bytes, as: UTF8.self).split(separator: " ")
  var changed = pieces.map(String.init)
  for _ in 0..<Int.random(in: 1...2, using: &generator) {
    let place = Int.random(in: 0..<changed.count, using: &generator)
    let piece = changed[place]
    let word = words.randomElement(using: &generator) ?? ""
    changed[place] = piece.hasSuffix(",") && !word.hasSuffix(",") ? word + "," : word
  }
  return Array(changed.joined(separator: " ").utf8)
}

@Suite("Damaged scenarios") struct MutationTests {
  private let shard = 2500

  @Test("A damaged scenario is read or refused in plain lines", arguments: UInt64(1)...8)
  func neverTraps(_ seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    let original = Array(llama3.utf8)
    var accepted = 0
    for round in 0..<shard {
      let bytes =
        round.isMultiple(of: 2)
        ? mutated(original, using: &generator) : reworded(original, using: &generator)
      do {
        _ = try ScenarioReader.read(ScenarioSource(name: "x.json", bytes: bytes))
        accepted += 1
      } catch {
        #expect(!error.diagnostics.isEmpty && error.count >= error.diagnostics.count)
        for diagnostic in error.diagnostics {
          let line = diagnostic.description
          let isPlain = line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" }
          #expect(isPlain, "seed \(seed), round \(round): \(line)")
        }
      }
    }
    #expect(accepted > 0 && accepted < shard, "some are still good, most are not: \(accepted)")
  }
}
