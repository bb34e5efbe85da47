/// The keys that say how nodes differ in their hazard: lemons, or a frailty.
enum FrailtyDefinitions {
  static let lemons = Definition(
    "lemons", "Nodes that fail more often than others, drawn anew in every replication.",
    [
      Field(
        "fraction", .number(.probability), .required,
        "Probability that a node is a lemon, each by itself."),
      Field(
        "multiplier", .number(.multiplier), .required, "How many times as often a lemon fails."),
      faults,
    ])

  static let frailty = Definition(
    "a frailty", "A gamma multiplier of mean 1 for every node, drawn anew in every replication.",
    [
      Field(
        "variance", .number(NumberRange(lower: 0.01, upper: 100)), .required,
        "Variance of the multiplier."),
      faults,
    ])

  private static let faults = Field(
    "faults", .list(of: .text(.name), count: 1...10_000), .optional,
    "Names of the fault classes that the multiplier holds for; by default all that are per gpu or "
      + "node and have a lifetime.")
}
