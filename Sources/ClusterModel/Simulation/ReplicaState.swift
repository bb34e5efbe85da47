import DiscreteEvents

/// Which replicas of an elastic job take part, and which lack nodes.
///
/// A replica is a run of consecutive seats of the job. One that was hit takes part again some time
/// after its last vacant seat was filled.
struct ReplicaState: ~Copyable {
  /// Whether the job is elastic at all.
  let isOn: Bool
  let replicas: Int
  private let minimum: Int
  private let seatsEach: Int
  var stall, rejoin, rejoinStall: StepTime
  private var vacant: [Int32]
  private var isMissed: [Bool]
  private var rejoins: [EventHandle?]
  /// Whether a replica lacks the nodes that were put in place last: they are to be swapped in.
  private var isFilledAnew: [Bool]
  private(set) var missed = 0
  private var incomplete = 0
  /// Replicas that the present fault has hit and that took part before.
  var struck = 0
  /// Whether the present stall follows a fault, and not only the return of a replica.
  var stallsByFault = false
  private var lastChange = 0.0

  init(_ scenario: Scenario) {
    var elastic = ElasticReplicas(replicas: 1)
    if case .elastic(let replicas) = scenario.recovery.policy {
      (isOn, elastic) = (true, replicas)
    } else {
      isOn = false
    }
    replicas = elastic.replicas
    minimum = elastic.minimum
    seatsEach = scenario.job.nodes / elastic.replicas
    stall = StepTime(elastic.stall, name: "phase/stall")
    rejoin = StepTime(elastic.rejoin, name: "phase/rejoin")
    rejoinStall = StepTime(elastic.rejoinStall, name: "phase/rejoin_stall")
    vacant = Array(repeating: 0, count: isOn ? elastic.replicas : 0)
    isMissed = vacant.map { _ in false }
    isFilledAnew = isMissed
    rejoins = vacant.map { _ in nil }
  }

  mutating func begin(seed: UInt64, replication: UInt64) {
    guard isOn else { return }
    stall.begin(seed: seed, replication: replication)
    rejoin.begin(seed: seed, replication: replication)
    rejoinStall.begin(seed: seed, replication: replication)
    for replica in 0..<replicas {
      vacant[replica] = 0
      isMissed[replica] = false
      isFilledAnew[replica] = false
      rejoins[replica] = nil
    }
    (missed, incomplete, struck, lastChange) = (0, 0, 0, 0)
    stallsByFault = false
  }

  func replica(ofSeat seat: Int) -> Int { seat / seatsEach }

  /// Share of the replicas that take part.
  var share: Double { Double(replicas - missed) / Double(replicas) }
  /// Whether those that take part are enough to train with, but for so many of them.
  func areEnough(without others: Int = 0) -> Bool { replicas - missed - others >= minimum }
  /// Whether those that have all of their nodes are enough.
  var wholeAreEnough: Bool { replicas - incomplete >= minimum }
  /// Nodes with which the job can train at the least.
  var leastNodes: Int { minimum * seatsEach }

  func takesPart(seat: Int) -> Bool { !isMissed[replica(ofSeat: seat)] }
  func vacancies(ofSeat seat: Int) -> Int32 { vacant[replica(ofSeat: seat)] }

  /// Lets a replica be missed; returns the event of its return if there is one to cancel.
  mutating func miss(_ replica: Int) -> EventHandle? {
    if !isMissed[replica] {
      isMissed[replica] = true
      missed += 1
      struck += 1
    }
    defer { rejoins[replica] = nil }
    return rejoins[replica]
  }

  mutating func losesSeat(of replica: Int) {
    if vacant[replica] == 0 { incomplete += 1 }
    vacant[replica] += 1
  }

  mutating func fillsSeat(_ seat: Int) {
    let replica = replica(ofSeat: seat)
    vacant[replica] -= 1
    if vacant[replica] == 0 { incomplete -= 1 }
    isFilledAnew[replica] = true
  }

  /// Whether a replica has all of its nodes and nothing has been done yet to let it take part.
  func awaitsReturn(_ replica: Int) -> Bool {
    isMissed[replica] && vacant[replica] == 0 && rejoins[replica] == nil
  }

  /// Whether nodes were put in place in a replica since it took part.
  func isFilledAnew(_ replica: Int) -> Bool { isFilledAnew[replica] }

  mutating func willReturn(_ replica: Int, by event: EventHandle) { rejoins[replica] = event }

  mutating func takesPartAgain(_ replica: Int) {
    isMissed[replica] = false
    isFilledAnew[replica] = false
    rejoins[replica] = nil
    missed -= 1
  }

  /// After a restart all replicas that have all of their nodes take part.
  mutating func allWholeTakePart() {
    missed = 0
    for replica in 0..<replicas {
      isMissed[replica] = vacant[replica] > 0
      isFilledAnew[replica] = false
      if isMissed[replica] { missed += 1 }
    }
  }

  /// Forgets who was to return; gives the events to cancel.
  mutating func forgetReturns() -> [EventHandle] {
    defer { for replica in 0..<replicas { rejoins[replica] = nil } }
    return rejoins.compactMap(\.self)
  }

  /// Time that replicas were missed since this was asked last, summed over them, in seconds.
  mutating func missedSeconds(until now: Double) -> Double {
    defer { lastChange = now }
    return (now - lastChange) * Double(missed)
  }

  /// Replicas in which nodes were put in place and that do not take part yet.
  var filledAnew: Int { isFilledAnew.count { $0 } }

  func seats(of replica: Int) -> Range<Int> {
    replica * seatsEach..<(replica + 1) * seatsEach
  }

  /// The replica that lacks most nodes but has some; nil if none is incomplete.
  var mostIncomplete: Int? {
    vacant.indices.filter { vacant[$0] > 0 && vacant[$0] < seatsEach }
      .max { (vacant[$0], $0) < (vacant[$1], $1) }
  }

  /// The nodes of a replica were given to others.
  mutating func isGivenUp(_ replica: Int) { isFilledAnew[replica] = false }

  /// Vacant seats of all replicas, for the invariants.
  var vacancies: Int { vacant.reduce(0) { $0 + Int($1) } }
}
