/// The keys of how the speed of the job drifts while nothing is broken.
enum ThroughputDefinition {
  static let throughput = Definition(
    "a throughput", "How the speed of the job drifts while nothing is broken.",
    [
      Field(
        "diurnal", .number(drift), .defaultsTo(0),
        "Share by which the speed sinks once a day, from midnight to noon, as a cosine."),
      Field(
        "drift_per_day", .number(drift), .defaultsTo(0),
        "Share of the speed that each day since the last start takes off, compounded."),
      Field(
        "refresh", .duration(.interval.usually("1h", "1y")), .optional,
        "Training after a start until the job stops in order to be rid of the drift; without it "
          + "it never does."),
      Field(
        "refresh_time", .duration(.delay.usually("0s", "7d")), .defaultsTo("0s"),
        "The downtime of that."),
      Field(
        "ramp", .object(ramp), .optional,
        "Power is held down for a while after each start that follows a failure."),
    ])

  private static let drift = NumberRange(lower: 0, upper: 0.5)

  private static let ramp = Definition(
    "a power ramp", "The speed just after a start that follows a failure.",
    [
      Field(
        "speed", .number(NumberRange(lower: 0.001, upper: 1)), .required,
        "Speed of the job, as a share."),
      Field("time", .duration(.delay.usually("0s", "7d")), .required, "For how long."),
    ])
}
