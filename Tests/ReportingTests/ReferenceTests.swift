import Experiments
import Testing

@testable import Reporting

@Suite("Published figures")
struct ReferenceTests {
  @Test("The 18 rows of Meta's table add up to its 419 unexpected interruptions")
  func rootCauses() throws {
    let reference = try #require(try SampleRun.library.load(["llama3-2024"]).first)
    let kinds = reference.figures.map(\.kind)
    let exposure = Exposure(gpus: 16_384, days: 54)
    #expect(
      kinds.first
        == .count(metric: "unexpected_interruptions", observed: 419, exposure: exposure))
    let table = try #require(
      kinds.lazy.compactMap { kind in
        if case .counts(let classes, exposure) = kind { classes } else { nil }
      }.first)
    #expect(table.count == 18)
    #expect(table.reduce(0) { $0 + $1.observed } == 419)
  }

  @Test("The rows taken for the hardware share are 321 of the 419")
  func hardwareShare() throws {
    let reference = try #require(try SampleRun.library.load(["llama3-2024"]).first)
    var counts: [Figure.ClassCount] = []
    var hardware: [String] = []
    for figure in reference.figures {
      switch figure.kind {
      case .counts(let classes, _): counts = classes
      case .share(let classes, _): hardware = classes
      default: break
      }
    }
    let taken = counts.filter { hardware.contains($0.fault) }
    #expect(taken.count == hardware.count)
    #expect(taken.reduce(0) { $0 + $1.observed } == 321)
  }

  @Test("Imbue's rate stands for all numbers that round to 3 % a week")
  func imbue() throws {
    let reference = try #require(try SampleRun.library.load(["imbue-2024"]).first)
    guard case .rate(let metric, let observed) = reference.figures.first?.kind else {
      Issue.record("no rate")
      return
    }
    #expect(metric == "nodes_broken_per_week_percent")
    #expect(observed.range == 2.5...3.5)
  }

  @Test("Every file that ships can be read, and names metrics that there are")
  func shipped() throws {
    let folder = SampleRun.library.folder
    let names = FolderListing.names(in: folder).filter { $0.hasSuffix(".json") }
    #expect(names.count >= 2)
    let metrics = MetricCatalogue.all.map(\.identifier)
    for reference in try SampleRun.library.load(names.map { String($0.dropLast(5)) }) {
      for figure in reference.figures {
        switch figure.kind {
        case .count(let metric, _, _), .rate(let metric, _), .bound(let metric, _):
          #expect(metrics.contains(metric), "\(reference.name): \(figure.id)")
        case .counts, .share, .value: break
        }
      }
    }
  }

  @Test("A reference that does not ship is an input that is not there")
  func missing() {
    let error = #expect(throws: InputError.self) {
      try SampleRun.library.load(["llama3-2024", "nobody-1999"])
    }
    #expect(error?.exitCode == 66)
    #expect(error?.path.hasSuffix("References/nobody-1999.json") == true)
  }

  @Test("A name that would leave the folder is refused", arguments: ["../llama3", "", "a/b"])
  func escape(name: String) {
    #expect(throws: ReferenceError.self) { try SampleRun.library.load([name]) }
  }

  static let head = """
    {"format": "clustersim-reference/1", "name": "a", "publisher": "A", "title": "T", "year": 2024,
    "link": "l", "place": "p", "first_hand": true, "figures": [
    """

  static let start = #"{"id": "f", "title": "t", "source": "s", "#

  @Test(
    "What is wrong with a figure is told with its place",
    arguments: [
      (#""kind": "count", "metric": "m", "observed": 1}"#, "needs an exposure"),
      (#""kind": "count", "metric": "m", "observed": 1.5}"#, "/figures/0/observed: a count"),
      (#""kind": "rate", "metric": "m", "observed": "3"}"#, "found a string"),
      (#""kind": "rate", "metric": "m", "observed": 3, "rounded_to": 0}"#, "greater than zero"),
      (#""kind": "share", "classes": ["a"], "observed": 78}"#, "78 % is 0.78"),
      (#""kind": "bound", "metric": "m"}"#, "\"above\" and \"below\""),
      (#""kind": "odds"}"#, "none of count, counts, share, rate, bound and value"),
      (#""kind": "value", "unit": "min"}"#, "needs either"),
      (#""kind": "value", "unit": "min", "observed": 3, "most": 4}"#, "needs either"),
      (#""kind": "value", "unit": "min", "least": 4, "most": 3}"#, "/figures/0/most: must be"),
      (#""kind": "value", "observed": 3}"#, "\"unit\" is missing"),
      (#""kind": "rate", "metric": "m", "observed": 3, "first_hand": 1}"#, "true or false"),
      (#""kind": "rate", "kind": "rate"}"#, "/figures/0/kind: given twice"),
      (#""kind": "rate", "metrik": "m"}"#, "/figures/0/metrik: unknown key"),
      (
        #""kind": "counts", "exposure": {"gpus": 1, "days": 1}, "classes": ["#
          + #"{"fault": "a", "title": "A", "category": "c", "observed": 1}, "#
          + #"{"fault": "a", "title": "B", "category": "c", "observed": 1}]}"#,
        "/figures/0/classes/1/fault: \"a\" is given twice"
      ),
      (#""kind": "counts", "classes": [], "exposure": {"gpus": 1, "days": 1}}"#, "is empty"),
      (
        #""kind": "count", "metric": "m", "observed": 1, "exposure": {"nodes": 1, "gpus": 8, "days": 1}}"#,
        "give either"
      ),
    ])
  func mistakes(rest: String, message: String) {
    let text = Self.head + "\n" + Self.start + rest + "]}"
    let decoder = ReferenceDecoder(file: "a.json")
    let error = #expect(throws: ReferenceError.self) {
      try decoder.reference(from: Array(text.utf8))
    }
    #expect(error?.description.hasPrefix("a.json:3:") == true)
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.exitCode == 65)
  }

  @Test(
    "What no metric answers to is a value or a range, with its unit",
    arguments: [
      (#""observed": 8"#, Figure.Extent.observed(.init(8))),
      (#""observed": 8, "rounded_to": 1"#, .observed(.init(8, roundedTo: 1))),
      (#""least": 2, "most": 60"#, .range(least: 2, most: 60)),
      (#""most": 10"#, .range(least: nil, most: 10)),
    ])
  func values(text: String, extent: Figure.Extent) throws {
    let figure = Self.start + #""kind": "value", "unit": "min", "# + text
    let reference = try ReferenceDecoder(file: "a.json")
      .reference(from: Array("\(Self.head)\(figure)}]}".utf8))
    #expect(reference.figures.first?.kind == .value(extent, unit: "min"))
    #expect(reference.figures.first?.isComparable == false)
  }

  @Test("A figure is as first-hand as its source, unless it says otherwise")
  func firstHand() throws {
    let kind = #""kind": "rate", "metric": "m", "observed": 1"#
    let others =
      #", {"id": "g", "title": "t", "source": "s", \#(kind), "first_hand": false}"#
    let text = "\(Self.head)\(Self.start)\(kind)}\(others)]}"
    let reference = try ReferenceDecoder(file: "a.json").reference(from: Array(text.utf8))
    #expect(reference.figures.map(\.isFirstHand) == [true, false])
  }

  @Test("Nodes have eight GPUs unless the exposure says otherwise")
  func nodes() throws {
    for (text, gpus) in [
      (#"{"nodes": 10, "days": 7}"#, 80.0), (#"{"nodes": 10, "gpus_per_node": 4, "days": 7}"#, 40),
    ] {
      let figure =
        Self.start + #""kind": "count", "metric": "m", "observed": 1, "exposure": "# + text
      let reference = try ReferenceDecoder(file: "a.json")
        .reference(from: Array("\(Self.head)\(figure)}]}".utf8))
      #expect(
        reference.figures.first?.kind
          == .count(metric: "m", observed: 1, exposure: Exposure(gpus: gpus, days: 7)))
    }
  }
}
