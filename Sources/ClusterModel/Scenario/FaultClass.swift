import Statistics

/// One kind of fault: what it strikes, how often, and what is lost with it.
public struct FaultClass: Sendable, Equatable {
  /// When an instance fails.
  public enum Process: Sendable, Equatable {
    /// The time to failure of one instance follows a law.
    case lifetime(Lifetime)
    /// The class strikes at these instants of the run, in seconds and ascending: each time the
    /// first instance at risk from a random one on. Not renewed.
    case instants([Double])
  }

  /// How a fault shows.
  public enum Symptom: String, Sendable, CaseIterable, BitwiseCopyable {
    /// The job stops at once and says so.
    case crash
    /// Nothing happens until a watchdog fires.
    case hang
    /// The job runs on at `speed` until a health check finds the fault.
    case slow
    /// Silent data corruption: the job runs on, and is rolled back to before the fault when it is
    /// found.
    case corrupt

    /// Whether the job stops when the fault strikes it; otherwise it runs on.
    @inlinable public var stopsJob: Bool { self == .crash || self == .hang }
  }

  /// When an instance can be struck.
  public enum Exposure: String, Sendable, CaseIterable, BitwiseCopyable {
    /// Whenever its domain is powered.
    case powered
    /// Only while the job trains on its domain. Its age is calendar age all the same.
    case training
  }

  /// Identifier under which results are reported.
  public var name: String
  /// Name for people.
  public var title: String
  /// Free text to group by, such as `gpu`, `host`, `network` or `software`.
  public var category: String
  /// What each instance lives on.
  public var per: Domain
  /// Instances on each of those.
  public var count: Int
  /// When an instance fails.
  public var process: Process
  /// How the fault shows.
  public var symptom: Symptom
  /// Speed of a job that has the fault, as a share between 0 and 1; of `slow` faults only.
  public var speed: Double?
  /// The domain that is lost: its blast radius. `.job` leaves every node in service.
  public var takesDown: Domain
  /// Index in the scenario's `repairRoutes`; nil for a transient fault.
  public var repairRoute: Int?
  /// Whether all nodes that a fault takes down undergo one repair and come back together; otherwise
  /// each has its own.
  public var isRepairedTogether: Bool
  /// Whether an instance is as good as new afterwards (otherwise minimal repair).
  public var renews: Bool
  /// When an instance can be struck.
  public var atRisk: Exposure
  /// What each fault brings with it; nil for faults that come alone.
  public var bursts: Bursts?
  /// Factors of the hazard from given instants of the run on, ascending; 1 before the first.
  public var schedule: [HazardStep]

  /// Creates a fault class. By default the blast radius is the domain itself, at least a node.
  public init(
    name: String, title: String? = nil, category: String = "other", per: Domain, count: Int = 1,
    process: Process, symptom: Symptom = .crash, speed: Double? = nil,
    takesDown: Domain? = nil, repairRoute: Int? = nil, isRepairedTogether: Bool = false,
    renews: Bool = true, atRisk: Exposure = .powered, bursts: Bursts? = nil,
    schedule: [HazardStep] = []
  ) {
    precondition((speed != nil) == (symptom == .slow), "a slow fault, and no other, has a speed")
    precondition(speed.map { $0 > 0 && $0 < 1 } ?? true, "\(name): a slow job has some speed")
    precondition(count > 0, "a fault class has at least one instance, not \(count)")
    self.name = name
    self.title = title ?? name
    self.category = category
    self.per = per
    self.count = count
    self.process = process
    self.symptom = symptom
    self.speed = speed
    self.takesDown = takesDown ?? (per == .gpu ? .node : per)
    self.repairRoute = repairRoute
    self.isRepairedTogether = isRepairedTogether
    self.renews = renews
    self.atRisk = atRisk
    self.bursts = bursts
    self.schedule = schedule
  }
}
