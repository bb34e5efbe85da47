import Testing

@testable import ScenarioFormat

@Suite("Durations") struct DurationTests {
  @Test(
    "A duration is the same in any unit, to the last bit",
    arguments: [
      ["90s", "1.5min", "0.025h", "90000ms", "9e1s", "90 s"],
      ["66s", "1.1min"],
      ["54d", "1296h", "77760min", "4665600s", "4665600000ms"],
      ["2w", "14d"], ["6y", "2191.5d", "52596h"],
      ["0.3s", "300ms", "0.005min"],
      ["0s", "0d", "0.000y"],
    ])
  func doesNotDependOnUnit(_ texts: [String]) throws {
    let seconds = try texts.map { try DurationText.seconds($0) }
    #expect(Set(seconds).count == 1, "\(seconds)")
  }

  @Test("Units have their length in seconds")
  func knowsUnits() throws {
    for (text, seconds) in [
      ("1ms", 0.001), ("1s", 1), ("1min", 60), ("1h", 3600), ("1d", 86400), ("1w", 604_800),
      ("1y", 365.25 * 86400),
    ] {
      #expect(try DurationText.seconds(text) == seconds)
    }
  }

  @Test(
    "A text that is no duration is told apart by what is wrong with it",
    arguments: [
      ("5", .noUnit), ("5 ", .noUnit), ("1.5e3", .noUnit), ("-5s", .negative), ("", .noNumber),
      ("h", .noNumber), ("five", .noNumber), ("1.h", .noNumber), (".5h", .noNumber),
      ("1e+h", .noNumber), ("5 hours", .unknownUnit("hours")), ("5H", .unknownUnit("H")),
      ("5  h", .unknownUnit(" h")), ("5h ", .unknownUnit("h ")),
      ("5h30min", .unknownUnit("h30min")),
      ("٣h", .noNumber), ("1e1000s", .tooManyDigits), ("1e999y", .tooManyDigits),
      ("12345678901234567890123456y", .tooManyDigits),
    ] as [(String, DurationText.Problem)])
  func tellsProblems(_ text: String, _ expected: DurationText.Problem) {
    #expect(throws: expected) { try DurationText.seconds(text) }
  }

  @Test("The longest number of the longest unit does not overflow")
  func takesLongNumbers() throws {
    let text = String(repeating: "9", count: 25) + "y"
    #expect(try DurationText.seconds(text) == 1e25 * 365.25 * 86400)
  }
}
