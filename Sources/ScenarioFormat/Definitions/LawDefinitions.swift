/// The laws of durations and of times to failure.
///
/// `{"distribution": NAME, …}`, each parameter under the field's usual symbol. A time to failure
/// may also be given by a published rate, see `Rates`.
enum LawDefinitions {
  /// The key that names the law.
  static let key = "distribution"

  /// A duration, or the law of one.
  static let duration = Kind.stringOr(.duration(.delay), .variants(durationLaws))

  /// The laws of a duration.
  static let durationLaws = Variants(
    key: key, cases: laws(of: .duration), otherwise: nil,
    example: #"a duration such as "10min" or a distribution object"#)

  /// The law of a time to failure.
  static let lifetime = Kind.variants(
    Variants(
      key: key, cases: laws(of: .lifetime), otherwise: nil,
      example: #"an object such as {"distribution": "exponential", "mean": "40000h"}"#))

  /// When a fault class strikes: the law of a time to failure, or the instants.
  static let process = Kind.variants(
    Variants(
      key: key, cases: laws(of: .lifetime) + [("at", instants)], otherwise: nil,
      example: #"an object such as {"distribution": "exponential", "mean": "40000h"}"#))

  private static func laws(of kind: SharedKind) -> [(name: String, definition: Definition)] {
    let positive = kind == .lifetime ? DurationRange.lifetime : .interval
    let value = kind == .lifetime ? DurationRange.lifetime : .delay
    let rates = kind == .lifetime ? Rates.self : nil
    let mean = Field("mean", .duration(positive), .optional, "Mean.")
    let scale = Field("scale", .duration(positive), .optional, "Scale.")
    let times = [Alternative("scale"), Alternative("mean")]
    return [
      (
        "exponential",
        Definition(
          "an exponential distribution", "Constant hazard.",
          [mean] + (rates?.fields ?? []) + (rates?.perNodeDays ?? []),
          exactlyOneOf: [Alternative("mean")] + (rates?.alternatives ?? [])
            + (rates == nil ? [] : [Alternative("per_1000_node_days")]))
      ),
      (
        "weibull",
        Definition(
          "a Weibull distribution", "Falling hazard below a shape of one, rising above it.",
          [shape(0.1...100), scale, mean] + (rates?.fields ?? []),
          exactlyOneOf: times + (rates?.alternatives ?? []))
      ),
      (
        "gamma",
        Definition(
          "a gamma distribution", "Sum of exponential phases for a whole shape.",
          [shape(0.2...1000), scale, mean], exactlyOneOf: times)
      ),
      ("lognormal", lognormal(mean: mean, range: positive)),
      (
        "erlang",
        Definition(
          "an Erlang distribution", "Several exponential stages in a row.",
          [
            Field("stages", .count(1...1000), .required, "Stages."),
            Field("mean", .duration(positive), .required, "Mean of all stages together."),
          ])
      ),
      (
        "pareto",
        Definition(
          "a Pareto distribution", "Heavy tail from the least value `scale` on.",
          [shape(0.1...100), scale, mean], exactlyOneOf: times)
      ),
      (
        "uniform",
        Definition(
          "a uniform distribution", "Any value between two with equal chance.",
          [
            Field("low", .duration(.delay), .required, "Least value."),
            Field("high", .duration(positive), .required, "Greatest value."),
          ])
      ),
      (
        "deterministic",
        Definition(
          "a fixed value", "Always the same.",
          [Field("value", .duration(value), .required, "The value.")])
      ),
      ("mixture", mixture(of: kind)),
      (
        "competing",
        Definition(
          "competing risks", "The least of several: their hazards add.",
          [Field("of", .list(of: .shared(kind), count: 1...1000), .required, "The laws.")])
      ),
      (
        "empirical",
        Definition(
          "an empirical distribution", "One of the values with equal chance.",
          [
            Field(
              "values", .list(of: .duration(value), count: 1...1_000_000), .required,
              "Observed durations."),
            .notYet("file", "read values from a file"),
            .notYet("column", "read values from a file"),
          ])
      ),
    ]
  }

  private static func shape(_ range: ClosedRange<Double>) -> Field {
    Field(
      "shape", .number(NumberRange(lower: range.lowerBound, upper: range.upperBound)), .required,
      "Shape.")
  }

  private static func lognormal(mean: Field, range: DurationRange) -> Definition {
    Definition(
      "a lognormal distribution", "The logarithm is normal.",
      [
        Field("median", .duration(range), .optional, "Median."), mean,
        Field(
          "sigma", .number(NumberRange(lower: 0, upper: 10, isOpen: true)), .required,
          "Standard deviation of the natural logarithm."),
      ],
      exactlyOneOf: [Alternative("median"), Alternative("mean")])
  }

  private static func mixture(of kind: SharedKind) -> Definition {
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
      [Field("parts", .list(of: .object(part), count: 1...1000), .required, "The parts.")])
  }

  private static let instants = Definition(
    "a list of instants", "The class strikes at these instants of the run; not renewed.",
    [
      Field(
        "times", .list(of: .duration(.instant), count: 1...1_000_000), .required,
        "Instants, ascending.")
    ])
}

/// Lifetimes given by rates, the way they are published.
///
/// A rate fixes the cumulative hazard H of one unit that starts new: `observed` events of `units`
/// units in the time `over` mean H(over) = observed / (units × at_risk_share), and `afr` events a
/// unit and year mean H(1 y) = afr. For the exponential that is the rate itself; for a Weibull of
/// another shape it is the expected number of failures in that time under minimal repair.
enum Rates {
  static let alternatives = [
    Alternative("observed", "units", "over", extras: ["at_risk_share"]), Alternative("afr"),
  ]

  static let fields = [
    Field("observed", .count(1...1_000_000_000), .optional, "Events that were counted."),
    Field("units", .count(1...1_000_000_000), .optional, "Units among which they were counted."),
    Field("over", .duration(.span), .optional, "Time over which they were counted."),
    Field(
      "at_risk_share", .number(.positiveShare), .optional,
      "Share of `over` in which a unit could be struck (default 1): the exposure is "
        + "units × over × at_risk_share."),
    Field(
      "afr", .number(NumberRange(lower: 1e-12, upper: 1e9)), .optional,
      "Events a unit and year: the cumulative hazard of the first year."),
  ]

  static let perNodeDays = [
    Field(
      "per_1000_node_days", .number(NumberRange(lower: 1e-12, upper: 1e9)), .optional,
      "Events in 1,000 days of one node; only for a class that is `per` node.")
  ]
}
