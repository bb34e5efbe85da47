import Testing

@testable import ScenarioFormat

@Suite("Values of a varied path as numbers") struct PathCoordinatesTests {
  typealias Unit = PathCoordinates.Unit

  @Test(
    "Durations are seconds, numbers and counts are themselves",
    arguments: [
      ("checkpoint.interval", ["5min", "1.5 h", #""90s""#], Unit.seconds, [300, 5400, 90]),
      ("recovery.detect.crash.mean", ["1ms", "0s"], .seconds, [0.001, 0]),
      ("cluster.spare_nodes", ["0", "16", "1e2"], .number, [0, 16, 100]),
      ("faults.gpu.lifetime.mean", ["1d", "1y"], .seconds, [86_400, 31_557_600]),
      ("faults.0.lifetime.shape", ["0.7", "1"], .number, [0.7, 1]),
      ("checkpoint.levels.0.corrupt_probability", ["0", "0.01"], .number, [0, 0.01]),
    ] as [(String, [String], Unit, [Double])])
  func readNumbers(_ path: String, _ values: [String], _ unit: Unit, _ expected: [Double]) {
    let coordinates = PathCoordinates(path: path, values: values)
    #expect(coordinates.unit == unit)
    #expect(coordinates.numbers == expected)
  }

  @Test("A word or null among durations has no number")
  func leaveOutWords() {
    let coordinates = PathCoordinates(
      path: "checkpoint.interval", values: ["young", "5min", "null", #"{"adaptive":1}"#])
    #expect(coordinates.unit == .seconds)
    #expect(coordinates.numbers == [nil, 300, nil, nil])
  }

  @Test(
    "Without a number or a duration where the format has one there are none",
    arguments: [
      ("checkpoint.interval", ["young", "daly"]), ("checkpoint.interval", ["5", "10"]),
      ("title", ["5min", "10min"]), ("title", ["5", "6"]), ("no.such.path", ["5", "5min"]),
      ("checkpoint.write", [#"{"bytes":"1TB","bandwidth":"1TB/s"}"#]),
      ("checkpoint.write.bandwidth", ["1TB/s", "2TB/s"]), ("cluster.spare_nodes", ["null"]),
      ("cluster", ["{}"]), ("faults", ["[1,2]"]), ("cluster.spare_nodes", ["1e999"]),
    ])
  func haveNone(_ path: String, _ values: [String]) {
    let coordinates = PathCoordinates(path: path, values: values)
    #expect(coordinates.unit == nil)
    #expect(coordinates.numbers == values.map { _ in nil })
  }
}
