import ClusterModel
import Statistics
import Testing

@testable import ScenarioFormat

@Suite("Reading recovery policies and throughput") struct RecoveryPolicyReadingTests {
  /// The recovery with these members; the job has 4 nodes and 32 GPUs.
  private func recovery(_ members: String) throws -> Recovery {
    try read(scenario("\"recovery\": {\(members)}")).scenario.recovery
  }

  private func fixed(_ seconds: Double) -> Lifetime {
    .deterministic(Deterministic(value: seconds))
  }

  @Test("By default the job restarts, restarts work, and nothing is distributed")
  func restartsByDefault() throws {
    let recovery = try recovery("")
    #expect(recovery.policy == .restart && recovery.restartFails == 0)
    #expect(recovery.image == fixed(0))
    #expect(try self.recovery(#""policy": "restart""#) == recovery)
  }

  @Test("Failing restarts and images are read, an image as a time, a law or a transfer")
  func readsSteps() throws {
    #expect(try recovery(#""restart_fails": 0.1"#).restartFails == 0.1)
    #expect(try recovery(#""image": "2min""#).image == fixed(120))
    let law = #"{"distribution": "exponential", "mean": "2min"}"#
    #expect(
      try recovery("\"image\": \(law)").image == .exponential(Exponential(mean: 120)))
    let transfer = #"{"bytes": "40GB", "bandwidth_per_node": "1GB/s"}"#
    #expect(try recovery("\"image\": \(transfer)").image == fixed(10))
  }

  @Test("Hot spares are read with the time of their restart")
  func readsHotSpares() throws {
    #expect(
      try recovery(#""policy": "hot_spare""#).policy == .hotSpare(restart: fixed(60)))
    #expect(
      try recovery(#""policy": "hot_spare", "hot_restart": {"base": "8s", "per_gpu": "1s"}"#).policy
        == .hotSpare(restart: fixed(40)))
  }

  @Test("Elastic replicas are read with their defaults")
  func readsElasticReplicas() throws {
    #expect(
      try recovery(#""policy": "elastic", "replicas": 4"#).policy
        == .elastic(ElasticReplicas(replicas: 4, stall: fixed(180), rejoin: fixed(420))))
    let whole = try recovery(
      #"""
      "policy": "elastic", "replicas": 2, "minimum_replicas": 2, "stall": "1s", "rejoin_stall": "3s",
      "rejoin": {"distribution": "exponential", "mean": "2s"}
      """#)
    #expect(
      whole.policy
        == .elastic(
          ElasticReplicas(
            replicas: 2, minimum: 2, stall: fixed(1), rejoin: .exponential(Exponential(mean: 2)),
            rejoinStall: fixed(3))))
  }

  @Test("Figures of a policy are assumed only with that policy")
  func assumesWhatMatters() throws {
    func assumed(_ members: String) throws -> Set<String> {
      let document = try read(scenario("\"recovery\": {\(members)}"))
      return Set(document.assumptions.map { $0.path.joined(separator: ".") })
    }
    let usual = try assumed("")
    #expect(
      try assumed(#""policy": "hot_spare""#).subtracting(usual) == ["recovery.hot_restart"])
    #expect(
      try assumed(#""policy": "elastic", "replicas": 2"#).subtracting(usual)
        == ["recovery.stall", "recovery.rejoin"])
    #expect(usual.isDisjoint(with: ["recovery.hot_restart", "recovery.stall", "recovery.rejoin"]))
  }

  @Test("Throughput is read as it is meant; without it nothing drifts")
  func readsThroughput() throws {
    #expect(try read(scenario("")).scenario.throughput == nil)
    #expect(try read(scenario(#""throughput": {}"#)).scenario.throughput == Throughput())
    let whole = try read(
      scenario(
        #"""
        "throughput": {"diurnal": 0.02, "drift_per_day": 0.001, "refresh": "3d",
          "refresh_time": "5min", "ramp": {"speed": 0.4, "time": "10min"}}
        """#))
    #expect(
      whole.scenario.throughput
        == Throughput(
          diurnal: 0.02, driftPerDay: 0.001, refresh: 3 * 86400, refreshTime: 300,
          ramp: PowerRamp(speed: 0.4, time: 600)))
    #expect(whole.warnings.isEmpty)
  }
}
