import Checkpointing
import DiscreteEvents
import Statistics

/// The state of one replication, and how each event changes it.
///
/// The parts lie in files of their own: what fails next (`+Pools`, `+Renewals`), what it hits
/// (`+Faults`), how the job comes back (`+Recovery`), how nodes do (`+Repair`), how the job trains and
/// stops (`+Training`), what it runs on with (`+LatentFaults`), who is blamed (`+Diagnosis`), and what
/// is not as it was at the start (`+PoolGroups`, `+NodeLives`, `+Bursts`, `+Drain`, `+Restock`).
struct ClusterState: ~Copyable, EventHandler {
  // The scenario, taken apart: reading a field of a large value would copy its neighbours.
  let scenario: Scenario
  let hazards: [ClassHazard]
  let cohorts: [Cohort]
  let topology: Topology
  let horizon: Double
  let work: Double
  let policy: CheckpointPolicy
  let isAdaptive: Bool
  let restartIsExposed: Bool

  // Faults
  var sources: UnsafeMutableBufferPointer<FaultSource>
  var pools: UnsafeMutableBufferPointer<InstancePool>
  /// Instances that are left in each group of nodes of each pool that has such.
  var instancesInGroup: UnsafeMutableBufferPointer<Int>
  /// How nodes differ, if they do.
  var multipliers: NodeMultipliers
  let nodesDiffer: Bool
  var bursts: [BurstState?]
  /// Classes whose instances are renewed whenever the job resumes training.
  let renewedWithJob: [Int]
  var failures: UnsafeMutableBufferPointer<Int>
  var jobFailures: UnsafeMutableBufferPointer<Int>
  /// Instances that left the pool of their class, numbered over all classes, and their renewals.
  var departed = SparseTable<Int32>(placeholder: -1)
  /// Nodes whose instances have lives of their own.
  var lives = SparseTable(placeholder: NodeLives())
  var renewals = [Renewal]()
  /// Renewals of racks and larger domains all of whose nodes are out of service or switched off.
  var waitingDomains = [Int]()
  /// Suspended instances that are at risk at the earliest when the job trains again.
  var waitingForTraining = [Int]()
  var lastJobFailure = 0.0

  // Nodes
  var inventory: NodeInventory
  var routes: [RouteState]
  var repairs: RepairState
  /// Nodes in whose repair others are out of service, by the one that is repaired.
  var drains = SparseTable(placeholder: Drain(nodes: 0..<0))

  // The job
  var phase = JobPhase.training
  var phaseBegan = 0.0
  var phaseEnd: EventHandle?
  var session: TrainingSession
  /// Productive time that is saved for good, in seconds.
  var savedWork = 0.0
  /// Nodes that were put in place and still have to be swapped in.
  var nodesToSwapIn = 0
  var activation: SpareActivation
  var steps: RecoverySteps
  /// Planned interruptions that fell due so far, and whether one is still to be made up for.
  var maintenanceCount = 0.0
  var maintenanceIsDue = false
  /// When the last planned interruption ended; negative before there was one.
  var plannedEnd = -1.0

  // How it saves, and how it goes on
  var copies: CheckpointCopies
  /// Times that training ended with the loss of what was not saved.
  var workLosses = 0
  var verification: VerificationState
  var replicas: ReplicaState
  var throughput: ThroughputState
  /// Whether a node came straight from repair since the last restart.
  var coldNodeCame = false

  // What the job runs on with
  var latentFaults = [LatentFault]()
  /// How many there were so far.
  var latentFaultCount: Int32 = 0
  var checks: LatentFaultChecks

  /// Whether the run ended before its horizon.
  var isOver = false
  var outcome = Outcome()
  var timeline: Timeline?

  init(_ scenario: Scenario) {
    self.scenario = scenario
    let setUp = FaultSetUp(scenario)
    hazards = setUp.hazards
    cohorts = scenario.cluster.cohorts
    topology = Topology(scenario.cluster)
    horizon = scenario.horizon ?? ClusterSimulation.longestRun
    work = scenario.job.work ?? .infinity
    policy = scenario.checkpoint
    if case .adaptive = policy.intervalRule { isAdaptive = true } else { isAdaptive = false }
    restartIsExposed = scenario.recovery.isExposed
    sources = .copying(setUp.sources)
    pools = .copying(setUp.pools)
    instancesInGroup = .copying(Array(repeating: 0, count: setUp.groups))
    nodesDiffer = scenario.frailty != nil
    multipliers = NodeMultipliers(setUp.frailty, cohorts: cohorts)
    bursts = scenario.faults.map { fault in
      fault.bursts.map { BurstState($0, fault: fault.name) }
    }
    renewedWithJob = setUp.sources.indices.filter { setUp.sources[$0].kind == .renewedWithJob }
    failures = .copying(Array(repeating: 0, count: scenario.faults.count))
    jobFailures = .copying(Array(repeating: 0, count: scenario.faults.count))
    inventory = NodeInventory(cluster: scenario.cluster, job: scenario.job)
    routes = scenario.repairRoutes.map(RouteState.init)
    repairs = RepairState(scenario.repair)
    activation = SpareActivation(scenario.cluster, job: scenario.job)
    steps = RecoverySteps(scenario)
    checks = LatentFaultChecks(scenario.recovery)
    copies = CheckpointCopies(scenario.storage)
    verification = VerificationState(scenario.checkpoint.verification)
    replicas = ReplicaState(scenario)
    throughput = ThroughputState(scenario.throughput)
    session = TrainingSession(start: 0, work: work, policy: policy)
  }

  deinit {
    sources.deallocate()
    pools.deallocate()
    instancesInGroup.deallocate()
    failures.deallocate()
    jobFailures.deallocate()
  }

  /// Puts everything back to the start of a replication and schedules what comes first.
  mutating func begin(
    seed: UInt64, replication: UInt64, in simulator: inout Simulator<ClusterEvent>
  ) {
    outcome = Outcome()
    isOver = false
    failures.update(repeating: 0)
    jobFailures.update(repeating: 0)
    departed.removeAll()
    lives.removeAll()
    renewals.removeAll(keepingCapacity: true)
    waitingDomains.removeAll(keepingCapacity: true)
    waitingForTraining.removeAll(keepingCapacity: true)
    lastJobFailure = 0
    inventory.reset()
    for index in routes.indices { routes[index].begin(seed: seed, replication: replication) }
    repairs.begin(seed: seed, replication: replication)
    drains.removeAll()
    steps.begin(seed: seed, replication: replication)
    checks.begin(seed: seed, replication: replication)
    latentFaults.removeAll(keepingCapacity: true)
    latentFaultCount = 0
    beginSaving(seed: seed, replication: replication)
    nodesToSwapIn = 0
    activation.begin(seed: seed, replication: replication)
    maintenanceCount = 0
    maintenanceIsDue = false
    plannedEnd = -1
    phaseEnd = nil
    // The job begins as if it had just been loaded, at no cost.
    phase = .planned
    phaseBegan = 0
    if nodesDiffer { multipliers.begin(seed: seed, replication: replication) }
    for index in sources.indices {
      sources[index].begin(seed: seed, replication: replication)
      bursts[index]?.begin(seed: seed, replication: replication)
      for pool in sources[index].pools {
        if pools[pool].isGrouped { resetGroups(ofPool: pool) } else { pools[pool].reset() }
        schedulePool(pool, in: &simulator)
      }
    }
    scheduleMaintenance(in: &simulator)
    resumeTraining(in: &simulator)
  }

  private mutating func beginSaving(seed: UInt64, replication: UInt64) {
    savedWork = 0
    workLosses = 0
    copies.begin(seed: seed, replication: replication)
    verification.begin(seed: seed, replication: replication)
    replicas.begin(seed: seed, replication: replication)
    throughput.begin()
    coldNodeCame = false
  }

  /// Closes the books at the end of the run.
  mutating func end(at time: Double) {
    record(outcome.isComplete ? .completed : .end, at: time)
    if replicas.isOn { accountForReplicas(at: time) }
    closePhase(at: time)
    countUndetectedCorruptions()
    inventory.settle(at: time)
    outcome.wallSeconds = time
    outcome.checkpointInterval = session.interval
    outcome.fewestSpares = inventory.fewestSpares
    outcome.noSpareSeconds = inventory.noSpareSeconds
    outcome.nodeRepairSeconds = inventory.nodeRepairSeconds
    repairs.report(to: &outcome, at: time)
    outcome.longestSpanWithoutFailure = max(
      outcome.longestSpanWithoutFailure, time - lastJobFailure)
    checkInvariants()
  }

  mutating func handle(_ event: ClusterEvent, in simulator: inout Simulator<ClusterEvent>) {
    switch event.kind {
    case .poolFailure: poolFails(Int(event.index), in: &simulator)
    case .renewedFailure: renewedInstanceFails(Int(event.index), in: &simulator)
    case .burstFailure: burstFails(Int(event.index), in: &simulator)
    case .phaseEnd: finishPhase(in: &simulator)
    case .repairStageEnd:
      finishRepairStage(node: Int(event.index), stage: Int(event.stage), in: &simulator)
    case .restock: restock(Int(event.index), in: &simulator)
    case .maintenanceDue: maintenanceFallsDue(in: &simulator)
    case .latentFault: latentFaultShows(event.index, in: &simulator)
    case .verified: stateIsVerified(in: &simulator)
    case .replicaRejoins: replicaRejoins(Int(event.index), in: &simulator)
    case .speedChanges: speedChanges(in: &simulator)
    case .refreshDue: refreshFallsDue(in: &simulator)
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// A buffer of its own with the elements of an array.
  fileprivate static func copying(_ elements: [Element]) -> UnsafeMutableBufferPointer {
    let buffer = UnsafeMutableBufferPointer.allocate(capacity: elements.count)
    _ = buffer.initialize(fromContentsOf: elements)
    return buffer
  }
}

extension Simulator<ClusterEvent> {
  /// Schedules an event of the cluster under the priority of its kind.
  @discardableResult
  mutating func schedule(_ event: ClusterEvent, at time: Double) -> EventHandle {
    schedule(event, at: time, priority: event.priority)
  }
}
