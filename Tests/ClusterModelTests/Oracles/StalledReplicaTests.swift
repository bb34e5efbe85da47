import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Elastic replicas with stalls")
struct StalledReplicaTests {
  static let replicas = 12

  static func runs(
    life: Double, rejoin: Lifetime, stall: Lifetime, rejoinStall: Lifetime = .zero,
    atRisk: FaultClass.Exposure = .training, isExposed: Bool = true, horizon: Double
  ) -> LongRuns {
    LongRuns(
      ElasticReplicaTests.scenario(
        life: life,
        elastic: ElasticReplicas(
          replicas: replicas, stall: stall, rejoin: rejoin, rejoinStall: rejoinStall),
        atRisk: atRisk, isExposed: isExposed, horizon: horizon))
  }

  @Test(
    "Where replicas rejoin at once the stalls are left: 1/(1 + λS)",
    arguments: [Lifetime.constant(180), .lognormal(.init(mean: 180, sigma: 1.2))],
    [FaultClass.Exposure.training, .powered])
  func stallsOnly(stall: Lifetime, atRisk: FaultClass.Exposure) {
    // Powered nodes are shielded from faults in stalls.
    let runs = Self.runs(
      life: 12 * 900, rejoin: .zero, stall: stall, atRisk: atRisk, isExposed: false, horizon: 5e5)
    let law = ReplicaAvailability(replicas: Self.replicas, rate: 1 / 900, missing: 0)
    runs.expectETTR(law.ettr(stall: 180))
    runs.expect("stalls", 5e5 / (900 + 180), within: 0.02) { Double($0.stalls) }
  }

  @Test("A pause when a replica takes part again counts as one more stall")
  func pauses() {
    let runs = Self.runs(
      life: 12 * 900, rejoin: .zero, stall: .constant(120), rejoinStall: .exponential(mean: 60),
      horizon: 5e5)
    runs.expectETTR(900.0 / (900 + 180))
  }

  @Test("A fault in a stall begins it anew, if it strikes a replica that took part")
  func exposedStalls() {
    // With k missing a stall ends, or the next fault of the others comes at λ(R − k)/R within S:
    // E_k = (1 − e^{−λ_k S})/λ_k + (1 − e^{−λ_k S}) E_{k+1}.
    let (rate, stall) = (1 / 500.0, 300.0)
    let mean = (1..<Self.replicas).reversed().reduce(0.0) { later, missing in
      let left = rate * Double(Self.replicas - missing) / Double(Self.replicas)
      let struck = -PortableMath.expm1(-left * stall)
      return struck / left + struck * later
    }
    let runs = Self.runs(
      life: 12 / rate, rejoin: .zero, stall: .constant(stall), atRisk: .powered, horizon: 5e5)
    runs.expectETTR(1 / (1 + rate * mean))
  }

  @Test(
    "Rejoins in wall time, of replicas that faults of training alone strike, as played through",
    arguments: [
      (6000.0, Lifetime.constant(420), 180.0), (3000, .exponential(mean: 900), 120),
      (4000, .lognormal(.init(mean: 600, sigma: 1)), 300),
    ])
  func playedThrough(life: Double, rejoin: Lifetime, stall: Double) throws {
    let horizon = 3e5
    let runs = Self.runs(
      life: life, rejoin: rejoin, stall: .constant(stall), horizon: horizon)
    let played = (0..<24).map { replication in
      PlayedReplicas(
        replicas: Self.replicas, life: life, rejoin: rejoin, stall: stall, horizon: horizon,
        replication: replication)
    }
    func compare(_ simulated: (Outcome) -> Double, _ played: [Double]) throws {
      let (a, b) = (try #require(Summary(runs.runs.map(simulated))), try #require(Summary(played)))
      let error = (a.standardError * a.standardError + b.standardError * b.standardError)
        .squareRoot()
      #expect(abs(a.mean - b.mean) < 4 * error, "\(a.mean) and \(b.mean), SE \(error)")
      #expect(error < 0.01 * b.mean)
    }
    try compare(\.ettr, played.map { $0.work / horizon })
    try compare({ Double($0.stalls) }, played.map { Double($0.faults) })
    // The formula counts the return of others in training time: of first order in what is stalled.
    let law = ReplicaAvailability(
      replicas: Self.replicas, rate: Double(Self.replicas) / life, missing: rejoin.mean)
    let formula = law.ettr(stall: stall)
    let stalled = 1 - 1 / (1 + law.rate * law.meanShareUp * stall)
    let mean = try #require(Summary(runs.runs.map(\.ettr))).mean
    #expect(abs(mean / formula - 1) < stalled * (1 - law.meanShareUp))
  }

  @Test("FT-HSDP: faults every 18 minutes leave 80 % with stalls of 3, 44 % with 10")
  func published() throws {
    // Salpekar et al. 2026, arXiv 2602.00277: 12 replicas; the mean time of 18 min between faults of
    // wall time, and 7 min with 11 of 12 replicas after a stall, at second hand.
    for (stall, rejoin, share) in [(180.0, 420.0, 0.80), (600, 0, 0.44)] {
      let law = try #require(
        ReplicaAvailability(replicas: 12, wallRate: 1 / 1080, missing: rejoin, stall: stall))
      let runs = Self.runs(
        life: 12 / law.rate, rejoin: .constant(rejoin), stall: .constant(stall), horizon: 5e5)
      // Exact if nobody is missed: the others come nearer in stalls too.
      if rejoin == 0 { runs.expectETTR(law.ettr(stall: stall)) }
      runs.expect("faults", 5e5 / 1080, within: 0.02) { Double($0.stalls) }
      let ettr = try #require(Summary(runs.runs.map(\.ettr)))
      #expect(abs(ettr.mean - share) <= 0.005 + 4 * ettr.standardError, "\(ettr.mean)")
    }
  }
}

/// An elastic job played from event to event: replicas that are up are struck while the job trains,
/// a stall follows, and then the time of the one that was struck runs, in wall time.
struct PlayedReplicas {
  private(set) var work = 0.0
  private(set) var faults = 0

  init(
    replicas: Int, life: Double, rejoin: Lifetime, stall: Double, horizon: Double,
    replication: Int
  ) {
    var stream = RandomStream(
      seed: 77, replication: UInt64(replication), stream: StreamIdentifier("played"))
    var time = 0.0
    var up = replicas
    var returns = [Double]()
    while time < horizon {
      let fault = time + stream.exponential() * life / Double(up)
      let back = returns.min() ?? .infinity
      let next = min(fault, back, horizon)
      work += (next - time) * Double(up) / Double(replicas)
      time = next
      if next == back {
        returns.removeAll { $0 == back }
        up += 1
      } else if next == fault {
        faults += 1
        time += stall
        // Others that came nearer meanwhile are back.
        up += returns.count { $0 <= time } - 1
        returns.removeAll { $0 <= time }
        returns.append(time + rejoin.sample(using: &stream))
      }
    }
  }
}
