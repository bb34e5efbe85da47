import Experiments
import Reporting
import ScenarioFormat

/// Simulates scenarios one after the other, and compares each with the figures that it names.
struct Validation {
  let options: ValidationOptions
  let files: SharedFiles

  /// The comparisons of the scenarios named, or of all that ship and name references.
  func report(on names: [String]) throws(Failure) -> ValidationReport {
    let documents = try documents(names)
    guard !documents.isEmpty else {
      throw Failure("the scenarios that ship with clustersim are missing", exitCode: 66)
    }
    for path in [options.csv, options.json].compactMap(\.self) where path != "-" {
      do {
        try OutputFile.check(path, besides: [], in: nil)
      } catch {
        throw Failure(error)
      }
    }
    defer { if showsProgress { StandardError.write("\r\u{1B}[K") } }
    var parts: [ValidationReport.Part] = []
    for document in documents {
      let report = try run(document, "\(parts.count + 1)/\(documents.count) \(document.name) ")
      parts.append(ValidationReport.Part(report))
      for warning in report.comparison.warnings {
        StandardError.warn(TerminalText.plain("\(document.name): \(warning)"))
      }
    }
    let library = names.isEmpty ? try files.references(named: files.referenceNames) : nil
    return ValidationReport(parts, settings: options.settings, library: library)
  }

  /// The scenarios, all of them read before the first is simulated.
  private func documents(_ names: [String]) throws(Failure) -> [ScenarioDocument] {
    var documents: [ScenarioDocument] = []
    for name in names.isEmpty ? files.scenarioNames : names {
      let document = try document(name)
      guard !document.references.isEmpty else {
        guard names.isEmpty else {
          throw Failure(
            "\(TerminalText.plain(document.name)) names no references: there is nothing to compare",
            exitCode: 65)
        }
        continue
      }
      for warning in document.warnings { StandardError.warn("\(warning)") }
      if !options.force { try SimulationOptions.check(document.scenario, options.settings) }
      documents.append(document)
    }
    return documents
  }

  private func document(_ name: String) throws(Failure) -> ScenarioDocument {
    let source: ScenarioSource
    do {
      source = try ScenarioSource(named: name, files)
    } catch {
      throw Failure(error)
    }
    return try LoadedScenario(source: source, settings: [], files: files).document()
  }

  private var showsProgress: Bool {
    !options.quiet && Machine.isTerminal(2) && !Machine.isDumbTerminal
  }

  private func run(
    _ document: ScenarioDocument, _ prefix: String
  ) throws(Failure) -> RunReport {
    let references = try files.references(of: document)
    let plan = ExperimentPlan(document, run: options.settings)
    let results = ExperimentResults(plan)
    let bar = showsProgress ? progressBar(plan, TerminalText.plain(prefix)) : nil
    defer { bar?.clear() }
    do {
      _ = try RecordedExperiment(plan, shard: nil, folder: nil, commandLine: []).carryOut(
        resumes: false, overwrites: false, into: results, begins: { bar?.begin(with: $0) },
        batchIsDone: { bar?.add($0) })
    } catch {
      throw Failure(anyOf: error)
    }
    guard case .run(let report)? = results.report(references: references) else {
      throw Failure("\(document.name): there is no result", exitCode: 70)
    }
    return report
  }

  /// A bar behind the name of the scenario.
  private func progressBar(_ plan: ExperimentPlan, _ prefix: String) -> ProgressBar {
    let columns = (Machine.columns(of: 2) ?? 80) - prefix.count
    return ProgressBar(plan.experiment(), columns: columns) {
      StandardError.write($0.replacing("\u{1B}[K", with: "\u{1B}[K\(prefix)"))
    }
  }
}
