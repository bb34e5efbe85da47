import Checkpointing
import ClusterModel
import Statistics
import Testing

/// Bursts come at the rate of the first faults; their sizes are geometric with mean m, so that the
/// count is Pólya–Aeppli: variance (2m − 1) × mean (Johnson, Kemp, Kotz, section 9.7).
@Suite("Faults that come in bursts")
struct BurstTests {
  static let time = FaultProcessTests.horizon

  static func scenario(
    _ law: Lifetime, per: Domain = .node, meanSize: Double, delay: Lifetime = .zero,
    renews: Bool = true
  ) -> Scenario {
    var fault = FaultProcessTests.fault(law, per: per, renews: renews)
    fault.bursts = Bursts(meanSize: meanSize, delay: delay)
    return FaultProcessTests.scenario([fault])
  }

  static func counts(_ scenario: Scenario, replications: Int = 2000) -> [Double] {
    simulate(scenario, replications: replications).map { Double($0.outcome.failures) }
  }

  @Test(
    "Counts are compound Poisson",
    arguments: [(Domain.node, 100), (.gpu, 800), (.rack, 100), (.job, 1)], [1, 1.5, 5])
  func compound(domain: (per: Domain, units: Int), meanSize: Double) {
    // Eight bursts a run.
    let mean = Self.time * Double(domain.units) / 8
    let counts = Self.counts(
      Self.scenario(.exponential(mean: mean), per: domain.per, meanSize: meanSize))
    #expect(abs(deviation(of: counts, from: 8 * meanSize)) < 4)
    let variance = 8 * meanSize * (2 * meanSize - 1)
    #expect(abs(varianceDeviation(of: counts, from: variance)) < 4)
  }

  @Test("So they are under minimal repair", arguments: [0.7, 3])
  func minimalRepair(shape: Double) {
    let law = Lifetime.weibull(.init(shape: shape, scale: 3000))
    let counts = Self.counts(Self.scenario(law, meanSize: 4, renews: false))
    let bursts = 100 * law.cumulativeHazard(Self.time)
    #expect(abs(deviation(of: counts, from: 4 * bursts)) < 4)
    #expect(abs(varianceDeviation(of: counts, from: bursts * 4 * 7)) < 4)
  }

  @Test("Faults whose delay would end after the run do not count")
  func delays() {
    // A burst at T − u has K = 1 + X faults, X geometric with the mean μ = (m − 1)(1 − e^(−u/d)):
    // E K = 1 + μ and E K² = 1 + 3μ + 2μ².
    let (meanSize, delay, bursts) = (4.0, 300.0, 6.0)
    let counts = Self.counts(
      Self.scenario(
        .exponential(mean: Self.time * 100 / bursts), meanSize: meanSize,
        delay: .exponential(mean: delay)), replications: 4000)
    let decay = PortableMath.exp(-Self.time / delay)
    let share = 1 - delay / Self.time * (1 - decay)
    let square =
      1 - 2 * delay / Self.time * (1 - decay) + delay / (2 * Self.time) * (1 - decay * decay)
    let others = meanSize - 1
    #expect(abs(deviation(of: counts, from: bursts * (1 + others * share))) < 4)
    let variance = bursts * (1 + 3 * others * share + 2 * others * others * square)
    #expect(abs(varianceDeviation(of: counts, from: variance)) < 4)
  }

  @Test("The size of a burst is geometric", arguments: [1.25, 3, 10])
  func sizes(meanSize: Double) {
    // All faults of a burst strike at one instant.
    let scenario = Self.scenario(.exponential(mean: 5000), meanSize: meanSize)
    var simulation = ClusterSimulation(scenario, seed: 1)
    var sizes = [Int: Double]()
    for replication in 0..<300 {
      var ofInstant = [Double: Int]()
      for entry in simulation.timeline(replication: replication) where entry.event == .fault {
        ofInstant[entry.time, default: 0] += 1
      }
      for size in ofInstant.values { sizes[size, default: 0] += 1 }
    }
    let bursts = sizes.values.reduce(0, +)
    var (observed, expected) = ([Double](), [Double]())
    var (size, left) = (1, bursts)
    while left / meanSize >= 10, expected.count < 30 {
      observed.append(sizes[size] ?? 0)
      expected.append(left / meanSize)
      left *= 1 - 1 / meanSize
      size += 1
    }
    observed.append(bursts - observed.reduce(0, +))
    expected.append(left)
    #expect(GoodnessOfFit.chiSquare(observed: observed, expected: expected).pValue > 6e-5)
  }

  @Test("Bursts of one fault are no bursts")
  func single() {
    let with = Self.scenario(.exponential(mean: 2000), meanSize: 1)
    var without = with
    without.faults[0].bursts = nil
    #expect(
      simulate(with, replications: 50).map(\.outcome)
        == simulate(without, replications: 50).map(\.outcome))
  }

  @Test("Those that strike while the job is down are void if only training breaks")
  func voidInRecovery() {
    // All others come 1 to 5 s after the first fault, in a recovery of 50 s.
    var with = Self.scenario(
      .exponential(mean: 10_000), meanSize: 6, delay: .uniform(.init(low: 1, high: 5)))
    with.faults[0].atRisk = .training
    with.recovery.restart = .constant(50)
    var without = with
    without.faults[0].bursts = nil
    #expect(
      simulate(with, replications: 100).map(\.outcome)
        == simulate(without, replications: 100).map(\.outcome))
    // What is powered counts them: 10 bursts, of which the last 3 s lose the others.
    var powered = with
    powered.faults[0].atRisk = .powered
    let counts = Self.counts(powered)
    #expect(abs(deviation(of: counts, from: 10 * (1 + 5 * 0.997))) < 4)
  }

  @Test("Bursts strike any instance, lemons and others alike, once the first has come")
  func lemons() {
    // The number of bursts is that of the mixture; each has a mean of 3 faults.
    var scenario = Self.scenario(.exponential(mean: 10_000), meanSize: 3)
    let law = Frailty.Law.lemons(fraction: 0.1, multiplier: 11)
    scenario.frailty = Frailty(law, faults: [0])
    let counts = Self.counts(scenario)
    #expect(abs(deviation(of: counts, from: 100 * 0.1 * 2 * 3)) < 4)
    // Given the lemons: compound Poisson; their number adds 9 × the variance of the bursts' mean.
    let variance = 20 * 3.0 * 5 + 9 * 100 * law.variance * 0.01
    #expect(abs(varianceDeviation(of: counts, from: variance)) < 4)
  }
}
