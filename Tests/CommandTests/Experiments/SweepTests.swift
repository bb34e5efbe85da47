import Foundation
import Testing

@Suite("Sweeps") struct SweepTests {
  private static let vary = ["--vary", "checkpoint.interval=10min,1h", "--vary", "horizon=10d,20d"]

  @Test("The wide table has the rows that a loop over run --csv gives")
  func areLoops() throws {
    let lab = try ExperimentFolder()
    let sweep = try Command.run(
      ["sweep", "example.json", "--replications", "60", "--no-files", "--csv", "-"] + Self.vary,
      in: lab.folder)
    let loop = try Command.shell(
      """
      header=
      for interval in 10min 1h; do for horizon in 10d 20d; do
        clustersim run example.json --set checkpoint.interval=$interval --set horizon=$horizon \\
          --replications 60 --csv - $header --no-files --quiet
        header=--no-header
      done; done
      """, in: lab.folder)
    #expect(sweep.exitCode == 0)
    #expect(sweep.output.split(separator: "\n").count == 5)
    #expect(sweep.output == loop.output)
  }

  @Test("A dry run lists the points, and does nothing else")
  func listPoints() throws {
    let lab = try ExperimentFolder()
    let outcome = try Command.run(
      ["sweep", "example.json", "--dry-run"] + Self.vary, in: lab.folder)
    #expect(
      outcome.output == """
        point,checkpoint.interval,horizon
        0,10min,10d
        1,10min,20d
        2,1h,10d
        3,1h,20d

        """)
    #expect(outcome.errors == "")
    #expect(try lab.folder.contents == ["example.json"])
  }

  @Test("The same bytes come from any number of threads")
  func areTheSame() throws {
    let lab = try ExperimentFolder()
    let files = try ["1", "2", "16"].map { threads in
      let outcome = try Command.run(
        [
          "sweep", "example.json", "--replications", "70", "--threads", threads, "--output",
          threads, "--quiet",
        ] + Self.vary, in: lab.folder)
      #expect(outcome == Command.Outcome(exitCode: 0, output: "", errors: ""))
      return try lab.files(threads)
    }
    #expect(files[0].count == 6)
    #expect(files[1] == files[0])
    #expect(files[2] == files[0])
  }

  @Test("Points that make no sense are told before anything is simulated")
  func tellBadPoints() throws {
    let lab = try ExperimentFolder()
    try lab.refuses(
      "sweep", "example.json", "--vary", "checkpoint.interval=5min,10x", with: 65,
      #"--vary checkpoint.interval=10x: /checkpoint/interval: "10x" has the unknown unit "x"; "#
        + "units are ms, s, min, h, d, w, y")
    try lab.refuses(
      "sweep", "example.json", with: 64,
      "nothing varies; add --vary path=values, such as --vary checkpoint.interval=5min,10min")
    #expect(try lab.folder.contents == ["example.json"])
  }

  @Test("Values that vary are given as numbers too, words among them as none")
  func giveNumbers() throws {
    let lab = try ExperimentFolder()
    let outcome = try Command.run(
      [
        "sweep", "example.json", "--replications", "40", "--output", "s", "--quiet", "--json", "-",
        "--vary", "checkpoint.interval=10min,young", "--vary", "cluster.spare_nodes=0,8",
        "--vary", "title=A",
      ], in: lab.folder)
    let start = { (name: String) in
      try lab.folder.text("s/\(name)").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).prefix(8).joined(separator: ",")
      }
    }
    let header =
      "scenario,point,checkpoint.interval,cluster.spare_nodes,title,"
      + "checkpoint.interval_seconds,cluster.spare_nodes_value,metric"
    let rows = try start("sweep.csv")
    #expect(rows.first == header)
    #expect(rows.contains("example,1,10min,8,A,600,8,ettr"))
    #expect(rows.contains("example,3,young,8,A,,8,ettr"))
    #expect(try start("differences.csv").first == header)
    #expect(!(try lab.folder.text("s/sweep_wide.csv")).contains("checkpoint.interval_seconds"))
    let json = outcome.output.filter { !$0.isWhitespace }
    #expect(
      json.contains(
        #""path_units":{"checkpoint.interval":"seconds","cluster.spare_nodes":"number","title":null}"#
      ))
    #expect(
      json.contains(
        #""coordinates":{"checkpoint.interval":null,"cluster.spare_nodes":8,"title":null}"#))
  }

  @Test("The data package names the columns that the tables have")
  func describeColumns() throws {
    let lab = try ExperimentFolder()
    _ = try Command.run(
      ["sweep", "example.json", "--replications", "40", "--output", "s", "--quiet"] + Self.vary,
      in: lab.folder)
    let data = try Data(contentsOf: lab.folder.place("s/datapackage.json"))
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 3)
    for resource in resources {
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: String]])
      let table = try lab.folder.text("s/\(try #require(resource["path"] as? String))")
      #expect(
        fields.compactMap { $0["name"] }.joined(separator: ",") + "\n" == table.prefix {
          $0 != "\n"
        } + "\n")
    }
  }
}
