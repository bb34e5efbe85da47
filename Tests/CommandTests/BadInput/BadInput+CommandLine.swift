extension BadInput {
  /// Command lines that ask for nothing that there is.
  static let commandLines: [BadInput] = [
    command("an unknown verb", ["simulate"], "Unexpected argument 'simulate'"),
    command("an unknown option", ["run", file, "--speed", "5"], "Unknown option '--speed'"),
    command("a misspelt option", ["run", file, "--sede", "5"], "Unknown option '--sede'"),
    command("no scenario", ["run"], "Missing expected argument '<scenario>'"),
    command("two scenarios", ["run", file, file], "Unexpected argument '\(file)'"),
    command("an option without its value", ["run", file, "--seed"], "Missing value for '--seed"),
    command("no replications", run("--replications", "0"), "--replications: 0 is not between 1"),
    command(
      "a negative number of replications", run("--replications", "-1"),
      "--replications: -1 is not between 1 and"),
    command("a number with an exponent", run("--replications", "1e6"), "The value '1e6' is inv"),
    command("a word as number", run("--replications", "abc"), "The value 'abc' is invalid for"),
    command("a word as seed", run("--seed", "abc"), "The value 'abc' is invalid for '--seed"),
    command("a negative seed", run("--seed=-1"), "The value '-1' is invalid for '--seed"),
    command("no threads", run("--threads", "0"), "--threads: 0 is not between 1 and 1024"),
    command("an output without a name", run("--output", ""), "--output: the name is empty"),
    command("two results in one stream", run("--csv", "-", "--json", "-"), "--json and --csv can"),
    command("a result over the scenario", run("--json", file), "\(file) is the scenario: it would"),
    command(
      "an option of 100,000 letters", run("--" + String(repeating: "a", count: 100_000)),
      "Unknown option '--aaaa"),
    command("an option that turns the text", run("--\u{202E}deed"), "Unknown option '--deed'"),
    command("a setting without a value", set("horizon"), "--set horizon: must be PATH=VALUE"),
    command("a setting without a path", set("=30d"), "--set =30d: must be PATH=VALUE"),
    command("a setting of an empty step", set("job..nodes=1"), "--set job..nodes=1: must be PATH"),
  ]

  /// Settings of what is not in the scenario, or of what can't be in it.
  static let settings: [BadInput] = [
    setting("an unknown key", "horison=30d", #"/horison: unknown key; did you mean "horizon"?"#),
    setting("a key of no block", "jobs.nodes=3", #"/jobs: unknown key; did you mean "job"?"#),
    setting("a value of another type", "job.nodes=many", "/job/nodes: must be a whole number"),
    setting("a duration without its unit", "horizon=30", #"/horizon: "30" has no unit"#),
    setting("a list in the place of a number", "job.nodes=[1]", "/job/nodes: must be a whole"),
    setting("a text in the place of a block", "cost=cheap", #"/cost: must be an object, not "ch"#),
    setting("a list in the place of a scenario", "cluster=[]", "/cluster: must be an object, not"),
    setting(
      "a member of a text", "horizon.days=30", #"/horizon: is a string, so it has no "days""#),
    setting(
      "a member of a number", "job.nodes.count=3", #"/job/nodes: is a number, so it has no "count""#
    ),
    setting("an index beyond the list", "faults.1.count=2", #"/faults: the list has no "1""#),
    setting("a negative index", "faults.-1.count=2", #"/faults: the list has no "-1""#),
    setting(
      "a misspelt class", "faults.gqu.count=2",
      #"/faults: the list has no "gqu"; did you mean "gpu"?"#),
    setting("a key twice", #"job={"nodes":1,"nodes":2}"#, "/job/nodes: key given twice"),
    setting("nothing", "job.nodes=", "/job/nodes: must be a whole number"),
    setting("a key that sets colours", "job.\u{1B}[31m=1", #"/job/\u{1B}[31m: unknown key"#),
    setting("a value that turns the text", "name=a\u{202E}b", "/name: must be a name of 1 to 64"),
    setting(
      "brackets 50,000 deep", "job.nodes=" + String(repeating: "[", count: 50_000),
      "/job/nodes: must"),
    setting(
      "a path of 100,000 letters", String(repeating: "a", count: 100_000) + "=1", "/aaaaaaaa"),
  ]

  private static func run(_ options: String...) -> [String] { ["run", file] + options }

  private static func set(_ setting: String) -> [String] { run("--set", setting) }

  private static func command(
    _ kind: String, _ arguments: [String], _ problem: String
  ) -> BadInput {
    BadInput(kind, arguments, exitCode: 64, tells: [problem])
  }

  /// A setting whose message shows it as messages show texts: cut short, and what is not plain
  /// escaped.
  private static func setting(_ kind: String, _ setting: String, _ problem: String) -> BadInput {
    let shown = setting.unicodeScalars.count > 60 ? setting.prefix(60) + "…" : setting[...]
    let plain = shown.replacing("\"", with: #"\""#).replacing("\u{1B}", with: #"\u{1B}"#)
      .replacing("\u{202E}", with: #"\u{202E}"#)
    return BadInput(
      "a setting of \(kind)", set(setting), exitCode: 65, tells: ["--set \(plain): \(problem)"])
  }
}
