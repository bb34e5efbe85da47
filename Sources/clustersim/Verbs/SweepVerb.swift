import ArgumentParser
import Experiments
import Reporting
import ScenarioFormat

/// Simulates a scenario at every combination of the values of some paths.
struct SweepVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Simulates a scenario at every combination of values, and compares the points.",
    discussion: """
      Values are a list, or a range: A..B:N has N values, equally spaced; A..B:logN in their \
      logarithms; rounded where only whole numbers make sense. All points meet the same random numbers, so that differences between them are \
      known better than the points themselves.

      Examples:
        clustersim sweep llama3 --vary checkpoint.interval=5min,10min,30min
        clustersim sweep llama3 --vary checkpoint.interval=1min..60min:log12 \\
          --vary cluster.spare_nodes=0,16,64 --replications 200
        clustersim sweep llama3 --zip job.nodes=1024,2048 --zip cluster.nodes=1024,2048 --dry-run
      """)

  @OptionGroup var input: ScenarioInput

  @Option(
    help: ArgumentHelp(
      "A path of the scenario and its values; several make every combination.",
      valueName: "path=values"))
  var vary: [String] = []

  @Option(
    help: ArgumentHelp(
      "A path and its values, which change in step with those of the other --zip.",
      valueName: "path=values"))
  var zip: [String] = []

  @Flag(help: "Only list the points.")
  var dryRun = false

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !vary.isEmpty || !zip.isEmpty else {
      throw ValidationError(
        "nothing varies; add --vary path=values, such as --vary checkpoint.interval=5min,10min")
    }
    try output.check(input, simulation)
    let others = [
      "--json": output.json != nil, "--csv": output.csv != nil, "--report": output.report != nil,
      "--output": output.output != nil,
      "--shard": simulation.shard != nil, "--resume": simulation.resume, "--vega": output.vega,
    ]
    if dryRun, let other = others.filter(\.value).map(\.key).min() {
      throw ValidationError("--dry-run only lists the points: \(other) has nothing to do")
    }
  }

  func run() throws {
    let files = SharedFiles(executable: Machine.executable)
    let plan = try plan(files)
    try check(plan)
    if dryRun { return try list(plan) }
    try ExperimentConductor(
      plan: plan, simulation: simulation, output: output, references: [], files: files
    ).carryOut()
  }

  /// Refuses points that would not end or not fit, and more replications than anyone can wait for.
  private func check(_ plan: ExperimentPlan) throws(Failure) {
    for (scenario, point) in Swift.zip(plan.scenarios, plan.points) {
      do throws(Failure) {
        try simulation.check(scenario)
      } catch {
        throw error.of(point)
      }
    }
    let least =
      plan.run.precision == nil ? plan.run.replications : min(plan.run.replications, Precision.step)
    guard simulation.force || plan.points.count * least <= Self.mostReplications else {
      throw Failure(
        "\(plan.points.count) points of \(least) replications are more than"
          + " \(Self.mostReplications) in all; --force runs them all the same", exitCode: 65)
    }
  }

  private static let mostReplications = 1_000_000_000
  private static let mostWarnings = 20

  private func plan(_ files: SharedFiles) throws(Failure) -> ExperimentPlan {
    let grid: SweepGrid
    do throws(Diagnostic) {
      grid = try SweepGrid(vary: vary, zip: zip)
    } catch {
      throw Failure("\(error)", exitCode: 64)
    }
    let scenario = try input.loaded(files)
    if grid.paths.contains("name") {
      throw Failure("the name of a scenario can't vary: results are filed under it", exitCode: 64)
    }
    let setPaths = Set(scenario.settings.map(\.path))
    if let path = grid.paths.first(where: setPaths.contains) {
      throw Failure(
        "\(TerminalText.plain(path)) is set by --set, and varied: which is it to be?", exitCode: 64)
    }
    let plan = try ExperimentPlan(
      text: scenario.text(), settings: scenario.settings,
      variation: ExperimentPlan.Variation(vary: vary, zip: zip), grid: grid,
      run: simulation.settings
    ) { point throws(Failure) in
      do throws(Failure) {
        return try scenario.document(point)
      } catch {
        throw error.of(point)
      }
    }
    for warning in plan.warnings.prefix(Self.mostWarnings) { StandardError.warn(warning) }
    if plan.warnings.count > Self.mostWarnings {
      StandardError.warn("and \(plan.warnings.count - Self.mostWarnings) more of the other points")
    }
    if let (first, second) = plan.samePoints {
      StandardError.warn("points \(first) and \(second) are the same")
    }
    return plan
  }

  /// The points as a table of CSV.
  private func list(_ plan: ExperimentPlan) throws(Failure) {
    var table = CSVTable(header: ["point"] + plan.points[0].map(\.path))
    for (index, point) in plan.points.enumerated() {
      table.append([.integer(index)] + point.map { .text($0.value) })
    }
    do throws(OutputError) {
      try CheckedOutput.standardOutput.write(table.text())
    } catch {
      throw Failure(error)
    }
  }
}
