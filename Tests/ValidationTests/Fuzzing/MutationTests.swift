import ClusterModel
import Experiments
import ScenarioFormat
import Statistics
import Testing

/// Scenarios and settings damaged at random: whatever is read is refused in plain lines, or means
/// something that can be written and read again.
@Suite("Damaged scenarios") struct MutationTests {
  private static let seeds = 8
  private static let words = FormatWords()
  /// What is damaged: the whole format, and some small scenarios drawn at random.
  private static let originals = Result {
    try ([wholeFormat, otherWays, extending] + elastic).map { try tree(of: Array($0.utf8)) }
      + (UInt64(0)..<20).map { round in
        var generator = ScenarioGenerator(FuzzCase(seed: 0, round: round).stream("scenario"))
        return generator.scenario()
      }.filter { $0.partCount < 60 }
  }

  /// The only scenario that others can extend.
  private static let base = BaseScenario { path, _ throws(BaseScenario.Unavailable) in
    guard path == "whole.json" else { throw BaseScenario.Unavailable("no such file") }
    return ScenarioSource(name: path, bytes: Array(wholeFormat.utf8))
  }

  private static func tree(of bytes: [UInt8]) throws -> JSONValue {
    JSONValue(try JSONReader.read(bytes))
  }

  @Test("What is damaged is good, and has every key and word of the format")
  func startsFromTheWholeFormat() throws {
    for original in try Self.originals.get() {
      _ = try ScenarioReader.read(source(original.text()), base: Self.base)
    }
    let text = wholeFormat + otherWays + extending + elastic.joined()
    for word in Self.words.knownKeys + Self.words.values {
      #expect(text.contains("\"\(word)\""), "no \(word)")
    }
  }

  @Test("A damaged scenario is read or refused, at once and in plain lines", arguments: 1...seeds)
  func neverTraps(_ seed: Int) throws {
    let originals = try Self.originals.get()
    let cases = FuzzSettings.cases(
      of: UInt64(seed), sharing: FuzzSettings.inputs, among: Self.seeds)
    let note = try FuzzNote("damaged-scenario", seed: UInt64(seed))
    let clock = ContinuousClock()
    var accepted = 0
    for each in cases {
      try note.write(each)
      var mutator = Mutator(
        stream: each.stream("mutation"), words: Self.words, seeds: originals)
      let input = mutator.input()
      var isAccepted = false
      let time = try clock.measure { isAccepted = try check(input.bytes, input.settings, each) }
      #expect(time < .seconds(10), "case \(each)")
      accepted += isAccepted ? 1 : 0
    }
    try note.remove()
    if cases.count >= 1000 {
      let share = Double(accepted) / Double(cases.count)
      #expect((0.02...0.5).contains(share), "some are still good, most are not: \(share)")
    }
    if FuzzSettings.measuresMemory {
      let peak = FuzzSettings.peakMemory
      #expect(peak < 200_000_000, "\(peak) bytes")
    }
  }

  private func source(_ text: String) -> ScenarioSource {
    ScenarioSource(name: "x.json", bytes: Array(text.utf8))
  }

  /// Reads an input; tells whether it was accepted.
  private func check(_ bytes: [UInt8], _ arguments: [String], _ each: FuzzCase) throws -> Bool {
    var settings: [Setting] = []
    for argument in arguments {
      do {
        settings.append(try Setting(argument))
      } catch {
        checkLine(error.description, each)
      }
    }
    do {
      let document = try ScenarioReader.read(
        ScenarioSource(name: "x.json", bytes: bytes), settings: settings, base: Self.base)
      try check(document, each)
      return true
    } catch {
      let told = error.diagnostics.count
      #expect((1...ScenarioProblems.mostTold).contains(told), "case \(each)")
      #expect(error.count >= told, "case \(each)")
      for diagnostic in error.diagnostics { checkLine(diagnostic.description, each) }
      return false
    }
  }

  /// What was accepted can be written, read again and judged.
  private func check(_ document: ScenarioDocument, _ each: FuzzCase) throws(ScenarioProblems) {
    for warning in document.warnings { checkLine(warning.description, each) }
    let (text, canonical) = (document.canonical.text(), document.canonical.canonicalText())
    do {
      let again = try ScenarioReader.read(source(text))
      #expect(again.scenario == document.scenario, "case \(each)")
      #expect(again.canonical.canonicalText() == canonical, "case \(each)")
      #expect(
        [again.name, again.title] == [document.name, document.title]
          && again.sources == document.sources, "case \(each)")
    } catch {
      Issue.record("case \(each): what was accepted is refused when written: \(error)\n\(text)")
    }
    // Judging takes longer than reading.
    guard each.round.isMultiple(of: 8) else { return }
    let settings = RunSettings(replications: 1000, threads: 2)
    if let refusal = Feasibility(document.scenario).refusal(settings: settings, memory: 1e10) {
      checkLine(refusal, each)
      let isNumber = !refusal.contains("nan") && !refusal.contains("inf")
      #expect(isNumber, "case \(each): \(refusal)")
    }
  }

  private func checkLine(_ line: String, _ each: FuzzCase) {
    let isPlain = line.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
      default: true
      }
    }
    #expect(isPlain && !line.isEmpty && line.utf8.count < 20_000, "case \(each): \(line)")
  }
}
