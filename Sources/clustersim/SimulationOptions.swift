import ArgumentParser
import ClusterModel
import Experiments
import Reporting
import ScenarioFormat
import Statistics

/// The options of every verb that simulates.
struct SimulationOptions: ParsableArguments {
  /// Where a precision is given up.
  private static let usualLimit = 100_000
  /// What holds where no option is given.
  static let standard = RunSettings(
    replications: 1000, seed: 1, threads: min(1024, Machine.processors))

  // Unconditional, so that a negative number is refused as one and not as a missing value.
  @Option(
    parsing: .unconditional,
    help: "Number of independent replications, of each point (default: \(standard.replications)).")
  var replications: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Replicate until the 95 % interval of a metric is this narrow: ± 0.5% of its mean, say.",
      valueName: "percent"))
  var precision: String?

  @Option(
    help: ArgumentHelp("The metric that --precision is about (default: ettr).", valueName: "metric")
  )
  var precisionMetric: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Replications at which --precision gives up (default: \(usualLimit)).", valueName: "n"))
  var maxReplications: Int?

  @Option(
    help: ArgumentHelp(
      "How 95 % intervals are computed: student, or for skewed metrics hall or bootstrap.",
      valueName: "method"))
  var interval: MeanInterval = .student

  @Option(
    parsing: .unconditional, help: "Seed of all random numbers: the same seed gives the same bytes."
  )
  var seed = standard.seed

  @Option(
    parsing: .unconditional,
    help: "Threads to use (default: all processors). Results do not depend on it.")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Simulate only the i-th of n parts, to be joined by merge; auto takes both from a job array.",
      valueName: "i/n"))
  var shard: ShardChoice?

  @Flag(help: "Go on with what an earlier run that was stopped has done.")
  var resume = false

  @Flag(
    help: "Run what would be refused as hopeless or huge; overwrite another scenario's results.")
  var force = false

  func validate() throws {
    try Self.check(replications, "--replications")
    try Self.check(maxReplications, "--max-replications")
    try Self.check(threads: threads)
    guard let precision else {
      for (option, isGiven) in [
        ("--precision-metric", precisionMetric != nil),
        ("--max-replications", maxReplications != nil),
      ] where isGiven { throw ValidationError("\(option) goes with --precision") }
      return
    }
    guard Self.share(precision) != nil else {
      throw ValidationError(
        "--precision: \(precision) is no percentage between 0.0001% and 99%; write 0.5%")
    }
    if replications != nil {
      throw ValidationError(
        "--replications and --precision contradict each other; --max-replications is the limit")
    }
    if shard != nil {
      throw ValidationError(
        "--precision and --shard contradict each other: when to stop is decided from all replications"
      )
    }
    if let precisionMetric,
      !MetricCatalogue.all.contains(where: { $0.identifier == precisionMetric })
    {
      let known = MetricCatalogue.all.map(\.identifier)
      throw ValidationError(
        "--precision-metric: there is no metric \(precisionMetric); "
          + (Spelling.nearest(to: precisionMetric, among: known).map { "did you mean \($0)?" }
            ?? "summary.csv of any run lists them"))
    }
  }

  /// Refuses a number of threads that there are not.
  static func check(threads: Int?) throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: \(threads) is not between 1 and 1024")
    }
  }

  /// Refuses a number of replications that is none.
  static func check(_ count: Int?, _ option: String) throws {
    if let count, !(1...RunSettings.mostReplications).contains(count) {
      throw ValidationError(
        "\(option): \(count) is not between 1 and \(RunSettings.mostReplications)")
    }
  }

  /// Reads `0.5%`; nil unless it is between 0.0001 % and 99 %. A bare 0.5 might mean either.
  private static func share(_ text: String) -> Double? {
    let digits = text.dropLast()
    guard text.last == "%", digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let percent = Double(digits)
    else { return nil }
    return 1e-4...99 ~= percent ? percent / 100 : nil
  }

  var settings: RunSettings {
    let precision = precision.flatMap(Self.share).map {
      Precision(
        metric: precisionMetric ?? "ettr", rule: SequentialRule(relativePrecision: $0))
    }
    return RunSettings(
      replications: precision == nil
        ? replications ?? Self.standard.replications : maxReplications ?? Self.usualLimit,
      seed: seed, threads: threads ?? Self.standard.threads, interval: interval,
      precision: precision)
  }

  /// Refuses a run that would not end or not fit, unless it is forced.
  func check(_ scenario: Scenario) throws(Failure) {
    if let precision = settings.precision,
      !MetricCatalogue.metrics(of: scenario).contains(where: { $0.identifier == precision.metric })
    {
      throw Failure(
        "--precision-metric: the scenario has not what \(precision.metric) needs", exitCode: 64)
    }
    if !force { try Self.check(scenario, settings) }
  }

  /// Refuses a run that would not end or not fit.
  static func check(_ scenario: Scenario, _ settings: RunSettings) throws(Failure) {
    let refusal = Feasibility(scenario).refusal(settings: settings, memory: Machine.memory)
    if let refusal { throw Failure("\(refusal); --force runs it all the same", exitCode: 65) }
  }
}

extension MeanInterval: ExpressibleByArgument {}
