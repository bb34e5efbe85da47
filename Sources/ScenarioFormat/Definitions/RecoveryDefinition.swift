/// The keys of what follows an interruption.
enum RecoveryDefinition {
  static let recovery = Definition(
    "recovery", "What lies between an interruption and the next step of training.",
    [
      Field(
        "policy", .choice(["restart", "hot_spare", "elastic"]), .defaultsTo("restart"),
        "What the job does when a fault hits it: it restarts with all of its nodes, it does so "
          + "with spares that hold the program already, or it goes on without the replicas hit."),
      Field("detect", .object(detect), .defaultsTo([:]), "Until the job is known to be down."),
      Field("diagnose", .object(diagnose), .defaultsTo([:]), "Finding out which node it was."),
      Field(
        "swap", .shared(.duration), .defaultsTo("1min", from: "a guess"),
        "Putting spares in the place of missing nodes."),
      Field(
        "restart", .shared(.restart),
        .defaultsTo(
          ["base": "50s", "per_gpu": "9ms"],
          from: "fits the cold restarts of 16,000 to 98,000 GPUs in FT-HSDP, arXiv 2602.00277"),
        "Launch, rendezvous and set-up of the communicators."),
      Field(
        "exposed", .boolean, .defaultsTo(true),
        "Whether faults strike during restart and load as they do in training."),
      Field(
        "health_checks", .object(healthChecks), .optional,
        "A check of the job's nodes before each restart; none if it is not given."),
      Field(
        "restart_fails", .number(.setback), .defaultsTo(0),
        "Probability that a restart, when it is over, turns out to have failed."),
      Field(
        "image", .shared(.transferOrLaw), .defaultsTo("0s"),
        "Distributing the program to nodes that were put in place, after the swap."),
      Field(
        "hot_restart", .shared(.restart), .defaultsTo("60s", from: "a guess"),
        "In place of restart with policy hot_spare, unless a node came straight from repair."),
    ] + elastic)

  /// The keys that only go with policy elastic.
  private static let elastic = [
    Field(
      "replicas", .count(1...1_000_000), .optional,
      "Equal parts of the job that can be missed; required with policy elastic."),
    Field(
      "minimum_replicas", .count(1...1_000_000), .defaultsTo(1),
      "With fewer the job restarts from a checkpoint."),
    Field(
      "stall", .shared(.duration), .defaultsTo("3min", from: "FT-HSDP, arXiv 2602.00277"),
      "From a fault until the other replicas go on."),
    Field(
      "rejoin", .shared(.duration),
      .defaultsTo("7min", from: "about 7 min at 11/12 speed: FT-HSDP, arXiv 2602.00277"),
      "From when a replica has all of its nodes until it takes part again."),
    Field(
      "rejoin_stall", .shared(.duration), .defaultsTo("0s"),
      "Pause of the whole job when a replica takes part again."),
  ]

  /// The keys that only go with policy elastic.
  static let elasticKeys = elastic.map(\.key)

  private static let detect = Definition(
    "detection", "Until the job is known to be down, or a fault that it runs on with is found.",
    [
      Field(
        "crash", .shared(.duration),
        .defaultsTo("30s", from: "2 to 60 s where watched: ByteRobust, SOSP 2025"),
        "After a crash."),
      Field(
        "hang", .shared(.duration),
        .defaultsTo("10min", from: "about 10 min by timeout: ByteRobust, SOSP 2025"),
        "After a hang: the watchdog."),
      Field(
        "slow", .shared(.duration), .defaultsTo("30min", from: "a guess"),
        "From the first moment of a slow job until the fault is found; the job runs on."),
      Field(
        "corrupt", .shared(.duration), .defaultsTo("6h", from: "a guess"),
        "From a silent corruption until it is found; the job runs on."),
    ])

  private static let diagnose = Definition(
    "diagnosis", "Finding out which node it was.",
    [
      Field(
        "time", .shared(.duration), .defaultsTo("0s", from: "a guess"), "How long it takes."),
      Field(
        "missed", .number(.probability), .defaultsTo(0),
        "Probability that no node is blamed: the one that has the fault stays."),
      Field(
        "wrong", .number(.probability), .defaultsTo(0),
        "Probability that another node of the job is sent to repair."),
      Field(
        "recurs", .shared(.duration),
        .defaultsTo(["distribution": "exponential", "mean": "1h"], from: "a guess"),
        "Training after a restart until a fault that was not repaired strikes again."),
    ])

  private static let healthChecks = Definition(
    "health checks", "A check of the job's nodes before each restart.",
    [
      Field("time", .shared(.duration), .required, "How long it takes."),
      Field(
        "finds", .number(.probability), .required,
        "Probability that it finds a fault that the job would run on with."),
    ])

  /// The law of a duration, or a time that grows with the job.
  static let restart = Variants(
    key: LawDefinitions.key, cases: LawDefinitions.durationLaws.cases,
    otherwise: Definition(
      "a restart time", "A time that grows with the job.",
      [
        Field("base", .duration(.delay), .defaultsTo("0s"), "What any restart takes."),
        Field(
          "per_gpu", .duration(.delay.usually("0s", "1s")), .required,
          "What each GPU of the job adds."),
      ]),
    example: #"a duration, a distribution object, or {"base": "50s", "per_gpu": "9ms"}"#)
}
