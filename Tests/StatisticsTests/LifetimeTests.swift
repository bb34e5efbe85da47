import Testing

@testable import Statistics

/// What holds of single laws, against closed forms and values computed elsewhere.
@Suite("Single laws")
struct LifetimeTests {
  private static let hazards = [1e-12, 1e-6, 1e-3, 0.1, 0.69, 0.7, 1, 3, 10, 30, 300]

  // GSL 2.7.1: gsl_cdf_weibull_P(t, 2.5, shape) and gsl_cdf_weibull_Q(t, 2.5, shape); for a shape
  // of 1 they are gsl_cdf_exponential_P and _Q.
  @Test(
    "The Weibull law has GSL's probabilities to 4 ulp",
    arguments: [
      (0.7, 1e-06, 3.322268891295581e-05, 0.9999667773110871),
      (0.7, 0.1, 0.09973049652336559, 0.9002695034766344),
      (0.7, 2.0, 0.5748816507472424, 0.4251183492527576),
      (0.7, 5.0, 0.8029907885509089, 0.19700921144909112),
      (1.0, 1e-06, 3.9999992000001065e-07, 0.99999960000008),
      (1.0, 0.1, 0.03921056084767679, 0.9607894391523232),
      (1.0, 2.0, 0.5506710358827784, 0.44932896411722156),
      (1.0, 5.0, 0.8646647167633873, 0.1353352832366127),
      (3.0, 1e-06, 6.4e-20, 1.0),
      (3.0, 0.1, 6.399795204368998e-05, 0.9999360020479563),
      (3.0, 2.0, 0.4007042121544616, 0.5992957878455384),
      (3.0, 5.0, 0.9996645373720975, 0.00033546262790251185),
    ] as [(Double, Double, Double, Double)])
  func weibullProbabilities(shape: Double, t: Double, below: Double, above: Double) {
    var laws: [Lifetime] = [.weibull(Weibull(shape: shape, scale: 2.5))]
    if shape == 1 { laws.append(.exponential(Exponential(mean: 2.5))) }
    for law in laws {
      let failed = -PortableMath.expm1(-law.cumulativeHazard(t))
      #expect(abs(failed - below) <= 4 * below.ulp)
      // An ulp of H is H ulps of exp(−H).
      #expect(abs(law.survival(t) - above) <= 4 * above.ulp * max(1, law.cumulativeHazard(t)))
    }
  }

  // GSL 2.7.1: gsl_cdf_weibull_Pinv(p, 2.5, shape) and gsl_cdf_weibull_Qinv(p, 2.5, shape).
  @Test(
    "The Weibull law has GSL's quantiles to a few ulp",
    arguments: [
      (0.7, 1e-15, true, 9.31898430078735e-22),
      (0.7, 1e-06, true, 6.706744278731225e-09),
      (0.7, 0.25, true, 0.4216560077588091),
      (0.7, 0.25, false, 3.9864898356789),
      (0.7, 1e-06, false, 106.42303398169463),
      (0.7, 1e-300, false, 28453.496497441207),
      (1.0, 1e-15, true, 2.5000000000000016e-15),
      (1.0, 1e-06, true, 2.5000012500008333e-06),
      (1.0, 0.25, true, 0.7192051811294522),
      (1.0, 0.25, false, 3.4657359027997265),
      (1.0, 1e-06, false, 34.538776394910684),
      (1.0, 1e-300, false, 1726.9388197455341),
      (3.0, 1e-15, true, 2.5000000000000025e-05),
      (3.0, 1e-06, true, 0.025000004166668754),
      (3.0, 0.25, true, 1.650355892873988),
      (3.0, 0.25, false, 2.78756601365238),
      (3.0, 1e-06, false, 5.998771530607211),
      (3.0, 1e-300, false, 22.099663271904166),
    ] as [(Double, Double, Bool, Double)])
  func weibullQuantiles(shape: Double, p: Double, fromBelow: Bool, quantile: Double) {
    let h = fromBelow ? -PortableMath.log1p(-p) : -PortableMath.log(p)
    // GSL rounds 1/shape, and the logarithm of h multiplies that error.
    let ulps = 4 + abs(PortableMath.log(h)) / shape
    var laws: [Lifetime] = [.weibull(Weibull(shape: shape, scale: 2.5))]
    if shape == 1 { laws.append(.exponential(Exponential(mean: 2.5))) }
    for law in laws {
      #expect(abs(law.time(atCumulativeHazard: h) - quantile) <= ulps * quantile.ulp)
    }
  }

  @Test("A shape of one is the exponential distribution")
  func shapeOne() {
    let exponential = Exponential(mean: 3)
    let laws: [Lifetime] = [
      .weibull(Weibull(shape: 1, scale: 3)), .gamma(Gamma(shape: 1, scale: 3)),
      .erlang(Erlang(stages: 1, mean: 3)),
      .mixture(Mixture(parts: [.init(weight: 5, law: .exponential(exponential))])),
      .competing(CompetingRisks(laws: [.exponential(exponential)])),
    ]
    for law in laws {
      #expect(agree(law.mean, 3, relative: 1e-12))
      for h in Self.hazards {
        let t = exponential.time(atCumulativeHazard: h)
        #expect(agree(law.time(atCumulativeHazard: h), t, relative: 1e-14), "\(law), h \(h)")
        #expect(agree(law.hazard(t), 1.0 / 3, relative: 1e-13), "\(law), h \(h)")
      }
    }
  }

  // mpmath 1.3.0, 40 digits: scale*mpf(h)**(1/shape).
  @Test(
    "Weibull times are exact to 2 ulp from the first to the last failure",
    arguments: [
      (1e-12, 2.1590570190034505e-17, 0.0005), (1e-3, 0.00015538424037693624, 0.5),
      (1, 3, 5), (38, 541.9446884598862, 16.809877033994816),
      (700, 34797.41848645426, 44.395200087130036),
    ])
  func weibullTimes(h: Double, infant: Double, worn: Double) {
    let young = Weibull(shape: 0.7, scale: 3).time(atCumulativeHazard: h)
    #expect(abs(young - infant) <= 2 * infant.ulp)
    let old = Weibull(shape: 3, scale: 5).time(atCumulativeHazard: h)
    #expect(abs(old - worn) <= 2 * worn.ulp)
  }

  // mpmath 1.3.0, 40 digits: -log1p(-gammainc(a, 0, x, regularized=True)) below a,
  // -log(gammainc(a, x, inf, regularized=True)) above.
  @Test(
    "Gamma hazards keep their digits from first failures to beyond the underflow of survival",
    arguments: [
      (0.05, 1e-30, 0.03302274771492119), (0.05, 0.1, 2.422017772487024),
      (0.05, 1000, 1009.5321953188095), (0.5, 1e-10, 1.1283855333035136e-05),
      (0.5, 3, 4.24708474678559), (2.5, 1e-3, 9.508534643814064e-09),
      (2.5, 900, 890.0794245222952), (40, 5, 8.550023756842887e-23),
      (40, 2000, 1810.1768818362414), (300, 400, 16.404794095927382),
      (300, 5000, 3862.4996541001337),
    ])
  func gammaHazards(shape: Double, x: Double, expected: Double) {
    let law = Gamma(shape: shape, scale: 2)
    #expect(agree(law.cumulativeHazard(2 * x), expected, relative: 1e-12))
  }

  // mpmath 1.3.0, 40 digits: bisection of the above in log x. GSL's own inverse gives NaN for
  // the shape of 0.05, and none exists for a hazard of 700 whose survival is subnormal.
  @Test(
    "Gamma times are found where GSL's inverse fails",
    arguments: [
      (0.05, 1e-3, 5.786481818707737e-61), (0.05, 0.5, 4.623545337917718e-09),
      (0.05, 5, 1.3425760003999352), (0.05, 700, 690.8187649089084),
      (7.3, 1e-10, 0.15191000969543506), (7.3, 0.7, 6.9920391880529245),
      (7.3, 30, 47.28564469760549), (7.3, 700, 734.4350505109095),
    ])
  func gammaTimes(shape: Double, h: Double, expected: Double) {
    let time = Gamma(shape: shape, scale: 1).time(atCumulativeHazard: h)
    #expect(agree(time, expected, relative: 1e-13))
  }

  // mpmath 1.3.0, 40 digits: z = log(t/10)/1.4, -log1p(-erfc(-z/sqrt(2))/2) below the median,
  // -log(erfc(z/sqrt(2))/2) above.
  @Test(
    "Lognormal hazards keep their digits in both tails",
    arguments: [
      (1e-12, 1.0007411906387266e-101), (1e-3, 2.3710688935284786e-11),
      (1, 0.05130957992019837), (9, 0.6348875429818694), (10, 0.6931471805599453),
      (11, 0.7489527599463905), (1e4, 14.72536357779479), (1e20, 492.62349432799977),
      (1e30, 1142.2577823625934),
    ])
  func lognormalHazards(t: Double, expected: Double) {
    let law = Lognormal(median: 10, sigma: 1.4)
    #expect(agree(law.cumulativeHazard(t), expected, relative: 1e-13))
    #expect(agree(law.time(atCumulativeHazard: expected), t, relative: 1e-13))
  }

  @Test("The least of two Pareto times is a Pareto time; its mean may need both shapes")
  func competingParetos() {
    func competition(of shapes: [Double]) -> CompetingRisks {
      CompetingRisks(laws: shapes.map { .pareto(Pareto(shape: $0, scale: 1)) })
    }
    #expect(agree(competition(of: [0.6, 0.9]).mean, 3, relative: 1e-11))
    #expect(competition(of: [0.6, 0.9]).variance == .infinity)
    #expect(competition(of: [0.5, 0.4]).mean == .infinity)
    #expect(agree(competition(of: [2, 3]).variance, 5.0 / 48, relative: 1e-11))
  }

  @Test("An empirical law gives back its values, each as often")
  func empirical() {
    let law = Empirical(values: [7, 2, 2, 9])
    var stream = RandomStream(seed: 2, replication: 0, stream: StreamIdentifier("values"))
    var counts: [Double: Double] = [:]
    for _ in 0..<4000 {
      counts[law.time(atCumulativeHazard: stream.exponential()), default: 0] += 1
    }
    #expect(counts.keys.sorted() == [2, 7, 9])
    let observed = [2, 7, 9].map { counts[$0, default: 0] }
    let test = GoodnessOfFit.chiSquare(observed: observed, expected: [2000, 1000, 1000])
    #expect(test.pValue > fourSigma)
    #expect(law.cumulativeHazard(9) == .infinity)
    #expect(law.survival(2) == 0.5)
  }

  @Test("Only the exponential law has a constant rate")
  func constantRate() {
    #expect(Lifetime.exponential(Exponential(mean: 4)).constantRate == 0.25)
    #expect(Lifetime.weibull(Weibull(shape: 1, scale: 4)).constantRate == nil)
    #expect(Lifetime.zero.mean == 0)
  }

  // a·((1 + h/H)^(1/k) − 1) and so on, by mpmath 1.3.0 with 40 digits.
  @Test("Residual lives far below the age keep their digits where the law has a closed form")
  func smallResiduals() {
    let weibull = Weibull(shape: 0.7, scale: 3).residual(age: 1e6, atCumulativeHazard: 1e-12)
    #expect(agree(weibull, 1.944853255941801e-10, relative: 1e-14))
    let pareto = Pareto(shape: 1.5, scale: 2).residual(age: 1e6, atCumulativeHazard: 1e-12)
    #expect(agree(pareto, 6.666666666668888e-07, relative: 1e-14))
    let uniform = Uniform(low: 0, high: 1e6).residual(age: 999_999, atCumulativeHazard: 1e-12)
    #expect(agree(uniform, 1e-12, relative: 1e-14 + 1e-12))
    let exponential = Exponential(mean: 3).residual(age: 1e6, atCumulativeHazard: 1e-12)
    #expect(exponential == 3e-12)
  }

  @Test("Nothing is left past the end of the support")
  func pastTheEnd() {
    var stream = RandomStream(seed: 1, replication: 0, stream: StreamIdentifier("end"))
    let laws: [Lifetime] = [
      .uniform(Uniform(low: 1, high: 2)), .deterministic(Deterministic(value: 2)),
      .empirical(Empirical(values: [1, 2])),
    ]
    for law in laws {
      #expect(law.residual(age: 2, using: &stream) == 0)
      #expect(law.residual(age: 3, using: &stream) == 0)
    }
    #expect(
      Lifetime.deterministic(Deterministic(value: 2)).residual(age: 0.5, using: &stream) == 1.5)
  }

  @Test("A law by its mean has that mean", arguments: [0.3, 1.2, 5])
  func byMean(shape: Double) {
    #expect(agree(Weibull(shape: shape, mean: 7).mean, 7, relative: 1e-14))
    #expect(agree(Gamma(shape: shape, mean: 7).mean, 7, relative: 1e-14))
    #expect(agree(Lognormal(mean: 7, sigma: shape).mean, 7, relative: 1e-14))
    #expect(agree(Pareto(shape: 1 + shape, mean: 7).mean, 7, relative: 1e-14))
  }
}
