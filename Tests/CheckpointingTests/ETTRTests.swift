import Checkpointing
import Statistics
import Testing

@Suite("Effective training time of an endless run")
struct ETTRTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let law: ExponentialCompletion
    let policy: CheckpointPolicy
    let ettr: Double
    var testDescription: String {
      "rate \(law.rate), interval \(policy.interval), write \(policy.write)"
    }
  }

  /// Work left durable by a fault, I Σ n (P(s_n) − P(s_{n+1})) with P(s) = e^{−λs} and
  /// s_n = I + C + (n−1)(max(I, w) + C) + w, over 1/λ + E[recovery], where for an exposed restart
  /// E[recovery] = (D + R e^{−λR} + ∫₀ᴿ t λe^{−λt} dt)/e^{−λR}; mpmath 1.3.0, mp.dps = 60, the sum to
  /// 60 000 terms.
  static let cases = [
    Case(
      law: ExponentialCompletion(rate: 1 / 11124, downtime: 90, restart: 230),
      policy: CheckpointPolicy(interval: 1800, save: 10), ettr: 0.88982295345642758),
    Case(
      law: ExponentialCompletion(
        rate: 1 / 11124, downtime: 90, restart: 230, restartIsExposed: false),
      policy: CheckpointPolicy(interval: 1800, save: 10, write: 60), ettr: 0.88536696547105113),
    Case(
      law: ExponentialCompletion(rate: 0x1p-10, downtime: 30, restart: 200),
      policy: CheckpointPolicy(interval: 33, save: 0.5, write: 60), ettr: 0.40973804167168362),
    Case(
      law: ExponentialCompletion(rate: 0.01, downtime: 7, restart: 300),
      policy: CheckpointPolicy(interval: 400, save: 100, write: 450), ettr: 1.3988581864224226e-5),
  ]

  @Test("The ratio agrees with the sum over the copies that faults leave", arguments: cases)
  func agreesWithReference(oracle: Case) {
    #expect(isClose(oracle.law.ettr(policy: oracle.policy), oracle.ettr))
  }

  @Test("With copies durable at once it is work over the mean time of a segment")
  func isTheRatioOfASegment() {
    for restartIsExposed in [true, false] {
      let law = ExponentialCompletion(
        rate: 1 / 11124, downtime: 90, restart: 230, restartIsExposed: restartIsExposed)
      for (interval, save) in [(300.0, 0.5), (1800, 10), (3600, 300), (20000, 5)] {
        let ettr = law.ettr(policy: CheckpointPolicy(interval: interval, save: save))
        #expect(isClose(ettr, interval / law.segment(length: interval + save).mean))
      }
    }
  }

  @Test("It is what faults leave of training sessions", arguments: [0.0, 7, 40, 90, 250])
  func agreesWithSessions(write: Double) {
    let law = ExponentialCompletion(rate: 0.01, downtime: 7, restart: 30)
    let policy = CheckpointPolicy(interval: 40, save: 5, write: write)
    let session = TrainingSession(start: 0, work: .infinity, policy: policy)
    // Copies become durable at whole seconds, so a sum over seconds is the integral over the fault's
    // time. After 4000 s it leaves out less than e⁻⁴⁰ of 4000 s.
    let durable = (0..<4000).reduce(0.0) { sum, second in
      let from = PortableMath.exp(-law.rate * Double(second))
      let chance = -PortableMath.expm1(-law.rate) * from
      return sum + chance * session.progress(at: Double(second) + 0.5).durable
    }
    let expected = durable / (100 + law.recovery.mean)
    // Each of the 4000 additions rounds by half an ulp of the sum at most.
    #expect(abs(law.ettr(policy: policy) - expected) <= 4000 * 0x1p-53 * expected)
  }

  @Test("Without faults only the saves, and the waits for copies, take time")
  func withoutFaults() {
    let law = ExponentialCompletion(rate: 0, downtime: 30, restart: 200)
    #expect(isClose(law.ettr(policy: CheckpointPolicy(interval: 100, save: 10)), 100 / 110))
    let waiting = CheckpointPolicy(interval: 33, save: 0.5, write: 60)
    #expect(isClose(law.ettr(policy: waiting), 33 / 60.5))
    #expect(law.firstOrderETTR(policy: CheckpointPolicy(interval: 3, save: 1)) == 0.75)
  }

  @Test("A run that never saves keeps nothing once faults come, and everything without")
  func neverSaving() {
    let policy = CheckpointPolicy(interval: .infinity, save: 10)
    let faultless = ExponentialCompletion(rate: 0, downtime: 30, restart: 200)
    #expect(faultless.ettr(policy: policy) == 1)
    #expect(faultless.firstOrderETTR(policy: policy) == 1)
    let faulty = ExponentialCompletion(rate: 1e-9, downtime: 30, restart: 200)
    #expect(faulty.ettr(policy: policy) == 0)
    #expect(faulty.firstOrderETTR(policy: policy) == nil)
  }

  struct Projection: Sendable {
    let gpus, restartMinutes, intervalMinutes, published, rounding: Double

    /// 6.50 failures per 1,000 node-days, 8 GPUs a node, on RSC-1.
    var law: ExponentialCompletion {
      ExponentialCompletion(
        rate: gpus / 8 * 6.5e-3 / 86400, downtime: 0, restart: 60 * restartMinutes)
    }
    var policy: CheckpointPolicy { CheckpointPolicy(interval: 60 * intervalMinutes, save: 0) }
  }

  /// Kokolis et al. 2025 (arXiv 2410.21680): a restart of 5 min, free saves, and for the third row
  /// 1 min in the queue. `rounding` is half a unit of the last digit published.
  static let projections = [
    Projection(
      gpus: 16000, restartMinutes: 5, intervalMinutes: 60, published: 0.7, rounding: 0.05),
    Projection(
      gpus: 16000, restartMinutes: 5, intervalMinutes: 5, published: 0.93, rounding: 0.005),
    Projection(
      gpus: 8000, restartMinutes: 6, intervalMinutes: 30, published: 0.9, rounding: 0.05),
    Projection(
      gpus: 100_000, restartMinutes: 5, intervalMinutes: 7, published: 0.5, rounding: 0.05),
  ]

  @Test("The first-order ratio is what Meta published for its clusters", arguments: projections)
  func published(projection: Projection) throws {
    let ettr = try #require(projection.law.firstOrderETTR(policy: projection.policy))
    #expect(abs(ettr - projection.published) <= projection.rounding)
  }

  @Test("At 6.50 failures per 1,000 node-days jobs of 16,384 GPUs fail every 1.8 h")
  func publishedMeanTimes() {
    // Kokolis et al. 2025 (arXiv 2410.21680): 1.8 h at 16,384 and 0.23 h at 131,072 GPUs.
    for (gpus, hours, rounding) in [(16384.0, 1.8, 0.05), (131_072, 0.23, 0.005)] {
      let projection = Projection(
        gpus: gpus, restartMinutes: 0, intervalMinutes: 1, published: 0, rounding: 0)
      #expect(abs(1 / projection.law.rate / 3600 - hours) <= rounding)
    }
  }

  @Test("2,000 nodes lose 13 times 35 minutes a day, or with a save of 3 minutes in 60 more")
  func firstOrderByHand() throws {
    let law = Self.projections[0].law
    let free = try #require(law.firstOrderETTR(policy: CheckpointPolicy(interval: 3600, save: 0)))
    #expect(isClose(free, 985 / 1440))
    let costly = try #require(
      law.firstOrderETTR(policy: CheckpointPolicy(interval: 3600, save: 180)))
    #expect(isClose(costly, 985 / 1440 / 1.05))
  }

  @Test("With free saves the first-order ratio is exact but for the square of what faults cost")
  func isFirstOrder() throws {
    for scale in [1, 1e-1, 1e-2, 1e-3] {
      let law = ExponentialCompletion(rate: scale * 1e-4, downtime: 90, restart: 230)
      let policy = CheckpointPolicy(interval: 1800, save: 0)
      let lost = law.rate * (320 + 900)
      let estimate = try #require(law.firstOrderETTR(policy: policy))
      #expect(abs(law.ettr(policy: policy) - estimate) <= lost * lost)
    }
  }

  @Test("Where faults take more than all the time to first order there is no estimate")
  func outOfRange() {
    let policy = CheckpointPolicy(interval: 3600, save: 0)
    let inside = ExponentialCompletion(rate: 0.999 / 2100, downtime: 0, restart: 300)
    let outside = ExponentialCompletion(rate: 1.001 / 2100, downtime: 0, restart: 300)
    #expect(inside.firstOrderETTR(policy: policy) != nil)
    #expect(outside.firstOrderETTR(policy: policy) == nil)
    #expect(outside.ettr(policy: policy) > 0.3)
  }

  /// The exponents here reach 10; rounding one by half an ulp changes its power by 10 · 2⁻⁵³ = 1e-15.
  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-14 * abs(b) }
}
