/// The laws of durations and of times to failure.
///
/// `{"distribution": NAME, …}`, each parameter under the field's usual symbol. A time to failure
/// may also be given by a published rate, see `Rates`.
struct LawDefinitions {
  /// The key that names the law.
  static let key = "distribution"

  /// The laws of a duration.
  static let durationLaws = Variants(
    key: key, cases: LawDefinitions(kind: .duration).all, otherwise: nil,
    example: #"a duration such as "10min" or a distribution object"#)

  /// The law of a time to failure.
  static let lifetime = lifetimes(LawDefinitions(kind: .lifetime).all)

  /// When a fault class strikes: the law of a time to failure, or the instants.
  static let process = lifetimes(LawDefinitions(kind: .lifetime).all + [("at", instants)])

  private static func lifetimes(_ cases: [(name: String, definition: Definition)]) -> Kind {
    .variants(
      Variants(
        key: key, cases: cases, otherwise: nil,
        example: #"an object such as {"distribution": "exponential", "mean": "40000h"}"#))
  }

  private static let instants = Definition(
    "a list of instants", "The class strikes at these instants of the run; not renewed.",
    [
      Field(
        "times", .list(of: .duration(.instant), count: 1...100_000), .required,
        "Instants, ascending.")
    ])

  /// What the laws are of. Only a time to failure can be given by a rate, and it can't be nothing.
  private let kind: SharedKind

  /// Every law under its name.
  private var all: [(name: String, definition: Definition)] {
    [
      ("exponential", exponential), ("weibull", weibull), ("gamma", gamma),
      ("lognormal", lognormal), ("erlang", erlang), ("pareto", pareto), ("uniform", uniform),
      ("deterministic", deterministic), ("mixture", mixture), ("competing", competing),
      ("empirical", empirical),
    ]
  }

  // MARK: Parameters

  private var positive: DurationRange { kind == .lifetime ? .lifetime : .interval }
  private var least: DurationRange { kind == .lifetime ? .lifetimeOrNothing : .delay }
  private var value: DurationRange { kind == .lifetime ? .lifetime : .delay }
  private var mean: Field { Field("mean", .duration(positive), .optional, "Mean.") }
  private var scale: Field { Field("scale", .duration(positive), .optional, "Scale.") }
  private var scaleOrMean: [Alternative] { [Alternative("scale"), Alternative("mean")] }

  private func shape(_ lower: Double, _ upper: Double) -> Field {
    Field("shape", .number(NumberRange(lower: lower, upper: upper)), .required, "Shape.")
  }

  // MARK: Laws

  private var exponential: Definition {
    let (title, hazard) = ("an exponential distribution", "Constant hazard.")
    let means = [Alternative("mean")]
    guard kind == .lifetime else {
      return Definition(title, hazard, [mean], exactlyOneOf: means)
    }
    return Definition(
      title, hazard, [mean] + Rates.fields + Rates.perNodeDays,
      exactlyOneOf: means + Rates.alternatives + [Alternative("per_1000_node_days")])
  }

  private var weibull: Definition {
    let hasRates = kind == .lifetime
    return Definition(
      "a Weibull distribution", "Falling hazard below a shape of one, rising above it.",
      [shape(0.1, 100), scale, mean] + (hasRates ? Rates.fields : []),
      exactlyOneOf: scaleOrMean + (hasRates ? Rates.alternatives : []))
  }

  private var gamma: Definition {
    Definition(
      "a gamma distribution", "Sum of exponential phases for a whole shape.",
      [shape(0.2, 1000), scale, mean], exactlyOneOf: scaleOrMean)
  }

  private var lognormal: Definition {
    Definition(
      "a lognormal distribution", "The logarithm is normal.",
      [
        Field("median", .duration(positive), .optional, "Median."), mean,
        Field(
          "sigma", .number(NumberRange(lower: 0, upper: 10, isOpen: true)), .required,
          "Standard deviation of the natural logarithm."),
      ],
      exactlyOneOf: [Alternative("median"), Alternative("mean")])
  }

  private var erlang: Definition {
    Definition(
      "an Erlang distribution", "Several exponential stages in a row.",
      [
        Field("stages", .count(1...1000), .required, "Stages."),
        Field("mean", .duration(positive), .required, "Mean of all stages together."),
      ])
  }

  private var pareto: Definition {
    Definition(
      "a Pareto distribution", "Heavy tail from the least value, the scale, on.",
      [shape(0.1, 100), scale, mean], exactlyOneOf: scaleOrMean)
  }

  private var uniform: Definition {
    Definition(
      "a uniform distribution", "Any value between two with equal chance.",
      [
        Field("low", .duration(least), .required, "Least value."),
        Field("high", .duration(positive), .required, "Greatest value."),
      ])
  }

  private var deterministic: Definition {
    Definition(
      "a fixed value", "Always the same.",
      [Field("value", .duration(value), .required, "The value.")])
  }

  private var mixture: Definition {
    let part = Definition(
      "a part of a mixture", "A law and its weight.",
      [
        Field(
          "weight", .number(NumberRange(lower: 0, upper: 1e9, isOpen: true)), .required,
          "Share of this part; the weights are divided by their sum."),
        Field("law", .shared(kind), .required, "The law of this part."),
      ])
    return Definition(
      "a mixture", "One of several laws, chosen by weight: hyperexponential, bimodal.",
      [Field("parts", .list(of: .object(part), count: 1...100), .required, "The parts.")])
  }

  private var competing: Definition {
    Definition(
      "competing risks", "The least of several: their hazards add.",
      [Field("of", .list(of: .shared(kind), count: 1...100), .required, "The laws.")])
  }

  private var empirical: Definition {
    Definition(
      "an empirical distribution", "One of the values with equal chance.",
      [
        Field(
          "values", .list(of: .duration(value), count: 1...100_000), .required,
          "Observed durations."),
        .notYet("file", "read values from a file"),
        .notYet("column", "read values from a file"),
      ])
  }
}
