import Checkpointing
import DiscreteEvents
import Statistics

/// The state of one replication, and how each event changes it.
///
/// The parts lie in files of their own: what strikes (`+Faults`), how the job comes back
/// (`+Recovery`), how nodes do (`+Repair`), how the job trains and stops (`+Training`), what it
/// runs on with (`+LatentFaults`), who is blamed (`+Diagnosis`).
struct ClusterState: ~Copyable, EventHandler {
  // The scenario, taken apart: reading a field of a large value would copy its neighbours.
  let scenario: Scenario
  let laws: [Lifetime]
  let topology: Topology
  let horizon: Double
  let work: Double
  let policy: CheckpointPolicy
  let restartIsExposed: Bool

  // Faults
  var sources: UnsafeMutableBufferPointer<FaultSource>
  /// Classes whose instances are renewed whenever the job resumes training.
  let renewedWithJob: [Int]
  var failures: UnsafeMutableBufferPointer<Int>
  var jobFailures: UnsafeMutableBufferPointer<Int>
  /// Instances that left the pool of their class, numbered over all classes.
  var departed = SparseTable<Bool>(placeholder: true)
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

  // The job
  var phase = JobPhase.training
  var phaseBegan = 0.0
  var phaseEnd: EventHandle?
  var session: TrainingSession
  /// Productive time that is saved for good, in seconds.
  var savedWork = 0.0
  /// Nodes that the job lacks.
  var missingNodes = 0
  /// Nodes that were put in place and still have to be swapped in.
  var nodesToSwapIn = 0
  /// Whether a spare takes time until it can be put in place.
  let sparesAreActivated: Bool
  /// When the last of the spares that were called can be put in place.
  var sparesAreReady = 0.0
  var steps: RecoverySteps
  /// Planned interruptions that fell due so far, and whether one is still to be made up for.
  var maintenanceCount = 0.0
  var maintenanceIsDue = false
  /// When the last planned interruption ended; negative before there was one.
  var plannedEnd = -1.0

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
    laws = scenario.faults.map { fault in
      if case .lifetime(let law) = fault.process { law } else { .zero }
    }
    topology = Topology(scenario.cluster)
    horizon = scenario.horizon ?? ClusterSimulation.longestRun
    work = scenario.job.work ?? .infinity
    policy = scenario.checkpoint
    restartIsExposed = scenario.recovery.isExposed
    sources = .allocate(capacity: scenario.faults.count)
    var offset = 0
    for (index, fault) in scenario.faults.enumerated() {
      let source = FaultSource(fault, topology: topology, offset: offset, horizon: horizon)
      sources.initializeElement(at: index, to: source)
      offset += source.instances
    }
    let sources = sources
    renewedWithJob = sources.indices.filter { sources[$0].kind == .renewedWithJob }
    failures = .allocate(capacity: scenario.faults.count)
    failures.initialize(repeating: 0)
    jobFailures = .allocate(capacity: scenario.faults.count)
    jobFailures.initialize(repeating: 0)
    inventory = NodeInventory(cluster: scenario.cluster, job: scenario.job)
    routes = scenario.repairRoutes.map(RouteState.init)
    repairs = RepairState(scenario.repair)
    sparesAreActivated = scenario.cluster.spareActivation != .zero
    steps = RecoverySteps(scenario.recovery, activation: scenario.cluster.spareActivation)
    checks = LatentFaultChecks(scenario.recovery)
    session = TrainingSession(start: 0, work: work, policy: policy)
  }

  deinit {
    sources.deallocate()
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
    renewals.removeAll(keepingCapacity: true)
    waitingDomains.removeAll(keepingCapacity: true)
    waitingForTraining.removeAll(keepingCapacity: true)
    lastJobFailure = 0
    inventory.reset()
    for index in routes.indices { routes[index].begin(seed: seed, replication: replication) }
    repairs.begin(seed: seed, replication: replication)
    steps.begin(seed: seed, replication: replication)
    checks.begin(seed: seed, replication: replication)
    latentFaults.removeAll(keepingCapacity: true)
    latentFaultCount = 0
    savedWork = 0
    missingNodes = 0
    nodesToSwapIn = 0
    sparesAreReady = 0
    maintenanceCount = 0
    maintenanceIsDue = false
    plannedEnd = -1
    phaseEnd = nil
    // The job begins as if it had just been loaded, at no cost.
    phase = .load
    phaseBegan = 0
    for index in sources.indices {
      sources[index].begin(seed: seed, replication: replication)
      schedulePool(index, in: &simulator)
    }
    scheduleMaintenance(in: &simulator)
    resumeTraining(in: &simulator)
  }

  /// Closes the books at the end of the run.
  mutating func end(at time: Double) {
    record(outcome.isComplete ? .completed : .end, at: time)
    closePhase(at: time)
    countUndetectedCorruptions()
    inventory.settle(at: time)
    outcome.wallSeconds = time
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
    case .phaseEnd: finishPhase(in: &simulator)
    case .repairStageEnd:
      finishRepairStage(node: Int(event.index), stage: Int(event.stage), in: &simulator)
    case .restock: restock(Int(event.index), in: &simulator)
    case .maintenanceDue: maintenanceFallsDue(in: &simulator)
    case .latentFault: latentFaultShows(event.index, in: &simulator)
    }
  }
}

extension Simulator<ClusterEvent> {
  /// Schedules an event of the cluster under the priority of its kind.
  @discardableResult
  mutating func schedule(_ event: ClusterEvent, at time: Double) -> EventHandle {
    schedule(event, at: time, priority: event.priority)
  }
}
