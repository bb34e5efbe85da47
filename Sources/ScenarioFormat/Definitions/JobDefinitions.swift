import ClusterModel

/// The keys of the job and of what happens to it.
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
      .notYet("replicas", "simulate elastic jobs"),
      .notYet("minimum_replicas", "simulate elastic jobs"),
    ])

  private static let placement = Definition(
    "a placement", "The job lies on whole racks, whose other nodes are spares of their rack.",
    [
      Field(
        "nodes_of_rack", .count(1...ScenarioDefinition.mostNodes), .required,
        "Nodes of each rack that the job uses.")
    ])

  static let checkpoint = Definition(
    "a checkpoint policy", "When the job saves its state, and what that costs.",
    [
      Field(
        "interval",
        .duration(.interval.usually("10s", "1000y"), notYet: ["young", "daly", "optimal"]),
        .defaultsTo("30min", from: "a choice: 5 to 30 min are usual"),
        "Productive time between two saves."),
      Field(
        "save", .duration(.delay.usually("0s", "1h")),
        .defaultsTo("10s", from: "a guess between 0.5 s (asynchronous) and 5 min (synchronous)"),
        "Time for which a save blocks the job."),
      Field(
        "write", .duration(.delay.usually("0s", "6h")),
        .defaultsTo("0s", from: "a synchronous save: the copy is there when the save ends"),
        "From the end of a save until the copy can be restored from."),
      Field(
        "load", .shared(.duration), .defaultsTo("30s", from: "a guess"),
        "Reading a checkpoint back."),
      Field(
        "at_end", .boolean, .defaultsTo(true),
        "Whether a checkpoint also follows the last segment of job.work."),
      .notYet("levels", "simulate levels of checkpoints"),
      .notYet("keep", "simulate a number of kept checkpoints"),
      .notYet("corrupt_probability", "simulate corrupt checkpoints"),
    ])

  static let recovery = Definition(
    "recovery", "What lies between an interruption and the next step of training.",
    [
      Field(
        "policy", .choice(["restart"], notYet: ["hot_spare", "elastic"]), .defaultsTo("restart"),
        "What the job does when it is interrupted."),
      Field("detect", .object(detect), .defaultsTo([:]), "Until the job is known to be down."),
      Field("diagnose", .object(diagnose), .defaultsTo([:]), "Finding out which node it was."),
      Field(
        "swap", .shared(.duration), .defaultsTo("1min", from: "a guess"),
        "Putting spares in the place of missing nodes."),
      Field(
        "restart", .stringOr(.duration(.delay), .variants(restart)),
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
      .notYet("restart_fails", "simulate failing restarts"),
      .notYet("stall", "simulate elastic jobs"), .notYet("rejoin", "simulate elastic jobs"),
      .notYet("replicas", "simulate elastic jobs"),
      .notYet("minimum_replicas", "simulate elastic jobs"),
    ])

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

  private static let restart = Variants(
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
