/// The keys of a transfer: a time that follows from a size and a bandwidth.
enum TransferDefinition {
  private static let example = #"{"bytes": "5TB", "bandwidth": "2TB/s"}"#

  /// A duration, or a transfer.
  static func orDuration(_ range: DurationRange) -> Kind {
    .stringOr(.duration(range), .shared(.transfer))
  }

  /// The law of a duration, or a transfer.
  static let orLaw = Variants(
    key: LawDefinitions.key, cases: LawDefinitions.durationLaws.cases, otherwise: transfer,
    example: "a duration, a distribution object, or \(example)")

  static let transfer = Definition(
    "a transfer", "A time: a size by a bandwidth.",
    [
      Field("bytes", .size(.bytes), .optional, "How much is transferred, in all."),
      Field(
        "parameters", .number(NumberRange(lower: 1, upper: 1e15)), .optional,
        "Parameters of the model, each of which takes bytes_per_parameter."),
      Field(
        "bytes_per_parameter", .number(NumberRange(lower: 0.1, upper: 64)), .optional,
        "Bytes of state for each parameter."),
      Field("bandwidth", .size(.bandwidth), .optional, "Bandwidth, all in all."),
      Field(
        "bandwidth_per_node", .size(.bandwidth), .optional,
        "Bandwidth of each node of the job, all of which transfer at a time."),
      Field(
        "bandwidth_per_gpu", .size(.bandwidth), .optional,
        "Bandwidth of each GPU of the job, all of which transfer at a time."),
    ],
    groups: [
      AlternativeGroup(
        alternatives: [Alternative("bytes"), Alternative("parameters", "bytes_per_parameter")],
        isRequired: true),
      AlternativeGroup(
        alternatives: [
          Alternative("bandwidth"), Alternative("bandwidth_per_node"),
          Alternative("bandwidth_per_gpu"),
        ], isRequired: true),
    ], example: #"a duration such as "10min" or a transfer such as \#(example)"#)
}
