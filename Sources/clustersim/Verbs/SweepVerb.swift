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
      logarithms. All points meet the same random numbers, so that differences between them are \
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
  }

  func run() throws {
    let files = SharedFiles(executable: Machine.executable)
    let plan = try plan(files)
    for document in plan.documents { try simulation.check(document.scenario) }
    if dryRun { return try list(plan) }
    try ExperimentConductor(
      plan: plan, simulation: simulation, output: output, references: []
    ).carryOut()
  }

  private func plan(_ files: SharedFiles) throws(Failure) -> ExperimentPlan {
    let grid: SweepGrid
    do throws(Diagnostic) {
      grid = try SweepGrid(vary: vary, zip: zip)
    } catch {
      throw Failure("\(error)", exitCode: 64)
    }
    let scenario = try input.loaded(files)
    let plan = try ExperimentPlan(
      text: scenario.text(), settings: scenario.settings,
      variation: ExperimentPlan.Variation(vary: vary, zip: zip), grid: grid,
      run: simulation.settings
    ) { point throws(Failure) in try scenario.document(point) }
    var told: Set<String> = []
    for warning in plan.documents.flatMap(\.warnings).map(\.description)
    where told.insert(warning).inserted { StandardError.warn(warning) }
    return plan
  }

  /// The points as a table of CSV.
  private func list(_ plan: ExperimentPlan) throws(Failure) {
    var table = CSVTable(header: ["point"] + plan.points[0].map(\.path))
    for (index, point) in plan.points.enumerated() {
      table.append([.integer(index)] + point.map { .text($0.value) })
    }
    do throws(OutputError) {
      try CheckedOutput.standardOutput.write(table.text(withHeader: !output.noHeader))
    } catch {
      throw Failure(error)
    }
  }
}
