import ClusterModel

/// The keys of the job and of its planned interruptions.
enum JobDefinitions {
  static let job = Definition(
    "the job", "The training job.",
    [
      Field(
        "nodes", .count(1...ScenarioDefinition.mostNodes), .optional,
        "Nodes it needs; by default cluster.nodes."),
      Field(
        "work", .duration(.span.usually("1h", "5y")), .optional,
        "Productive time to do; without it the job runs until the horizon."),
      Field(
        "spare_choice", .choice(Job.SpareChoice.allCases.map(\.rawValue)),
        .defaultsTo("longest_waiting"), "Which of the waiting nodes it takes."),
      Field(
        "placement", .object(placement), .optional,
        "How it lies on racks; without it its nodes may lie anywhere."),
      .notYet("mfu", "report useful FLOPs"), .notYet("peak_tflops", "report useful FLOPs"),
      .notYet("tokens_per_second", "report tokens"),
    ])

  private static let placement = Definition(
    "a placement", "The job lies on whole racks, whose other nodes are spares of their rack.",
    [
      Field(
        "nodes_of_rack", .count(1...ScenarioDefinition.mostNodes), .required,
        "Nodes of each rack that the job uses.")
    ])

  static let maintenance = Definition(
    "maintenance", "Planned interruptions: the job saves first and loses no work.",
    [
      Field(
        "every", .duration(.interval.usually("1h", "1y")), .optional,
        "Time between two; the first one comes after that time."),
      Field("count", .count(1...1_000_000), .optional, "How many there are in the time `over`."),
      Field(
        "over", .duration(.span), .optional,
        "Time over which `count` are spread evenly, the first after half of their distance."),
      Field(
        "downtime", .duration(.delay.usually("0s", "7d")), .required,
        "From the moment when all work is durable until the job trains again."),
    ],
    exactlyOneOf: [Alternative("every"), Alternative("count", "over")])
}
