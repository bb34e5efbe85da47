import Checkpointing
import DiscreteEvents
import Statistics

/// The times of the steps of recovery and whether they hold, each with its own stream of random
/// numbers.
struct RecoverySteps {
  var detectCrash, detectHang, diagnose, swap, image, restart, hotRestart: StepTime
  /// Reading back a copy, by level.
  var loads: [StepTime]
  /// Whether waiting nodes hold the program.
  let hasHotSpares: Bool
  /// Whether the program is distributed to nodes that were put in place.
  let distributesImage: Bool
  private let restartFails: Double
  private static let failStream = StreamIdentifier("phase/restart/fails")
  private var fails: RandomStream

  init(_ scenario: Scenario) {
    let recovery = scenario.recovery
    detectCrash = StepTime(recovery.detectCrash, name: "phase/detect/crash")
    detectHang = StepTime(recovery.detectHang, name: "phase/detect/hang")
    diagnose = StepTime(recovery.diagnose, name: "phase/diagnose")
    swap = StepTime(recovery.swap, name: "phase/swap")
    restart = StepTime(recovery.restart, name: "phase/restart")
    image = StepTime(recovery.image, name: "phase/image")
    hotRestart = StepTime(recovery.policy.hotRestart ?? .zero, name: "phase/hot_restart")
    loads = scenario.storage.enumerated().map { level, storage in
      StepTime(storage.load, name: level == 0 ? "phase/load" : "phase/load/\(level)")
    }
    hasHotSpares = recovery.policy.hotRestart != nil
    distributesImage = recovery.image != .zero
    restartFails = recovery.restartFails
    fails = RandomStream(seed: 0, replication: 0, stream: Self.failStream)
  }

  mutating func begin(seed: UInt64, replication: UInt64) {
    detectCrash.begin(seed: seed, replication: replication)
    detectHang.begin(seed: seed, replication: replication)
    diagnose.begin(seed: seed, replication: replication)
    swap.begin(seed: seed, replication: replication)
    restart.begin(seed: seed, replication: replication)
    image.begin(seed: seed, replication: replication)
    hotRestart.begin(seed: seed, replication: replication)
    for level in loads.indices { loads[level].begin(seed: seed, replication: replication) }
    fails = RandomStream(seed: seed, replication: replication, stream: Self.failStream)
  }

  /// Whether a restart that is over turns out to have failed.
  @inline(__always)
  mutating func restartHasFailed() -> Bool { restartFails > 0 && fails.uniform() < restartFails }
}

/// The job's way back: detect, diagnose, replace, restart, load.
extension ClusterState {
  /// A fault hit the job or a node of it.
  ///
  /// It ends training, sends a job that is coming up back to the first step, and otherwise only
  /// leaves another node to replace.
  mutating func jobIsHit(by source: Int, in simulator: inout Simulator<ClusterEvent>) {
    guard phase.holdsSession || phase.isComingUp else { return }
    let losesWork = phase.holdsSession
    if replicas.isOn, losesWork, sources[source].takesDown != .job, replicas.areEnough() {
      return replicasAreHit(by: source, in: &simulator)
    }
    if losesWork { countInterruption(by: source, in: &simulator) }
    if !latentFaults.isEmpty { repairFoundNodes(in: &simulator) }
    let isHang = sources[source].symptom == .hang
    let time = isHang ? steps.detectHang.next() : steps.detectCrash.next()
    enter(.detection, for: time, losingUnsaved: losesWork, in: &simulator)
  }

  /// Goes over to a phase that lasts for `time`; one that takes no time is over at once.
  mutating func enter(
    _ next: JobPhase, for time: Double, losingUnsaved: Bool = false,
    in simulator: inout Simulator<ClusterEvent>
  ) {
    begin(next, losingUnsaved: losingUnsaved, in: &simulator)
    endPhase(after: time, in: &simulator)
  }

  /// Lets the phase that has begun last for `time`.
  mutating func endPhase(after time: Double, in simulator: inout Simulator<ClusterEvent>) {
    guard time > 0 else { return finishPhase(in: &simulator) }
    schedulePhaseEnd(at: simulator.now + time, in: &simulator)
  }

  /// Books the phase that ends now and begins another, whose end is not scheduled yet.
  mutating func begin(
    _ next: JobPhase, losingUnsaved: Bool = false, in simulator: inout Simulator<ClusterEvent>
  ) {
    let leavesTraining = phase.isTraining
    if replicas.isOn, phase.holdsSession {
      forgetReturns(afterFault: losingUnsaved, in: &simulator)
    }
    if phase.holdsSession, copies.areTracked {
      keepCopies(withStop: !losingUnsaved, at: simulator.now)
    }
    closePhase(at: simulator.now, losingUnsaved: losingUnsaved)
    if leavesTraining { silenceTraining(in: &simulator) }
    cancelPhaseEnd(in: &simulator)
    phase = next
    phaseBegan = simulator.now
    if next == .training {
      session.begin(
        at: simulator.now, work: work - savedWork, interval: adaptedInterval,
        position: copies.position)
    } else if copies.areTracked {
      settleCopies(at: simulator.now)
    }
    record(.phase, at: simulator.now)
  }

  /// Ends what goes on only while the job trains.
  mutating func silenceTraining(in simulator: inout Simulator<ClusterEvent>) {
    endLivesWithJob(in: &simulator)
    if !latentFaults.isEmpty { silenceLatentFaults(in: &simulator) }
    if throughput.isOn { cancelSpeedEvents(in: &simulator) }
    if verification.isOn { cancelVerification(in: &simulator) }
  }

  @inline(__always)
  mutating func cancelPhaseEnd(in simulator: inout Simulator<ClusterEvent>) {
    if let phaseEnd { simulator.cancel(phaseEnd) }
    phaseEnd = nil
  }

  mutating func schedulePhaseEnd(at time: Double, in simulator: inout Simulator<ClusterEvent>) {
    guard time <= horizon, time < .infinity else { return }
    phaseEnd = simulator.schedule(ClusterEvent(kind: .phaseEnd), at: time)
  }

  /// Books the time of the current phase up to `time`.
  @inline(__always)
  mutating func closePhase(at time: Double, losingUnsaved: Bool = false) {
    if phase.holdsSession {
      if phase == .stalled { closeStall(at: time) }
      closeSession(at: time, losingUnsaved: losingUnsaved)
    } else if let state = phase.state {
      outcome.ledger[state] += time - phaseBegan
    }
    phaseBegan = time
  }

  /// The current phase is over; goes on with what follows it.
  mutating func finishPhase(in simulator: inout Simulator<ClusterEvent>) {
    phaseEnd = nil
    switch phase {
    case .training: complete(in: &simulator)
    case .stopping: finishStop(in: &simulator)
    case .stalled: finishStall(in: &simulator)
    case .planned:
      if !throughput.isRefreshing { plannedEnd = simulator.now }
      if needsReplacement {
        replaceNodes(in: &simulator)
      } else {
        resumeTraining(in: &simulator)
      }
    case .detection: enter(.diagnosis, for: steps.diagnose.next(), in: &simulator)
    case .diagnosis: replaceNodes(in: &simulator)
    case .replacement:
      nodesToSwapIn = 0
      replaceNodes(in: &simulator)
    case .healthCheck: finishHealthCheck(in: &simulator)
    case .starved: preconditionFailure("a starved job waits for a node, not for a time")
    case .restart: finishRestart(in: &simulator)
    case .load: finishLoad(in: &simulator)
    }
  }

  /// Step 3: puts spares in place; without one the job starves until a node comes back.
  mutating func replaceNodes(in simulator: inout Simulator<ClusterEvent>) {
    takeSpares(in: &simulator)
    if !canTrain { regroup(in: &simulator) }
    if !canTrain {
      outcome.starvations += 1
      begin(.starved, in: &simulator)
      stopIfStalled(in: &simulator)
    } else if nodesToSwapIn > 0 {
      swapNodesIn(in: &simulator)
    } else if checks.hasHealthCheck {
      enter(.healthCheck, for: checks.healthCheck.next(), in: &simulator)
    } else {
      enterRestart(in: &simulator)
    }
  }

  /// Whether the nodes that are there are enough to train with.
  var canTrain: Bool {
    @inline(__always) get {
      inventory.missingNodes == 0 || (replicas.isOn && replicas.wholeAreEnough)
    }
  }

  /// Whether step 3 has something to do.
  var needsReplacement: Bool {
    @inline(__always) get {
      nodesToSwapIn > 0 || (inventory.missingNodes > 0 && !(canTrain && inventory.spares == 0))
    }
  }

  /// Step 4: launch, rendezvous, set-up of the communicators.
  @inline(__always)
  mutating func enterRestart(in simulator: inout Simulator<ClusterEvent>) {
    let isHot = steps.hasHotSpares && !coldNodeCame
    coldNodeCame = false
    enter(.restart, for: isHot ? steps.hotRestart.next() : steps.restart.next(), in: &simulator)
  }

  /// Step 4 is over, or turns out to have failed.
  private mutating func finishRestart(in simulator: inout Simulator<ClusterEvent>) {
    if steps.restartHasFailed() {
      outcome.failedRestarts += 1
      // By an event in any case, so that steps without a length are no recursion.
      begin(.detection, in: &simulator)
      schedulePhaseEnd(at: simulator.now + steps.detectCrash.next(), in: &simulator)
    } else {
      load(in: &simulator)
    }
  }

  @inline(__always)
  private mutating func takeSpares(in simulator: inout Simulator<ClusterEvent>) {
    while inventory.missingNodes > 0, takeSpare(in: &simulator) != nil {
      if activation.takesTime { activation.call(at: simulator.now) }
    }
  }

  @inline(__always)
  mutating func takeSpare(in simulator: inout Simulator<ClusterEvent>) -> Int? {
    if replicas.isOn { chooseSeat() }
    guard let node = inventory.takeSpare(at: simulator.now) else { return nil }
    if replicas.isOn { replicas.fillsSeat(Int(inventory.record(of: node).place)) }
    nodesToSwapIn += 1
    // Those that wait for power, or for their node to train.
    if !renewals.isEmpty { wakeInstances(at: node, in: &simulator) }
    return node
  }

  /// Waits until all spares that were called are up, and puts them in place.
  @inline(__always)
  private mutating func swapNodesIn(in simulator: inout Simulator<ClusterEvent>) {
    let wait = max(0, activation.allAreReady - simulator.now)
    enter(.replacement, for: wait + timeToSwapIn(), in: &simulator)
  }

  /// Putting nodes in place, and the program on them unless they hold it.
  @inline(__always)
  mutating func timeToSwapIn() -> Double {
    let swap = steps.swap.next()
    let needsImage = steps.distributesImage && (!steps.hasHotSpares || coldNodeCame)
    return needsImage ? swap + steps.image.next() : swap
  }

  /// Nodes came back to a starved job. They are up already; others of a rack that enters with them
  /// have waited, and are activated.
  mutating func leaveStarvationIfPossible(
    with nodes: Range<Int>, in simulator: inout Simulator<ClusterEvent>
  ) {
    while inventory.missingNodes > 0, let node = takeSpare(in: &simulator) {
      if nodes.contains(node) { coldNodeCame = true }
      if activation.takesTime, !nodes.contains(node) { activation.call(at: simulator.now) }
    }
    if !canTrain { regroup(in: &simulator) }
    if canTrain { swapNodesIn(in: &simulator) }
  }

  private var canEverTrain: Bool {
    @inline(__always) get {
      replicas.isOn
        ? inventory.nodes - inventory.retired >= replicas.leastNodes : inventory.canFillJob
    }
  }

  /// Ends a run without a horizon whose job waits for nodes that will never come.
  mutating func stopIfStalled(in simulator: inout Simulator<ClusterEvent>) {
    guard !repairs.restocking.isOn else { return }
    guard phase == .starved, !canEverTrain, scenario.horizon == nil else { return }
    record(.stalled, at: simulator.now)
    isOver = true
    simulator.stop()
  }
}
