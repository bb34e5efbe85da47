import ClusterModel

/// The keys of repair: routes, crews, and what holds for all nodes.
enum RepairDefinition {
  /// The most failures that a rule of retirement can count; each node that broke keeps as many.
  static let mostFailures = 1000

  static let repair = Definition(
    "repair", "What broken nodes go through.",
    [
      Field(
        "routes", .named(.list(of: .object(stage), count: 1...100), atMost: 1000), .defaultsTo([:]),
        "Lists of stages by name; a node that the last stage does not cure is retired."),
      Field(
        "crews",
        .named(
          .stringOr(.count(1...ScenarioDefinition.mostNodes), .object(crew)), atMost: 1000),
        .defaultsTo([:]), "Groups of limited size by name, for which stages wait."),
      Field(
        "retire", .object(retire), .optional,
        "When a node that breaks is taken out for good instead of mended; by default never."),
      Field(
        "restock", .object(restock), .optional,
        "How retired nodes are replaced by new ones; by default they are not."),
      Field(
        "returns_multiplier", .number(.multiplier),
        .defaultsTo(20, from: "a guess; lemons are published at 20 to 250"),
        "How many times as often a node fails that came back by a `false_fix`, until a repair truly "
          + "cures it; of the classes per gpu or node."),
    ])

  private static let stage = Definition(
    "a repair stage", "One step of a repair route.",
    [
      Field("stage", .text(.line), .required, "Name of the stage."),
      Field("time", .shared(.duration), .required, "How long it takes."),
      Field(
        "fixes", .number(.probability), .defaultsTo(1),
        "Probability that it cures the fault; otherwise the next stage follows."),
      Field(
        "crew", .text(.name), .optional,
        "The crew that does it; without one no node waits for another."),
      Field(
        "false_fix", .number(.probability), .defaultsTo(0),
        "Probability that a node which the stage is said to have cured is not."),
    ])

  private static let crew = Definition(
    "a repair crew", "How many nodes can be worked on at a time, and when.",
    [
      Field(
        "size", .count(1...ScenarioDefinition.mostNodes), .required,
        "Nodes that can be worked on at a time."),
      Field(
        "hours", .object(hours), .optional, "When work proceeds; by default around the clock."),
    ])

  private static let hours = Definition(
    "working hours", "The same hours on certain days of the week; a run begins on a Monday.",
    [
      Field(
        "days",
        .list(of: .choice(WorkingHours.Day.allCases.map(\.rawValue)), count: 1...7),
        .defaultsTo(["mon", "tue", "wed", "thu", "fri"]), "Days on which work is done."),
      Field("from", .duration(.timeOfDay), .required, "Time from midnight until work begins."),
      Field("to", .duration(.timeOfDay), .required, "Time from midnight until work ends."),
    ])

  private static let retire = Definition(
    "a rule of retirement", "When a node that breaks is taken out for good.",
    [
      Field(
        "failures", .count(1...mostFailures), .required,
        "Breakdowns that retire a node: the last of them is not mended."),
      Field(
        "within", .duration(.span), .required,
        "Time that may lie between the first and the last of them."),
    ])

  private static let restock = Definition(
    "restocking", "New nodes for retired ones.",
    [
      Field(
        "lead_time", .shared(.duration), .required,
        "From the retirement of a node until a new one waits in its place.")
    ])
}
