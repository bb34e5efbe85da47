import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Diagnoses that go wrong, and health checks")
struct DiagnosisTests {
  typealias Exact = ExactTimelineTests
  typealias Latent = LatentTimeline

  static let missed = Misdiagnosis(missed: 1, wrong: 0, recurs: .constant(30))

  @Test("A node that is not blamed stays, and strikes again")
  func missed() {
    // Crashes at 50, 113 and 176; down for 33 each time.
    let run = Exact.run(
      Latent.scenario(
        [Latent.fault(.crash, at: [50])], horizon: 180, misdiagnosis: Self.missed))
    Exact.expect(
      run,
      [.lostWork: 50 + 30 + 30, .detection: 9, .diagnosis: 4 + 4 + 1, .restart: 40, .load: 12])
    #expect(run.failures == 3 && run.unexpectedInterruptions == 3)
    #expect(run.nodeRepairSeconds == 0 && run.fewestSpares == 1)
  }

  @Test("A wrong diagnosis sends another node of the job to repair")
  func wrong() {
    // Back at 90 with the spare; crashes again at 120, and the job starves from 127 on.
    let scenario = Latent.scenario(
      [Latent.fault(.crash, at: [50])], horizon: 200,
      misdiagnosis: Misdiagnosis(missed: 0, wrong: 1, recurs: .constant(30)))
    Exact.expect(
      Exact.run(scenario),
      [
        .lostWork: 50 + 30, .detection: 6, .diagnosis: 8, .replacement: 7, .restart: 20, .load: 6,
        .starved: 73,
      ])
    var simulation = ClusterSimulation(scenario, seed: 1)
    let entries = simulation.timeline(replication: 0)
    let guilty = entries.filter { $0.event == .fault }.map(\.node)
    let blamed = entries.filter { $0.event == .repairStarted }.map(\.node)
    #expect(guilty.count == 2 && guilty[0] == guilty[1])
    #expect(blamed.count == 2 && !blamed.contains(guilty[0]))
  }

  @Test("In a job of one node there is nobody else to blame")
  func nobodyElse() {
    var scenario = Latent.scenario(
      [Latent.fault(.crash, at: [50])], horizon: 100, spares: 0,
      misdiagnosis: Misdiagnosis(missed: 0, wrong: 1, recurs: .constant(30)))
    scenario.cluster = Cluster(nodes: 1)
    scenario.job.nodes = 1
    let run = Exact.run(scenario)
    #expect(run.nodeRepairSeconds == 0 && run.failures == 1)
    Exact.expect(
      run, [.productive: 17, .lostWork: 50, .detection: 3, .diagnosis: 4, .restart: 20, .load: 6])
  }

  @Test("A missed corruption corrupts again")
  func missedCorruption() {
    // Found at 80, back at 110 from nothing; corrupt again at 140, found at 170, and so on.
    let run = Exact.run(
      Latent.scenario(
        [Latent.fault(.corrupt, at: [50])], horizon: 175, corrupt: 30, misdiagnosis: Self.missed))
    Exact.expect(
      run, [.lostWork: 80 + 60, .diagnosis: 8, .restart: 20 + 1, .load: 6])
    #expect(run.failures == 2 && run.unexpectedInterruptions == 2)
  }

  @Test("A health check finds the node that a diagnosis missed, and checks its substitute")
  func healthCheck() {
    // Checks from 57 to 72, swaps until 79, checks until 94, back at 120.
    let check = HealthCheck(time: .constant(15), finds: 1)
    let scenario = Latent.scenario(
      [Latent.fault(.crash, at: [50])], horizon: 130, misdiagnosis: Self.missed,
      healthCheck: check)
    let expected: [TimeState: Double] = [
      .lostWork: 50, .productive: 10, .detection: 3, .diagnosis: 4 + 30, .replacement: 7,
      .restart: 20, .load: 6,
    ]
    Exact.expect(Exact.run(scenario), expected)
    // The same for a slow node beside which the job crashes, and for a corrupting one.
    let crash = Latent.fault(.crash, at: [50], ofJob: true)
    let slow = Latent.scenario(
      [Latent.fault(.slow, at: [20]), crash], horizon: 130, slow: 1000, healthCheck: check)
    Exact.expect(
      Exact.run(slow), expected.merging([.lostWork: 35, .degraded: 15]) { $1 })
    let corrupt = Latent.scenario(
      [Latent.fault(.corrupt, at: [20]), crash], horizon: 130, corrupt: 1000, healthCheck: check)
    Exact.expect(Exact.run(corrupt), expected)
  }

  @Test("A health check that finds a corrupting node makes the job load an older checkpoint")
  func healthCheckFindsCorruption() {
    // Crashes at 150 with 100 saved, all of it corrupt; back at 220.
    let scenario = Latent.scenario(
      [Latent.fault(.corrupt, at: [20]), Latent.fault(.crash, at: [150], ofJob: true)],
      horizon: 230, corrupt: 1000, healthCheck: HealthCheck(time: .constant(15), finds: 1))
    Exact.expect(
      Exact.run(scenario),
      [
        .productive: 10, .lostWork: 140, .checkpointSave: 10, .detection: 3, .diagnosis: 4 + 30,
        .replacement: 7, .restart: 20, .load: 6,
      ])
  }

  @Test("A health check that finds nothing costs its time before each restart")
  func blindHealthCheck() {
    let scenario = Latent.scenario(
      [Latent.fault(.crash, at: [50])], horizon: 130, misdiagnosis: Self.missed,
      healthCheck: HealthCheck(time: .constant(15), finds: 0))
    // Back at 98, crashes again at 128.
    Exact.expect(
      Exact.run(scenario),
      [.lostWork: 50 + 30, .detection: 3 + 2, .diagnosis: 4 + 15, .restart: 20, .load: 6])
  }

  /// Failures that one fault comes to, in 20,000 replications.
  static func strikes(_ misdiagnosis: Misdiagnosis, _ check: HealthCheck? = nil) -> [Double] {
    let scenario = Latent.scenario(
      [Latent.fault(.crash, at: [50])], horizon: 1e5, misdiagnosis: misdiagnosis,
      healthCheck: check)
    return simulate(scenario, replications: 20_000).map { Double($0.outcome.failures) }
  }

  @Test("A fault strikes until a diagnosis or a health check is right: geometrically often")
  func geometric() {
    let recurs = Lifetime.exponential(mean: 100)
    let half = Self.strikes(Misdiagnosis(missed: 0.3, wrong: 0.2, recurs: recurs))
    #expect(abs(deviation(of: half, from: 2)) < 4)
    #expect(abs(varianceDeviation(of: half, from: 2)) < 4)
    let checked = Self.strikes(
      Misdiagnosis(missed: 1, wrong: 0, recurs: recurs),
      HealthCheck(time: .constant(1), finds: 0.25))
    #expect(abs(deviation(of: checked, from: 4)) < 4)
  }
}
