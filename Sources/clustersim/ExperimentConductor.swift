import Experiments
import Reporting
import ScenarioFormat

/// Carries out what a verb has planned, and puts what comes of it where it belongs.
struct ExperimentConductor {
  let plan: ExperimentPlan
  let simulation: SimulationOptions
  let output: OutputOptions
  /// The published figures that a run is compared with.
  let references: [Reference]
  /// What ships with the program.
  let files: SharedFiles

  /// Simulates what is not done yet, and tells what came of it.
  func carryOut() throws(Failure) {
    let started = ContinuousClock.now
    let shard = try simulation.shard.map { choice throws(Failure) in
      try choice.shard(environment: Machine.environment)
    }
    let folder = try output.folder(for: plan)
    let words = CommandWords.ofWholeResult(CommandLine.arguments)
    let recorded = RecordedExperiment(plan, shard: shard, folder: folder, commandLine: words)
    do {
      try recorded.takeFolder(overwrites: simulation.force)
      try output.checkPlaces(besides: plan.fileNames(withCharts: output.vega), in: folder)
      if !simulation.resume, recorded.hasRecords {
        StandardError.warn(
          "what was begun there is begun anew; --resume would have gone on with it")
      }
      let results = ExperimentResults(plan)
      let records = try simulate(recorded, into: results)
      if let shard {
        try tell(shard, records)
      } else if let report = results.report(references: references) {
        try ResultPublisher(plan: plan, output: output, commandLine: words, shared: files)
          .publish(report, in: folder, records: records, elapsed: .now - started)
      }
    } catch {
      throw Failure(anyOf: error)
    }
  }

  private func simulate(
    _ recorded: RecordedExperiment, into results: ExperimentResults
  ) throws -> RecordFile? {
    if let folder = recorded.folder {
      StopSignals.advise(
        "what is done is kept in \(TerminalText.plain(folder.path)):"
          + " the same command with --resume goes on")
    }
    let bar = progressBar(recorded)
    defer { bar?.clear() }
    return try recorded.carryOut(
      resumes: simulation.resume, overwrites: simulation.force, into: results,
      begins: { begin(with: $0, bar) },
      batchIsDone: { bar?.add($0) })
  }

  private func begin(with done: Int, _ bar: ProgressBar?) {
    if done > 0, !output.quiet {
      StandardError.write("clustersim: going on after \(done) replications that are done\n")
    }
    bar?.begin(with: done)
  }

  private func progressBar(_ recorded: RecordedExperiment) -> ProgressBar? {
    guard !output.quiet, Machine.isTerminal(2), !Machine.isDumbTerminal else { return nil }
    return ProgressBar(
      plan.experiment(recorded.shard), columns: Machine.columns(of: 2) ?? 80
    ) { StandardError.write($0) }
  }

  /// Says where a shard is, and what to do with it.
  private func tell(_ shard: Shard, _ records: RecordFile?) throws(OutputError) {
    guard !output.quiet, let records else { return }
    let folder = records.path.split(separator: "/").dropLast().joined(separator: "/")
    let root = records.path.hasPrefix("/") ? "/" : ""
    try CheckedOutput.standardOutput.write(
      """
      Shard \(shard) of \(TerminalText.plain(plan.name)): \(TerminalText.plain(records.path))
      When all \(shard.count) are there: clustersim merge \(ShellWord.quoted(root + folder))

      """)
  }
}
