/// How the speed of the job drifts while nothing is broken.
///
/// Speeds are shares of full speed, and multiply each other and those of slow faults and missing
/// replicas.
public struct Throughput: Sendable, Equatable {
  /// Share by which the speed sinks once a day: 1 at midnight, 1 − `diurnal` at noon, as a cosine.
  public var diurnal: Double
  /// Share of the speed that each day since the last start takes off, compounded.
  public var driftPerDay: Double
  /// Training time after a start until the job stops in order to be rid of the drift, in seconds;
  /// nil if it never does.
  public var refresh: Double?
  /// The downtime of that, in seconds.
  public var refreshTime: Double
  /// The speed just after a start of training, if it is less.
  public var ramp: PowerRamp?

  /// Creates a drift; without arguments there is none.
  public init(
    diurnal: Double = 0, driftPerDay: Double = 0, refresh: Double? = nil, refreshTime: Double = 0,
    ramp: PowerRamp? = nil
  ) {
    precondition(diurnal >= 0 && diurnal < 1 && driftPerDay >= 0 && driftPerDay < 1)
    precondition(refresh.map { $0 > 0 } ?? true && refreshTime >= 0)
    self.diurnal = diurnal
    self.driftPerDay = driftPerDay
    self.refresh = refresh
    self.refreshTime = refreshTime
    self.ramp = ramp
  }
}

/// Power is held down for a while after each start of training after a failure.
public struct PowerRamp: Sendable, Equatable {
  /// Share of full speed.
  public var speed: Double
  /// For how long, in seconds.
  public var time: Double

  /// Creates a ramp.
  public init(speed: Double, time: Double) {
    precondition(speed > 0 && speed <= 1 && time >= 0)
    self.speed = speed
    self.time = time
  }
}
