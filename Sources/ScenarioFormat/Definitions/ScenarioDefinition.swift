/// The keys of a scenario.
enum ScenarioDefinition {
  /// Name and version of the format.
  static let format = "clustersim/1"
  /// More nodes than any cluster has; keeps products of counts within bounds.
  static let mostNodes = 10_000_000

  static let scenario = Definition(
    "a scenario", "A GPU cluster, what breaks in it, how it is mended, and the job it runs.",
    [
      Field("$schema", .text(.any), .optional, "Where the JSON Schema lies, for editors."),
      Field(
        "extends", .text(.any), .optional,
        "A scenario to build on: a path from this file, or the name of one that ships."),
      Field("format", .constant(format), .defaultsTo(.string(format)), "Version of the format."),
      Field("name", .text(.folderName), .required, "Name, also of the folder of results."),
      Field("title", .text(.line), .optional, "Name for people; by default the name."),
      Field(
        "sources", .list(of: .text(.line), count: 0...100), .defaultsTo([]),
        "Where the figures are from."),
      Field(
        "references", .list(of: .text(.folderName), count: 0...100), .defaultsTo([]),
        "Published observations to compare with."),
      Field(
        "calibrated_on", .list(of: .text(.line), count: 0...100), .defaultsTo([]),
        "Published figures that the scenario was fitted to, as \"reference:figure\"; the others "
          + "it predicts."),
      Field(
        "known_disagreements", .list(of: .object(knownDisagreement), count: 0...100),
        .defaultsTo([]), "Published figures that the scenario is known not to agree with."),
      Field(
        "horizon", .duration(.span.usually("1h", "5y")), .optional,
        "End of the run, if the job does not end it before; this or job.work is required."),
      Field("cluster", .object(ClusterDefinition.cluster), .required, "The tree of fault domains."),
      Field(
        "faults", .list(of: .object(FaultDefinition.fault)), .defaultsTo([]), "What can fail."),
      Field("repair", .object(RepairDefinition.repair), .defaultsTo([:]), "How it is mended."),
      Field("job", .object(JobDefinitions.job), .defaultsTo([:]), "The training job."),
      Field(
        "checkpoint", .object(CheckpointDefinition.checkpoint), .defaultsTo([:]),
        "When the job saves its state."),
      Field(
        "recovery", .object(RecoveryDefinition.recovery), .defaultsTo([:]),
        "What follows an interruption."),
      Field(
        "maintenance", .object(JobDefinitions.maintenance), .optional, "Planned interruptions."),
      Field("cost", .object(cost), .optional, "What a GPU-hour costs."),
      Field(
        "lemons", .object(FrailtyDefinitions.lemons), .optional,
        "Nodes that fail more often than others; in place of frailty."),
      Field(
        "frailty", .object(FrailtyDefinitions.frailty), .optional,
        "How much nodes differ in their hazard; in place of lemons."),
      Field(
        "throughput", .object(ThroughputDefinition.throughput), .optional,
        "How the speed of the job drifts; without it it is always the same."),
    ],
    atMostOneOf: [Alternative("lemons"), Alternative("frailty")])

  private static let knownDisagreement = Definition(
    "a known disagreement", "A published figure that does not agree, and the reason.",
    [
      Field("figure", .text(.line), .required, "The figure, as \"reference:figure\"."),
      Field("why", .text(.line), .required, "Why it does not agree, for people."),
    ],
    example: #"an object such as {"figure": "llama3-2024:unexpected_interruptions", "why": "…"}"#)

  private static let cost = Definition(
    "a cost", "The price of an hour of one GPU.",
    [
      Field(
        "gpu_hour", .number(NumberRange(lower: 0, upper: 1e9)), .required,
        "Price of a GPU-hour."),
      Field("currency", .text(.currency), .defaultsTo("USD"), "Code of the currency."),
    ])
}
