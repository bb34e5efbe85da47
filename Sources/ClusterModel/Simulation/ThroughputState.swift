import DiscreteEvents
import Statistics

/// The speed of the job as the time goes by, but for what is broken.
///
/// It is constant within each hour of the run, at the mean of the hour: the day's swing exactly, the
/// drift at the middle of what is left of the hour.
struct ThroughputState {
  /// Whether the speed changes at all.
  let isOn: Bool
  /// Share of full speed at present.
  private(set) var speed = 1.0
  /// Whether a refresh is due and not yet made.
  var refreshIsDue = false
  /// Whether the present planned downtime is only that of a refresh.
  var isRefreshing = false
  /// When the speed changes next, and when the job is to be refreshed.
  var change, refresh: EventHandle?
  private let swing: [Double]
  private let drift: Double
  private let ramp: PowerRamp?
  private let refreshAfter: Double
  /// Downtime of a refresh, in seconds.
  let refreshTime: Double
  private var freshSince = 0.0
  private var rampEnd = 0.0

  static let step = 3600.0

  init(_ throughput: Throughput?) {
    isOn = throughput != nil
    let throughput = throughput ?? Throughput()
    swing = (0..<24).map { Self.meanSpeed(ofHour: $0, diurnal: throughput.diurnal) }
    drift = throughput.driftPerDay
    ramp = throughput.ramp
    refreshAfter = throughput.refresh ?? .infinity
    refreshTime = throughput.refreshTime
  }

  /// Mean of 1 − d (1 − cos 2πt) / 2 over an hour, t in days.
  private static func meanSpeed(ofHour hour: Int, diurnal: Double) -> Double {
    let sines = sine(ofHour: hour + 1) - sine(ofHour: hour)
    return 1 - diurnal / 2 * (1 - sines / (2 * Double.pi / 24))
  }

  /// The sine of so many twenty-fourths of a turn: square roots are the same everywhere.
  private static func sine(ofHour hour: Int) -> Double {
    let (root2, root3, root6) = (2.0.squareRoot(), 3.0.squareRoot(), 6.0.squareRoot())
    let quarter = [0, (root6 - root2) / 4, 0.5, root2 / 2, root3 / 2, (root6 + root2) / 4, 1]
    let half = hour % 12
    return (hour % 24 < 12 ? 1 : -1) * quarter[half <= 6 ? half : 12 - half]
  }

  mutating func begin() {
    (speed, freshSince, rampEnd) = (1, 0, 0)
    (refreshIsDue, isRefreshing) = (false, false)
    (change, refresh) = (nil, nil)
  }

  /// The job has been started anew.
  mutating func start(at now: Double, isAfterFailure: Bool) {
    freshSince = now
    refreshIsDue = false
    if isAfterFailure { rampBegins(at: now) } else { rampEnd = now }
  }

  /// Power is held down for a while.
  mutating func rampBegins(at now: Double) { rampEnd = now + (ramp?.time ?? 0) }

  /// Sets the speed from now on, and says until when it holds.
  mutating func update(at now: Double) -> Double {
    let hour = ((now + 4 * now.ulp) / Self.step).rounded(.down)
    let end = (hour + 1) * Self.step
    let isSteady = drift == 0 && swing[12] == 1
    speed = swing[Int(hour.truncatingRemainder(dividingBy: 24))]
    if drift > 0 {
      let days = ((now + end) / 2 - freshSince) / 86_400
      speed *= PortableMath.exp(PortableMath.log1p(-drift) * max(0, days))
      // A job that has all but stopped is as good as one that has.
      speed = max(speed, 1e-9)
    }
    guard let ramp, now + 4 * now.ulp < rampEnd else { return isSteady ? .infinity : end }
    speed *= ramp.speed
    return isSteady ? rampEnd : min(end, rampEnd)
  }

  /// When the job is to be refreshed; infinite if it never is.
  var refreshDue: Double { freshSince + refreshAfter }
}

extension ClusterState {
  /// Draws up the events that go with training: the next change of speed, the next refresh.
  mutating func scheduleSpeedEvents(in simulator: inout Simulator<ClusterEvent>) {
    changeThroughput(in: &simulator)
    let due = max(simulator.now, throughput.refreshDue)
    if due <= horizon, due < .infinity {
      throughput.refresh = simulator.schedule(ClusterEvent(kind: .refreshDue), at: due)
    }
  }

  private mutating func changeThroughput(in simulator: inout Simulator<ClusterEvent>) {
    let next = throughput.update(at: simulator.now)
    guard next <= horizon else { return throughput.change = nil }
    throughput.change = simulator.schedule(ClusterEvent(kind: .speedChanges), at: next)
  }

  mutating func speedChanges(in simulator: inout Simulator<ClusterEvent>) {
    changeThroughput(in: &simulator)
    updateSpeed(in: &simulator)
  }

  mutating func refreshFallsDue(in simulator: inout Simulator<ClusterEvent>) {
    throughput.refresh = nil
    throughput.refreshIsDue = true
    if phase == .training { beginOrderlyStop(in: &simulator) }
  }

  mutating func cancelSpeedEvents(in simulator: inout Simulator<ClusterEvent>) {
    if let change = throughput.change { simulator.cancel(change) }
    if let refresh = throughput.refresh { simulator.cancel(refresh) }
    (throughput.change, throughput.refresh) = (nil, nil)
  }
}
