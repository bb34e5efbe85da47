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
      .notYet("bursts"),
      .notYet("schedule", "simulate schedules"),
    ])
}
