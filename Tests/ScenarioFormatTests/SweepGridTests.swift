import Statistics
import Testing

@testable import ScenarioFormat

@Suite("The points of a sweep") struct SweepGridTests {
  private func rows(_ grid: SweepGrid) -> [[String]] {
    grid.points.map { $0.map(\.value) }
  }

  @Test("Every combination is a point, and the last axis varies fastest")
  func makesProduct() throws {
    let grid = try SweepGrid(
      vary: ["checkpoint.interval=5min,10min", "cluster.spare_nodes=0..2:3"], zip: [])
    #expect(grid.paths == ["checkpoint.interval", "cluster.spare_nodes"])
    #expect(
      rows(grid) == [
        ["5min", "0"], ["5min", "1"], ["5min", "2"], ["10min", "0"], ["10min", "1"],
        ["10min", "2"],
      ])
    #expect(grid.points.allSatisfy { $0.map(\.path) == grid.paths })
  }

  @Test("Paths given with --zip change in step, as the last axis")
  func zips() throws {
    let grid = try SweepGrid(
      vary: ["a=1,2"], zip: ["cluster.nodes=16,32", "job.nodes=15,31", "c=x,x"])
    #expect(grid.paths == ["a", "cluster.nodes", "job.nodes", "c"])
    #expect(
      rows(grid) == [
        ["1", "16", "15", "x"], ["1", "32", "31", "x"], ["2", "16", "15", "x"],
        ["2", "32", "31", "x"],
      ])
    #expect(rows(try SweepGrid(vary: [], zip: ["a=1,2"])) == [["1"], ["2"]])
    #expect(rows(try SweepGrid(vary: [], zip: [])) == [[]])
  }

  @Test("What is wrong at a point is told with the option and the value of that point")
  func namesOptions() throws {
    let grid = try SweepGrid(vary: ["checkpoint.interval=5min,10x"], zip: ["cluster.nodes=2048,a"])
    #expect(
      grid.points[3].map(\.label) == ["--vary checkpoint.interval=10x", "--zip cluster.nodes=a"])
    let source = ScenarioSource(name: "x.json", bytes: Array(llama3.utf8))
    _ = try ScenarioReader.read(source, settings: grid.points[0])
    let error = #expect(throws: ScenarioProblems.self) {
      try ScenarioReader.read(source, settings: grid.points[2])
    }
    #expect(
      error?.diagnostics.first?.description
        == #"--vary checkpoint.interval=10x: /checkpoint/interval: "10x" has the unknown unit "x"; "#
        + "units are ms, s, min, h, d, w, y")
  }

  @Test(
    "What does not go together is told with the argument that is to blame",
    arguments: [
      (["a=1", "b"], [], "--vary b: must be PATH=VALUES, such as checkpoint.interval=5min,10min"),
      (["a=1"], ["b="], #"--zip b=: has an empty value; write "" for an empty text"#),
      (["a=1", "a=2"], [], "--vary a=2: --vary a is given already"),
      (["a=1"], ["b=1", "a=2"], "--zip a=2: --vary a is given already"),
      (["a.b=1"], ["a={}"], "--zip a={}: undoes --vary a.b, so it must come before it"),
      (
        [], ["a=1,2", "b=1,2", "c=1..3:3"],
        "--zip c=1..3:3: has 3 values, but --zip a has 2; they change in step"
      ),
      (
        ["a=1..2:400", "b=1..2:250", "c=1,2", "d=1,2"], [],
        "--vary c=1,2: makes 200000 points with what is varied before it; there can be 100000"
      ),
      (
        ["a=1..2:100000", "b=1..2:99999"], [],
        "--vary b=1..2:99999: makes 9999900000 points with what is varied before it; "
          + "there can be 100000"
      ),
    ])
  func tellsProblems(_ vary: [String], _ zip: [String], _ expected: String) {
    let error = #expect(throws: Diagnostic.self) { try SweepGrid(vary: vary, zip: zip) }
    #expect(error?.description == expected)
  }

  @Test("A path may come after one that it is a part of, and beside its likes")
  func takesParts() throws {
    let grid = try SweepGrid(vary: ["a={},null", "a.b=1", "a.c=1", "ab=1", "a.b.c=1"], zip: [])
    #expect(grid.points.count == 2)
  }

  @Test("Grids drawn at random have the points that counting with a digit for each axis gives")
  func equalsCounting() throws {
    for seed in UInt64(0)..<300 {
      var stream = RandomStream(seed: seed, replication: 0, stream: StreamIdentifier("grid"))
      let counts = (0..<stream.index(below: 5)).map { _ in 1 + stream.index(below: 5) }
      let zipped = 1 + stream.index(below: 4)
      let zipCount = stream.index(below: 4)
      func list(_ path: String, _ count: Int) -> String {
        "\(path)=" + (0..<count).map { "\(path)\($0)" }.joined(separator: ",")
      }
      let grid = try SweepGrid(
        vary: counts.enumerated().map { list("v\($0)_", $1) },
        zip: (0..<zipCount).map { list("z\($0)_", zipped) })

      let radices = counts + (zipCount > 0 ? [zipped] : [])
      #expect(grid.points.count == radices.reduce(1, *), "seed \(seed)")
      for (number, point) in grid.points.enumerated() {
        var (rest, digits) = (number, [Int]())
        for radix in radices.reversed() {
          digits.insert(rest % radix, at: 0)
          rest /= radix
        }
        let varied = counts.indices.map { "v\($0)_\(digits[$0])" }
        let inStep = (0..<zipCount).map { "z\($0)_\(digits[counts.count])" }
        #expect(point.map(\.value) == varied + inStep, "seed \(seed)")
      }
    }
  }
}
