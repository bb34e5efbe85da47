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
  /// Whether the nodes that a fault takes down undergo one repair.
  let isRepairedTogether: Bool
  /// Instances on each domain, and in all.
  let count: Int
  let instances: Int
  /// Instances on each node; 0 of a class of larger domains.
  let instancesOnNode: Int
  /// Whether nodes differ in the hazard of the class.
  let isFrail: Bool
  /// Whether a fault brings others of its kind.
  let comesInBursts: Bool
  /// Where this class begins in the numbering of the instances of all classes.
  let offset: Int
  /// Failures a second of one instance, for a constant hazard.
  let rate: Double
  /// Cumulative hazard at the horizon: a renewed instance that would outlive it needs no event.
  let horizonHazard: Double
  /// Age that nobody outlives; infinite for most laws.
  let greatestAge: Double
  /// The pools of the class, among those of all classes.
  var pools: Range<Int> { firstPool..<endOfPools }
  private let firstPool: Int
  private let endOfPools: Int

  private let failureStream: StreamIdentifier
  private let instanceStream: StreamIdentifier
  private let epicentreStream: StreamIdentifier
  var failures: RandomStream
  private var choices: RandomStream
  private var epicentres: RandomStream
  var nextInstant = 0
  /// The pending failure of a class that is renewed with the job.
  var pending: EventHandle?

  /// - Parameters:
  ///   - hazard: that of an instance; of no matter for given instants.
  ///   - isFrail: whether nodes differ in it.
  ///   - pools: where the pools of the class lie.
  ///   - offset: where its instances begin among those of all classes.
  init(
    _ fault: FaultClass, hazard: ClassHazard, isFrail: Bool, cluster: Cluster, offset: Int,
    pools: Range<Int>, horizon: Double
  ) {
    per = fault.per
    takesDown = fault.takesDown
    symptom = fault.symptom
    speed = fault.speed ?? 1
    atRisk = fault.per == .job ? .training : fault.atRisk
    repairRoute = Int32(fault.repairRoute ?? -1)
    isRepairedTogether = fault.isRepairedTogether
    count = fault.count
    instances = fault.count * Topology(cluster).units(of: fault.per)
    instancesOnNode =
      fault.per == .gpu ? fault.count * cluster.gpusPerNode : fault.per == .node ? fault.count : 0
    self.isFrail = isFrail
    comesInBursts = fault.bursts != nil
    self.offset = offset
    (firstPool, endOfPools) = (pools.lowerBound, pools.upperBound)
    kind = Self.kind(of: fault)
    rate = kind == .constantRate ? (fault.constantRate ?? 0) * cluster.rateFactor : 0
    let oldest = cluster.cohorts.reduce(0) { max($0, $1.age) }
    let isBounded = kind != .instants && !hazard.isScheduled && horizon < .infinity
    horizonHazard = isBounded ? hazard.cumulative(at: horizon, born: -oldest) : .infinity
    greatestAge = kind == .instants ? .infinity : hazard.law.greatestValue
    precondition(
      kind != .minimalRepair || greatestAge == .infinity,
      "\(fault.name): nobody outlives \(greatestAge) s unrenewed")
    precondition(
      fault.per == .job || oldest < greatestAge,
      "\(fault.name): nobody outlives \(greatestAge) s, but some are \(oldest) s old")
    failureStream = StreamIdentifier("fault/\(fault.name)")
    instanceStream = StreamIdentifier("fault/\(fault.name)/instance")
    epicentreStream = StreamIdentifier("fault/\(fault.name)/epicentre")
    failures = RandomStream(seed: 0, replication: 0, stream: failureStream)
    choices = failures
    epicentres = failures
  }

  /// How the times of failure of a class are drawn.
  static func kind(of fault: FaultClass) -> Kind {
    switch fault.process {
    case .instants: .instants
    case .lifetime(let law):
      if law.constantRate != nil {
        // Whoever has no age is not renewed either; a rate that changes is that of a Poisson process.
        fault.schedule.isEmpty ? .constantRate : .minimalRepair
      } else if !fault.renews {
        .minimalRepair
      } else {
        fault.per == .job ? .renewedWithJob : .renewing
      }
    }
  }

  /// Begins the streams of a replication.
  mutating func begin(seed: UInt64, replication: UInt64) {
    failures = RandomStream(seed: seed, replication: replication, stream: failureStream)
    choices = RandomStream(seed: seed, replication: replication, stream: instanceStream)
    epicentres = RandomStream(seed: seed, replication: replication, stream: epicentreStream)
    nextInstant = 0
    pending = nil
  }

  /// Draws one of so many instances with equal chance.
  mutating func choose(among count: Int) -> Int { choices.index(below: count) }

  /// Draws a number between 0 and 1 that decides which instance it is.
  mutating func chance() -> Double { choices.uniform() }

  /// Draws one of `count` places for a blow with equal chance.
  mutating func choosePlace(among count: Int) -> Int { epicentres.index(below: count) }

  /// Number, within its level of the tree, of the domain that an instance lives on.
  func domain(of instance: Int) -> Int { instance / count }

  var needsRepair: Bool { repairRoute >= 0 }

  /// Whether an instance is not the same whatever its age.
  var ages: Bool { kind == .renewing || kind == .minimalRepair }

  /// Whether an instance lives on one node and is not the same whatever its age.
  var agesWithNode: Bool { ages && instancesOnNode > 0 }
}
