import Checkpointing
import Testing

@Suite("Optimal checkpoint intervals")
struct OptimalIntervalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let save, young, daly, exact: Double
    var testDescription: String { "save/MTTI \(save)" }
  }

  /// Intervals in units of the mean time to interruption; mpmath 1.3.0, mp.dps = 60, d = mpf(save):
  /// y = sqrt(2*d); daly = y*(1 + sqrt(d/2)/3 + d/18) - d if d < 2 else 1;
  /// exact = 1 + lambertw(-exp(-d - 1)).real.
  static let cases = [
    Case(
      save: 1e-06, young: 0.001414213562373095, daly: 0.0014135469742738485,
      exact: 0.0014135469742886646),
    Case(
      save: 0.001, young: 0.044721359549995794, daly: 0.044057177403304127,
      exact: 0.044057192259048082),
    Case(
      save: 0.1, young: 0.44721359549995795, daly: 0.38303144880829105,
      exact: 0.38318316820829484),
    Case(save: 0.5, young: 1, daly: 0.69444444444444444, exact: 0.69829043731566399),
    Case(save: 1, young: 1.414213562373095, daly: 0.826114315838267, exact: 0.84140566043696064),
    Case(
      save: 1.9, young: 1.9493588689617927, daly: 0.88845786068553757,
      exact: 0.94167193641900375),
    Case(save: 2, young: 2, daly: 1, exact: 0.94753090254228513),
    Case(save: 3, young: 2.4494897427831781, daly: 1, exact: 0.98133937091131666),
  ]

  @Test("Young's, Daly's and the exact interval agree with mpmath to three ulps", arguments: cases)
  func agreesWithReference(oracle: Case) {
    let young = OptimalInterval.young(save: oracle.save, meanTimeToInterruption: 1)
    let daly = OptimalInterval.daly(save: oracle.save, meanTimeToInterruption: 1)
    let exact = OptimalInterval.exact(save: oracle.save, meanTimeToInterruption: 1)
    #expect(abs(young - oracle.young) <= 3 * oracle.young.ulp)
    #expect(abs(daly - oracle.daly) <= 3 * oracle.daly.ulp)
    #expect(abs(exact - oracle.exact) <= 3 * oracle.exact.ulp)
  }

  @Test("Daly's first-order interval agrees with mpmath, with and without a restart")
  func dalyFirstOrder() {
    // sqrt(2*d) - d and sqrt(2*d*1.25) - d for d = save/MTTI and a restart of a quarter of the MTTI;
    // mpmath 1.3.0, mp.dps = 30. The difference loses a bit or two.
    for (save, without, with) in [
      (1e-6, 0.001413213562373095, 0.0015801388300841897),
      (0.001, 0.043721359549995794, 0.049), (0.1, 0.34721359549995794, 0.4),
      (0.4, 0.49442719099991588, 0.6),
    ] {
      let bare = OptimalInterval.dalyFirstOrder(save: save, meanTimeToInterruption: 1)
      let counted = OptimalInterval.dalyFirstOrder(
        save: save, restart: 0.25, meanTimeToInterruption: 1)
      #expect(abs(bare - without) <= 8 * without.ulp)
      #expect(abs(counted - with) <= 8 * with.ulp)
    }
    for save in [0.5, 3] {
      #expect(OptimalInterval.dalyFirstOrder(save: save, meanTimeToInterruption: 1) == 1)
    }
    #expect(OptimalInterval.dalyFirstOrder(save: 0, meanTimeToInterruption: 1) == 0)
    #expect(
      OptimalInterval.dalyFirstOrder(save: 1, meanTimeToInterruption: .infinity) == .infinity)
  }

  @Test("As saves become short, Daly's first-order interval has half the error of Young's")
  func errorOfDalyFirstOrder() {
    for ratio in [1e-6, 1e-8, 1e-10] {
      let young = OptimalInterval.young(save: ratio, meanTimeToInterruption: 1)
      let daly = OptimalInterval.dalyFirstOrder(save: ratio, meanTimeToInterruption: 1)
      let exact = OptimalInterval.exact(save: ratio, meanTimeToInterruption: 1)
      // p − p²/2 against p − p²/3 + …, p = √(2δ/M).
      #expect(abs(daly / exact - 1 + young / 6) <= young * young + 1e-15)
    }
  }

  /// Daly 2006, captions of figures 3 to 5: M in minutes, for δ = 5 min, and the optimum as printed.
  static let printed: [(mean: Double, optimum: Double, digit: Double)] = [
    (24 * 60, 117, 1), (6 * 60, 57, 1), (15, 9.1, 0.1),
  ]

  @Test("Daly's intervals are those that he printed, to the last digit", arguments: printed)
  func agreesWithPublished(oracle: (mean: Double, optimum: Double, digit: Double)) {
    let daly = OptimalInterval.daly(save: 5, meanTimeToInterruption: oracle.mean)
    #expect(abs((daly / oracle.digit).rounded() * oracle.digit - oracle.optimum) < 1e-9)
  }

  @Test("The exact interval beats its neighbours on the mean time of a segment", arguments: cases)
  func beatsNeighbours(oracle: Case) {
    for restartIsExposed in [true, false] {
      // 3.09 h, 90 s and 230 s; a ten-thousandth aside costs 7e-12 of the mean at the least.
      let law = ExponentialCompletion(
        rate: 1 / 11124, downtime: 90, restart: 230, restartIsExposed: restartIsExposed)
      let save = 11124 * oracle.save
      let optimum = OptimalInterval.exact(save: save, meanTimeToInterruption: 11124)
      func cost(_ interval: Double) -> Double {
        law.segment(length: interval + save).mean / interval
      }
      #expect(cost(optimum) < cost(optimum * 0.9999))
      #expect(cost(optimum) < cost(optimum * 1.0001))
    }
  }

  @Test("As saves become short, Young's interval is the exact one's leading term")
  func youngIsTheLimit() {
    for ratio in [1e-6, 1e-8, 1e-10, 1e-12] {
      let young = OptimalInterval.young(save: ratio, meanTimeToInterruption: 1)
      let exact = OptimalInterval.exact(save: ratio, meanTimeToInterruption: 1)
      // From y²/2 + y³/3 + y⁴/4 + … = δ/M for y = τ/M: y = p − p²/3 + p³/36 + …, p = √(2δ/M).
      let excess = young / 3 + young * young / 12
      #expect(abs(young / exact - 1 - excess) <= young * young * young + 1e-15)
    }
  }

  @Test("Double times give a double interval, to the last bit")
  func scalesWithTime() {
    for (save, mean) in [(10.0, 11124.0), (300, 1080), (1e-3, 86400), (5000, 1800)] {
      for formula in [OptimalInterval.young, OptimalInterval.daly, Self.exact] {
        #expect(formula(2 * save, 2 * mean) == 2 * formula(save, mean))
      }
    }
  }

  @Test("Young's interval loses under 0.5 % of the ETTR up to M/10, Daly's under 0.2 % anywhere")
  func costOfTheApproximations() {
    let law = ExponentialCompletion(rate: 1 / 11124, downtime: 90, restart: 230)
    for step in 1...400 {
      let save = 11124 * 0.01 * Double(step)
      func ettr(_ formula: (Double, Double) -> Double) -> Double {
        law.ettr(policy: CheckpointPolicy(interval: formula(save, 11124), save: save))
      }
      let best = ettr(Self.exact)
      #expect(ettr(OptimalInterval.daly) > 0.998 * best)
      if step <= 10 { #expect(ettr(OptimalInterval.young) > 0.995 * best) }
      if step == 50 { #expect(abs(ettr(OptimalInterval.young) / best - 0.952) < 0.0005) }
    }
  }

  @Test("Free saves are made all the time, and without faults costly ones never")
  func ends() {
    for formula in [OptimalInterval.young, OptimalInterval.daly, Self.exact] {
      #expect(formula(0, 3600) == 0)
      #expect(formula(0, .infinity) == 0)
      #expect(formula(10, .infinity) == .infinity)
    }
  }

  @Test("Where saves take far longer than faults leave, the interval is the MTTI")
  func savesThatHardlySucceed() {
    for save in [50.0, 1000, .greatestFiniteMagnitude] {
      #expect(OptimalInterval.exact(save: save, meanTimeToInterruption: 1) == 1)
      #expect(OptimalInterval.daly(save: save, meanTimeToInterruption: 1) == 1)
    }
  }

  @Test("The exact interval is as good as its digits down to the least saves")
  func leastSaves() {
    // 1 − √(2δ/M)/3 times Young's; across the point where the iteration gives way to Young's.
    for ratio in [1e-20, 1e-26, 1e-30, 0.999e-33, 1.001e-33, 1e-300, .leastNonzeroMagnitude] {
      let young = OptimalInterval.young(save: ratio, meanTimeToInterruption: 1)
      let exact = OptimalInterval.exact(save: ratio, meanTimeToInterruption: 1)
      #expect(abs(exact - young * (1 - young / 3)) <= 3 * exact.ulp)
    }
  }

  @Test("A write shorter than the interval leaves it as it is")
  func shortWrite() {
    let plain = OptimalInterval.exact(save: 10, meanTimeToInterruption: 11124)
    #expect(
      OptimalInterval.exact(save: 10, write: 60, meanTimeToInterruption: 11124) == plain)
    expectBest(save: 10, write: 60, meanTimeToInterruption: 11124)
  }

  @Test("A long write sets the interval, up to the MTTI")
  func longWrite() {
    // √(2 · 0.5 s · 1080 s) is 33 s.
    #expect(OptimalInterval.exact(save: 0.5, write: 60, meanTimeToInterruption: 1080) == 60)
    #expect(OptimalInterval.exact(save: 0.5, write: 2000, meanTimeToInterruption: 1080) == 1080)
    expectBest(save: 0.5, write: 60, meanTimeToInterruption: 1080)
    expectBest(save: 0.5, write: 2000, meanTimeToInterruption: 1080)
  }

  /// Holds the exact interval against others from a thousandth aside to a factor of four.
  private func expectBest(save: Double, write: Double, meanTimeToInterruption: Double) {
    let law = ExponentialCompletion(
      rate: 1 / meanTimeToInterruption, downtime: 30, restart: 200)
    let optimum = OptimalInterval.exact(
      save: save, write: write, meanTimeToInterruption: meanTimeToInterruption)
    func ettr(_ factor: Double) -> Double {
      law.ettr(
        policy: CheckpointPolicy(interval: factor * optimum, save: save, write: write))
    }
    for factor in [0.25, 0.5, 0.9, 0.999, 1.001, 1.1, 2, 4] {
      #expect(ettr(1) > ettr(factor))
    }
  }

  private static func exact(_ save: Double, _ meanTimeToInterruption: Double) -> Double {
    OptimalInterval.exact(save: save, meanTimeToInterruption: meanTimeToInterruption)
  }
}
