import Checkpointing
import ClusterModel

/// The keys of checkpoints: when they are saved, on which levels, and what that costs.
enum CheckpointDefinition {
  static let checkpoint = Definition(
    "a checkpoint policy", "When the job saves its state, and what that costs.",
    [interval] + copy + others,
    groups: [
      AlternativeGroup(
        alternatives: [
          Alternative("levels"),
          .anyOf("save", "write", "load", "corrupt_probability", "keep"),
        ], isRequired: false)
    ])

  private static let interval = Field(
    "interval",
    .stringOr(.duration(.interval.usually("10s", "1000y"), or: formulas), .object(adaptive)),
    .defaultsTo("30min", from: "a choice: 5 to 30 min are usual"),
    "Productive time between two saves; or the formula that computes it once, of the rates that "
      + "the scenario says.")

  private static let others = [
    Field(
      "at_end", .boolean, .defaultsTo(true),
      "Whether a checkpoint also follows the last segment of job.work."),
    Field(
      "verify", .object(verification), .optional,
      "A check of the job's state before each save; none if it is not given."),
    Field(
      "levels", .list(of: .object(level), count: 1...CheckpointPolicy.mostLevels), .optional,
      "Kinds of copies, from the fastest to the safest; in place of save, write, load, "
        + "corrupt_probability and keep."),
  ]

  private static let formulas = IntervalFormula.allCases.map(\.rawValue)

  private static let adaptive = Definition(
    "an adaptive interval",
    "A formula computes it anew at each start of training, of the interruptions so far.",
    [
      Field("adaptive", .choice(formulas), .required, "The formula."),
      Field(
        "initial", .duration(.interval.usually("10s", "1000y")),
        .defaultsTo("30min", from: "a choice: 5 to 30 min are usual"),
        "The interval until the first interruption."),
    ],
    example: #"a duration such as "10min", a formula such as "young", or {"adaptive": "young"}"#)

  private static let verification = Definition(
    "a verification", "A check of the job's state before each save, which finds corruptions.",
    [
      Field("time", .duration(.delay.usually("0s", "1h")), .required, "How long it takes."),
      Field(
        "finds", .number(.probability), .defaultsTo(1),
        "Probability that it finds a silent corruption that is in the state."),
    ])

  private static let level = Definition(
    "a level of checkpoints", "A kind of copy: how often it is made, and what it outlives.",
    place + copy + [survives])

  private static let place = [
    Field("name", .text(.name), .required, "Name of the level."),
    Field(
      "every", .count(1...1_000_000), .defaultsTo(1),
      "Checkpoints from one save of this level to the next: 1 for the first level, of each "
        + "further one a multiple of that of the level before."),
  ]

  private static let survives = Field(
    "survives", .choice(domains), .defaultsTo("cluster"),
    "The largest domain whose loss the copies outlive; job for those that only outlive faults "
      + "which leave every node in service.")

  private static let domains =
    [Domain.job.rawValue]
    + Domain.allCases.filter { $0 != .gpu && $0 != .job }.map(\.rawValue)

  /// The keys of one kind of copy.
  private static let copy = [
    Field(
      "save", TransferDefinition.orDuration(.delay.usually("0s", "1h")),
      .defaultsTo("10s", from: "a guess between 0.5 s (asynchronous) and 5 min (synchronous)"),
      "Time for which a save blocks the job, or what is transferred in it."),
    Field(
      "write", TransferDefinition.orDuration(.delay.usually("0s", "6h")),
      .defaultsTo("0s", from: "a synchronous save: the copy is there when the save ends"),
      "From the end of a save until the copy can be restored from, or what is transferred then."),
    Field(
      "load", .shared(.transferOrLaw), .defaultsTo("30s", from: "a guess"),
      "Reading a checkpoint back."),
    Field(
      "corrupt_probability", .number(.probability), .defaultsTo(0),
      "Probability that a copy turns out to be unreadable when it is read."),
    Field(
      "keep", .count(1...1_000_000), .optional,
      "How many copies are kept; without it all are."),
  ]
}
