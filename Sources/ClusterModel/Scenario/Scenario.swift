import Checkpointing
import Statistics

/// What is simulated: a cluster, what breaks in it, how it is mended, and the job it runs.
///
/// All times are in seconds. A scenario is a value without text for people other than the names
/// that results are reported under; where it came from is the business of the scenario's format.
public struct Scenario: Sendable, Equatable {
  /// The tree of fault domains.
  public var cluster: Cluster
  /// What can fail, in the order in which results list it.
  public var faults: [FaultClass]
  /// How nodes differ in their hazard; nil if they are alike.
  public var frailty: Frailty?
  /// The repair routes that fault classes name.
  public var repairRoutes: [RepairRoute]
  /// What holds for the repair of all nodes.
  public var repair: RepairPolicy
  /// The training job.
  public var job: Job
  /// When the job saves its state.
  public var checkpoint: CheckpointPolicy
  /// Where the copies of each level of `checkpoint` lie, from the first level on.
  public var storage: [CheckpointStorage]
  /// What happens between an interruption and the next step of training.
  public var recovery: Recovery
  /// Planned interruptions, if any.
  public var maintenance: Maintenance?
  /// How the speed of the job drifts, if it does.
  public var throughput: Throughput?
  /// The end of the run in seconds, if the job does not end it before; without one a run is given
  /// up after `ClusterSimulation.longestRun`.
  public var horizon: Double?
  /// What a GPU-hour costs, if that is known.
  public var cost: Cost?

  /// Creates a scenario from its parts; everything but the cluster and the job has a default.
  public init(
    cluster: Cluster, faults: [FaultClass] = [], frailty: Frailty? = nil,
    repairRoutes: [RepairRoute] = [],
    repair: RepairPolicy = RepairPolicy(), job: Job, checkpoint: CheckpointPolicy,
    storage: [CheckpointStorage] = [CheckpointStorage()], recovery: Recovery = Recovery(),
    maintenance: Maintenance? = nil, throughput: Throughput? = nil, horizon: Double? = nil,
    cost: Cost? = nil
  ) {
    precondition(storage.count == checkpoint.furtherLevels.count + 1)
    self.cluster = cluster
    self.faults = faults
    self.frailty = frailty
    self.repairRoutes = repairRoutes
    self.repair = repair
    self.job = job
    self.checkpoint = checkpoint
    self.storage = storage
    self.recovery = recovery
    self.maintenance = maintenance
    self.throughput = throughput
    self.horizon = horizon
    self.cost = cost
  }
}

/// The price of an hour of one GPU.
public struct Cost: Sendable, Equatable {
  /// Price of a GPU-hour, in `currency`.
  public var gpuHour: Double
  /// ISO 4217 code of the currency, for reports.
  public var currency: String

  /// Creates a price.
  public init(gpuHour: Double, currency: String = "USD") {
    self.gpuHour = gpuHour
    self.currency = currency
  }
}
