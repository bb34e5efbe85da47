import DiscreteEvents
import Statistics

/// A fault class as the simulation sees it: plain numbers, and its streams of random numbers.
///
/// Scope: which instance fails when. What a failure does is the business of the simulation.
struct FaultSource: BitwiseCopyable {
  /// How the times of failure are drawn.
  enum Kind: UInt8 {
    /// Constant hazard: a renewed instance is like one that never failed, so one pool serves for
    /// the whole run.
    case constantRate
    /// Instances that never failed form a pool; each renewed one has a residual life of its own.
    case renewing
    /// Minimal repair: an instance goes on with its age, so none ever leaves the pool.
    case minimalRepair
    /// `per: job`: all instances are renewed whenever the job resumes training.
    case renewedWithJob
    /// Given instants.
    case instants
  }

  let kind: Kind
  let per: Domain
  let takesDown: Domain
  let symptom: FaultClass.Symptom
  /// Speed of a job that has the fault.
  let speed: Double
  let atRisk: FaultClass.Exposure
  let repairRoute: Int32
  /// Instances on each domain, and in all.
  let count: Int
  let instances: Int
  /// Where this class begins in the numbering of the instances of all classes.
  let offset: Int
  /// Failures a second of one instance, for a constant hazard.
  let rate: Double
  /// Cumulative hazard at the horizon: a renewed instance that would outlive it needs no event.
  let horizonHazard: Double
  /// Age that nobody outlives; infinite for most laws.
  let greatestAge: Double

  private let failureStream: StreamIdentifier
  private let instanceStream: StreamIdentifier
  private let epicentreStream: StreamIdentifier
  var failures: RandomStream
  private var choices: RandomStream
  private var epicentres: RandomStream
  var pool: FailurePool
  var nextInstant = 0
  /// The pending failure of a class that is renewed with the job.
  var pending: EventHandle?

  init(_ fault: FaultClass, topology: Topology, offset: Int, horizon: Double) {
    per = fault.per
    takesDown = fault.takesDown
    symptom = fault.symptom
    speed = fault.speed ?? 1
    atRisk = fault.per == .job ? .training : fault.atRisk
    repairRoute = Int32(fault.repairRoute ?? -1)
    count = fault.count
    instances = fault.count * topology.units(of: fault.per)
    self.offset = offset
    switch fault.process {
    case .instants:
      kind = .instants
      rate = 0
      horizonHazard = .infinity
      greatestAge = .infinity
    case .lifetime(let law):
      rate = law.constantRate ?? 0
      horizonHazard = horizon < .infinity ? law.cumulativeHazard(horizon) : .infinity
      greatestAge = law.greatestValue
      if law.constantRate != nil {
        kind = .constantRate
      } else if !fault.renews {
        precondition(
          greatestAge == .infinity, "\(fault.name): nobody outlives \(greatestAge) s unrenewed")
        kind = .minimalRepair
      } else {
        kind = fault.per == .job ? .renewedWithJob : .renewing
      }
    }
    failureStream = StreamIdentifier("fault/\(fault.name)")
    instanceStream = StreamIdentifier("fault/\(fault.name)/instance")
    epicentreStream = StreamIdentifier("fault/\(fault.name)/epicentre")
    failures = RandomStream(seed: 0, replication: 0, stream: failureStream)
    choices = failures
    epicentres = failures
    pool = FailurePool(instances: instances)
  }

  /// Begins the streams of a replication, with every instance new.
  mutating func begin(seed: UInt64, replication: UInt64) {
    failures = RandomStream(seed: seed, replication: replication, stream: failureStream)
    choices = RandomStream(seed: seed, replication: replication, stream: instanceStream)
    epicentres = RandomStream(seed: seed, replication: replication, stream: epicentreStream)
    pool = FailurePool(instances: instances)
    nextInstant = 0
    pending = nil
  }

  /// Cumulative hazard at which the next instance of the pool fails.
  mutating func nextHazard() -> Double { pool.advance(using: &failures) }

  /// Draws one of all instances with equal chance.
  mutating func chooseInstance() -> Int { choices.index(below: instances) }

  /// Draws one of `count` places for a blow with equal chance.
  mutating func choosePlace(among count: Int) -> Int { epicentres.index(below: count) }

  /// Number, within its level of the tree, of the domain that an instance lives on.
  func domain(of instance: Int) -> Int { instance / count }

  var needsRepair: Bool { repairRoute >= 0 }

  /// Whether an instance lives on one node and is not the same whatever its age.
  var agesWithNode: Bool { (kind == .renewing || kind == .minimalRepair) && per <= .node }
}
