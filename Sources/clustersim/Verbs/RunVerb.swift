import ArgumentParser
import Reporting

/// Simulates a scenario, prints the report and writes the result files.
struct RunVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulates a scenario, prints the report and writes the result files.",
    discussion: """
      Examples:
        clustersim run llama3
        clustersim run my.json --set checkpoint.interval=10min --replications 200
        for t in 5min 10min 30min; do
          clustersim run llama3 --set checkpoint.interval=$t --csv - --no-header --no-files --quiet
        done > sweep.csv
      """)

  @OptionGroup var input: ScenarioInput
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.check(input, simulation)
  }

  func run() throws {
    let files = SharedFiles(executable: Machine.executable)
    let document = try input.read(files)
    try simulation.check(document.scenario)
    let plan = ExperimentPlan(document, run: simulation.settings)
    try ExperimentConductor(
      plan: plan, simulation: simulation, output: output,
      references: files.references(of: document), files: files
    ).carryOut()
  }
}
