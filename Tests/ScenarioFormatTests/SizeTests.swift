import Testing

@testable import ScenarioFormat

@Suite("Sizes and bandwidths") struct SizeTests {
  @Test(
    "A size is the same in any unit, to the last bit",
    arguments: [
      ["5TB", "5000GB", "5e3 GB", "5000000000000B", "0.005PB", "5e9kB"],
      ["1GiB", "1024MiB", "1048576KiB", "1073741824B"],
      ["1.1TB", "1100GB"], ["0.3PiB", "307.2TiB"],
    ])
  func doesNotDependOnUnit(_ texts: [String]) throws {
    let values = try texts.map { try SizeText.bytes.value($0) }
    #expect(Set(values).count == 1, "\(values)")
  }

  @Test("Units have their size in bytes, those of bits an eighth of it")
  func knowsUnits() throws {
    for (text, bytes) in [
      ("1B", 1.0), ("1kB", 1e3), ("1MB", 1e6), ("1GB", 1e9), ("1TB", 1e12), ("1PB", 1e15),
      ("1KiB", 1024), ("1MiB", 1_048_576), ("1GiB", 1_073_741_824), ("1TiB", 1_099_511_627_776),
      ("1PiB", 1_125_899_906_842_624),
    ] {
      #expect(try SizeText.bytes.value(text) == bytes)
      #expect(try SizeText.bandwidth.value(text + "/s") == bytes)
    }
    for (text, bytes) in [("8Mb/s", 1e6), ("400Gb/s", 5e10), ("1.6 Tb/s", 2e11)] {
      #expect(try SizeText.bandwidth.value(text) == bytes)
    }
  }

  @Test(
    "A text that is no size is told apart by what is wrong with it",
    arguments: [
      ("5", .noUnit), ("-5TB", .negative), ("", .noNumber), ("TB", .noNumber), (".5TB", .noNumber),
      ("5tb", .unknownUnit("tb")), ("5 TB ", .unknownUnit("TB ")), ("5Tb", .unknownUnit("Tb")),
      ("5TB/s", .unknownUnit("TB/s")), ("1e999PB", .tooManyDigits),
      ("12345678901234567890123456B", .tooManyDigits),
    ] as [(String, SizeText.Problem)])
  func tellsProblems(_ text: String, _ expected: SizeText.Problem) {
    #expect(throws: expected) { try SizeText.bytes.value(text) }
  }

  @Test("The longest number of the largest unit does not overflow")
  func takesLongNumbers() throws {
    let text = String(repeating: "9", count: 25) + "PiB"
    #expect(try SizeText.bytes.value(text) == 1e25 * 1_125_899_906_842_624)
  }

  @Test(
    "A unit in other words or capitals is known",
    arguments: [
      ("tb", ["TB"]), ("KB", ["kB"]), ("gib", ["GiB"]), ("GBytes", ["GB"]), ("G", ["GB"]),
      ("TB/s", ["TB"]), ("Gbit", ["GB"]), ("parsecs", []), ("", []), ("/s", []),
    ] as [(String, [String])])
  func knowsOtherWords(_ word: String, _ meant: [String]) {
    #expect(SizeText.bytes.units(meantBy: word) == meant)
  }

  @Test(
    "Of a bandwidth, small letters leave open whether bits or bytes are meant",
    arguments: [
      ("gbps", ["GB/s", "Gb/s"]), ("Gbps", ["Gb/s"]), ("GBps", ["GB/s"]), ("Gbit/s", ["Gb/s"]),
      ("GB", ["GB/s"]), ("Gb", ["Gb/s"]), ("T/s", ["TB/s", "Tb/s"]), ("kb/s", ["kB/s"]), ("/s", []),
    ] as [(String, [String])])
  func knowsOtherWordsOfBandwidth(_ word: String, _ meant: [String]) {
    #expect(SizeText.bandwidth.units(meantBy: word) == meant)
  }
}
