import ClusterModel

/// The keys of a fault class.
enum FaultDefinition {
  static let fault = Definition(
    "a fault class", "One kind of fault: what it strikes, how often, and what is lost with it.",
    [
      Field("name", .text(.name), .required, "Name in results and in `--set`."),
      Field("title", .text(.line), .optional, "Name for people; by default the name."),
      Field(
        "category", .text(.line), .defaultsTo("other"),
        "What to group by: gpu, host, network, software …"),
      Field(
        "per", .choice(Domain.allCases.map(\.rawValue)), .required, "What an instance lives on."),
      Field("count", .count(1...1_000_000), .defaultsTo(1), "Instances on each of those."),
      Field("lifetime", LawDefinitions.process, .required, "Time to failure of one instance."),
      Field(
        "takes_down", .choice(Domain.allCases.map(\.rawValue)), .optional,
        "The domain that is lost: by default the one that `per` names, at least a node; with job "
          + "every node stays in service."),
      Field(
        "symptom",
        .choice(FaultClass.Symptom.allCases.map(\.rawValue)), .defaultsTo("crash"),
        "How the fault shows: the job stops (crash), stands still (hang), runs on slowly (slow), "
          + "or runs on with a wrong state (corrupt)."),
      Field(
        "speed", .number(.slowness), .optional,
        "Speed of the job while a node has the fault, as a share; with symptom slow only, and "
          + "required there."),
      Field(
        "repair", .text(.name), .optional,
        "Repair route of the node; without one it goes straight back to work."),
      Field(
        "renews", .boolean, .defaultsTo(true),
        "Whether an instance is as good as new afterwards; otherwise its age goes on."),
      Field(
        "at_risk", .choice(FaultClass.Exposure.allCases.map(\.rawValue)), .defaultsTo("powered"),
        "When an instance can be struck."),
      Field(
        "repaired", .choice(["each", "together"]), .defaultsTo("each"),
        "Whether each node that a fault takes down has a repair of its own, or all of them undergo "
          + "one and come back together."),
      Field(
        "bursts", .object(bursts), .optional,
        "How many others of its kind each fault brings; without them faults come alone."),
      Field(
        "schedule", .list(of: .object(step), count: 0...1000), .defaultsTo([]),
        "Factors of the hazard from instants of the run on, ascending; before the first it is 1."),
    ])

  private static let bursts = Definition(
    "bursts", "Each fault brings a geometric number of others, at instances drawn at random.",
    [
      Field(
        "mean_size", .number(NumberRange(lower: 1, upper: 1e4)), .required,
        "Mean number of faults of a burst, the first one counted."),
      Field(
        "delay", .shared(.duration),
        .defaultsTo(["distribution": "exponential", "mean": "10min"], from: "a guess"),
        "From the first fault to each of the others."),
    ])

  private static let step = Definition(
    "a step of a schedule", "From an instant on the hazard is multiplied by a factor.",
    [
      Field("from", .duration(.instant), .required, "Instant of the run."),
      Field(
        "factor", .number(NumberRange(lower: 0, upper: 1e6)), .required,
        "Factor, in place of the one before."),
    ])
}
