import Testing

@testable import ScenarioFormat

@Suite("Problems of scenarios") struct ScenarioProblemTests {
  @Test(
    "Each problem is told in a line with its place",
    arguments: BadScenario.table(top))
  func tellsProblem(_ bad: BadScenario) throws {
    #expect(try problems(bad.text) == bad.problems)
  }

  @Test("All problems of a text are told in its order, at most twenty, then their number")
  func countsProblems() throws {
    let keys = (0..<25).map { #""key\#($0)": 1"# }.joined(separator: ",\n")
    let lines = try problems(scenario(keys))
    #expect(lines.count == 21)
    #expect(lines[0].hasPrefix("x.json:2:1: /key0: unknown key"))
    #expect(lines[19].hasPrefix("x.json:21:1: /key19: unknown key"))
    #expect(lines[20] == "and 5 more problems")
  }

  @Test("A problem in one place does not hide what does not fit together in another")
  func tellsAllAtOnce() throws {
    let text = scenario(#""job": {"nodes": 9}, "checkpoint": {"save": 1}, "titel": "a""#)
    #expect(
      try problems(text) == [
        "x.json:2:18: /job/nodes: the job needs 9 nodes, but the cluster has 4",
        #"x.json:2:45: /checkpoint/save: "1" has no unit; write "1s" or "1min""#,
        #"x.json:2:49: /titel: unknown key; did you mean "title"?"#,
      ])
  }

  @Test("A text that is no JSON is told by its first fault, without a path")
  func tellsSyntax() throws {
    let lines = try problems(#"{"name": "a" "horizon": "5d"}"#)
    #expect(lines == [#"x.json:1:14: "," or "}" was expected; found "\"""#])
  }

  @Test("A name of a file is shown whole, its control characters escaped")
  func showsFileName() {
    let name = String(repeating: "a/", count: 50) + "\u{1B}[2J\n.json"
    let source = ScenarioSource(name: name, bytes: [])
    let expected = String(repeating: "a/", count: 50) + "\\u{1B}[2J\\u{A}.json:1:1: "
    #expect {
      try ScenarioReader.read(source)
    } throws: { error in
      String(describing: error).hasPrefix(expected)
    }
  }
}

/// Whole texts.
private let top = #"""
  []
    1:1: must be an object, not a list
  {}
    1:1: /name: is missing, and has no default
    1:1: /cluster: is missing, and has no default
    1:1: /horizon: is missing: give the horizon of the run, or job.work
  {"name": "a", "cluster": {"nodes": 4}}
    1:1: /horizon: is missing: give the horizon of the run, or job.work
  {"name": "a", "cluster": {"nodes": 4}, "job": {}}
    1:1: /horizon: is missing: give the horizon of the run, or job.work
  {"name": "../../x", "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not "../../x"
  {"name": ".hidden", "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not ".hidden"
  {"name": "", "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not ""
  {"name": "<script>alert(1)</script>", "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not "<script>alert(1)</script>"
  {"name": "=cmd()", "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not "=cmd()"
  {"name": "-rf", "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not "-rf"
  {"name": "é", "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not "é"
  {"name": "a\u0000b", "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not "a\u{0}b"
  {"name": 5, "horizon": "5d", "cluster": {"nodes": 4}}
    1:10: /name: must be a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no
        "-" or ".", not 5
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4}} x
    1:57: nothing may follow the value; found "x"
  {"name": "a", "horizon": 5, "cluster": {"nodes": 4}}
    1:26: /horizon: "5" has no unit; write "5h" or "5d"
  {"name": "a", "horizon": "5", "cluster": {"nodes": 4}}
    1:26: /horizon: "5" has no unit; write "5h" or "5d"
  {"name": "a", "horizon": "5 hours", "cluster": {"nodes": 4}}
    1:26: /horizon: "5 hours" has the unknown unit "hours"; did you mean "h"? units are ms, s,
        min, h, d, w, y
  {"name": "a", "horizon": "5m", "cluster": {"nodes": 4}}
    1:26: /horizon: "5m" has the unknown unit "m"; did you mean "min"? units are ms, s, min, h,
        d, w, y
  {"name": "a", "horizon": "5 fortnights", "cluster": {"nodes": 4}}
    1:26: /horizon: "5 fortnights" has the unknown unit "fortnights"; units are ms, s, min, h, d,
        w, y
  {"name": "a", "horizon": "-5d", "cluster": {"nodes": 4}}
    1:26: /horizon: "-5d" is negative
  {"name": "a", "horizon": "0d", "cluster": {"nodes": 4}}
    1:26: /horizon: "0d" is out of range; it must be between 1ms and 1000y
  {"name": "a", "horizon": "1e6y", "cluster": {"nodes": 4}}
    1:26: /horizon: "1e6y" is out of range; it must be between 1ms and 1000y
  {"name": "a", "horizon": "soon", "cluster": {"nodes": 4}}
    1:26: /horizon: "soon" is no duration; write it like "90s" or "1.5h"
  {"name": "a", "horizon": null, "cluster": {"nodes": 4}}
    1:26: /horizon: must be a duration such as "10min", not null
  {"name": "a", "horizon": {"distribution": "exponential", "mean": "5d"}, "cluster": {"nodes":
      > 4}}
    1:26: /horizon: must be a duration such as "10min", not an object
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 0}}
    1:53: /cluster/nodes: must be a whole number between 1 and 10000000, not 0
  {"name": "a", "horizon": "5d", "cluster": {"nodes": -1}}
    1:53: /cluster/nodes: must be a whole number between 1 and 10000000, not -1
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 2.5}}
    1:53: /cluster/nodes: must be a whole number between 1 and 10000000, not 2.5
  {"name": "a", "horizon": "5d", "cluster": {"nodes": "2048"}}
    1:53: /cluster/nodes: must be a whole number between 1 and 10000000, not "2048"
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 1e30}}
    1:53: /cluster/nodes: must be a whole number between 1 and 10000000, not 1e30
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 10000000, "gpus_per_node": 1024}}
    1:53: /cluster/nodes: nodes and spare_nodes times gpus_per_node come to more than 2147483647
        GPUs
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "nodes": 5}}
    1:56: /cluster/nodes: key given twice, first on line 1, column 44
  {"name": "a", "horizon": "5d", "cluster": {"gpus": 4}}
    1:43: /cluster/nodes: is missing, and has no default
    1:44: /cluster/gpus: unknown key; a cluster has "accelerator", "nodes", "gpus_per_node",
        "nodes_per_rack", "racks_per_power_domain", "racks_per_cooling_domain", "racks_per_pod",
        "spare_nodes", "spares_powered", "spare_activation", "warm_spares", "installed", "burn_in",
        "scale"
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "node_per_rack": 4}}
    1:56: /cluster/node_per_rack: unknown key; did you mean "nodes_per_rack"?
  {"name": "a", "horizon": "5d", "cluster": {"nodes": 4, "spares_powered": "yes"}}
    1:74: /cluster/spares_powered: must be true or false, not "yes"
  """#
