import Statistics

/// A job of equal data-parallel replicas that goes on without those that are struck.
///
/// Each of R replicas is struck at the rate λ/R while it is up and is then missed for a mean time
/// d, until its node is replaced and it has joined again. The job works at the share of its speed
/// that the replicas which are up are of all. Each fault may stall the whole job for S first.
/// Times are in seconds.
///
/// *The clock.* λ and d are in time in which the job trains, at whatever speed, without stalls. So
/// counted, the replicas are independent of each other, and the shares below are exact whatever law
/// d has (alternating renewal processes; the insensitivity of Engset's loss formula to the law of
/// the service). If a missing replica comes nearer during stalls too, so that d is wall time, they
/// are of first order in the share of the time that is stalled. `init(replicas:wallRate:missing:stall:)`
/// takes a rate that was observed in wall time, stalls and missing replicas included.
///
/// Source: Barlow and Proschan 1975, "Statistical theory of reliability and life testing", chapter
/// 7, for the availability; Salpekar et al. 2026, "Training LLMs with fault tolerant HSDP on 100,000
/// GPUs", arXiv 2602.00277, for the job.
public struct ReplicaAvailability: Sendable, Equatable {
  /// Number of replicas, R.
  public let replicas: Int
  /// Faults a second of training while all replicas are up, λ.
  public let rate: Double
  /// Mean time for which a struck replica is missed, d, in seconds.
  public let missing: Double

  /// Creates the law.
  public init(replicas: Int, rate: Double, missing: Double) {
    precondition(replicas >= 1, "\(replicas) replicas")
    precondition(rate >= 0 && missing >= 0)
    self.replicas = replicas
    self.rate = rate
    self.missing = missing
  }

  /// The law that makes faults come at a mean rate of `wallRate` a second of wall time, when each of
  /// them `stall`s the job for so many seconds; nil if these would take all of the time.
  ///
  /// A second of training then has f = r/(1 − rS) faults, the mean share of replicas that are up is
  /// a = 1 − fd/R, and λ = f/a.
  public init?(replicas: Int, wallRate: Double, missing: Double, stall: Double) {
    precondition(wallRate >= 0 && stall >= 0)
    guard wallRate * stall < 1 else { return nil }
    let rate = wallRate / (1 - wallRate * stall)
    let share = 1 - rate * missing / Double(replicas)
    guard share > 0 else { return nil }
    self.init(replicas: replicas, rate: rate / share, missing: missing)
  }

  /// Mean share of the replicas that are up, and so of the speed: 1/(1 + λd/R).
  public var meanShareUp: Double { 1 / (1 + rate * missing / Double(replicas)) }

  /// The chances that 0, 1, …, R replicas are up: binomial.
  public var chancesUp: [Double] {
    let odds = rate * missing / Double(replicas)
    guard odds > 0 else { return (0...replicas).map { $0 == replicas ? 1 : 0 } }
    // From the likeliest number to both sides, and then to a sum of 1: nothing underflows there.
    let mode = min(replicas, Int(Double(replicas + 1) * meanShareUp))
    var weights = Array(repeating: 0.0, count: replicas + 1)
    weights[mode] = 1
    for up in stride(from: mode, to: 0, by: -1) {
      weights[up - 1] = weights[up] * odds * Double(up) / Double(replicas - up + 1)
    }
    for up in mode..<replicas {
      weights[up + 1] = weights[up] / odds * Double(replicas - up) / Double(up + 1)
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// The chance that fewer than `minimum` replicas are up.
  public func chanceOfFewer(than minimum: Int) -> Double {
    chancesUp.prefix(max(0, minimum)).reduce(0, +)
  }

  /// Mean share of the speed that is left if the job works only with `minimum` replicas or more, and
  /// replicas are struck and come back as if it always worked: Σ_{k ≥ m} (k/R)·P(k up).
  public func meanSpeed(atLeast minimum: Int) -> Double {
    let chances = chancesUp
    return chances.indices.dropFirst(max(0, minimum)).reduce(0) {
      $0 + Double($1) / Double(replicas) * chances[$1]
    }
  }

  /// ETTR of an endless run in which each fault stalls the job for `stall` seconds:
  /// a/(1 + λaS), a being the mean share of replicas that are up.
  ///
  /// Exact in the clock of the type: in a second of training the job does a seconds of work and is
  /// struck λa times. Nothing is lost, and no fault strikes in a stall.
  public func ettr(stall: Double) -> Double {
    precondition(stall >= 0, "a stall takes no negative time: \(stall) s")
    return meanShareUp / (1 + rate * meanShareUp * stall)
  }
}
