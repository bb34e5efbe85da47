import Statistics

/// The delays and chances with which faults are found, each with its own stream of random numbers.
struct LatentFaultChecks {
  var detectSlow, detectCorrupt, recurs, healthCheck: StepTime
  /// Whether there is a health check before each restart.
  let hasHealthCheck: Bool
  private let finds: Double
  /// Whether a diagnosis can go wrong.
  let misdiagnoses: Bool
  private let missed, wrong: Double

  private static let diagnosisStream = StreamIdentifier("phase/diagnose/outcome")
  private static let blameStream = StreamIdentifier("phase/diagnose/blamed")
  private static let findStream = StreamIdentifier("phase/health_check/finds")
  private var diagnoses, blames, discoveries: RandomStream

  init(_ recovery: Recovery) {
    detectSlow = StepTime(recovery.detectSlow, name: "phase/detect/slow")
    detectCorrupt = StepTime(recovery.detectCorrupt, name: "phase/detect/corrupt")
    recurs = StepTime(recovery.misdiagnosis.recurs, name: "phase/diagnose/recurs")
    hasHealthCheck = recovery.healthCheck != nil
    healthCheck = StepTime(recovery.healthCheck?.time ?? .zero, name: "phase/health_check")
    finds = recovery.healthCheck?.finds ?? 0
    missed = recovery.misdiagnosis.missed
    wrong = recovery.misdiagnosis.wrong
    misdiagnoses = missed + wrong > 0
    diagnoses = RandomStream(seed: 0, replication: 0, stream: Self.diagnosisStream)
    blames = diagnoses
    discoveries = diagnoses
  }

  mutating func begin(seed: UInt64, replication: UInt64) {
    detectSlow.begin(seed: seed, replication: replication)
    detectCorrupt.begin(seed: seed, replication: replication)
    recurs.begin(seed: seed, replication: replication)
    healthCheck.begin(seed: seed, replication: replication)
    diagnoses = RandomStream(seed: seed, replication: replication, stream: Self.diagnosisStream)
    blames = RandomStream(seed: seed, replication: replication, stream: Self.blameStream)
    discoveries = RandomStream(seed: seed, replication: replication, stream: Self.findStream)
  }

  /// What a diagnosis comes to.
  enum Diagnosis { case right, missed, wrong }

  mutating func diagnosis() -> Diagnosis {
    let luck = diagnoses.uniform()
    return luck < missed ? .missed : luck < missed + wrong ? .wrong : .right
  }

  /// Draws one of the job's seats with equal chance.
  mutating func chooseSeat(among count: Int) -> Int { blames.index(below: count) }

  /// Whether a health check finds a fault.
  mutating func healthCheckFinds() -> Bool { discoveries.uniform() < finds }
}
