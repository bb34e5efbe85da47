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
