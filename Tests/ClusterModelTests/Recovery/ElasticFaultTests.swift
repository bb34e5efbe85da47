import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Kinds of faults in an elastic job")
struct ElasticFaultTests {
  typealias Exact = ExactTimelineTests
  typealias Elastic = ElasticTimeline

  @Test("After a transient fault the replica rejoins with the nodes it has")
  func transient() {
    // Back at 92: 22.5 done at three quarters of the speed.
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(at: [50], isTransient: true)], horizon: 150))
    Exact.expect(
      run, [.productive: 120.5, .degraded: 7.5, .checkpointSave: 10, .restart: 12])
    #expect(run.repairs == 0 && run.fewestSpares == 1)
  }

  @Test("A fault of the whole job restarts it")
  func jobFault() {
    let run = Exact.run(Elastic.scenario([Elastic.fault(.job, at: [50])], horizon: 100))
    Exact.expect(
      run,
      [.productive: 17, .lostWork: 50, .detection: 3, .diagnosis: 4, .restart: 20, .load: 6])
    #expect(run.stalls == 0 && run.replicaSecondsMissed == 0)
  }

  @Test("A fault of the cluster starves the job until enough replicas are whole")
  func clusterFault() {
    // All six nodes are back at 350: it swaps when two have come, and then the other two.
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(.cluster, at: [50])], horizon: 400, spares: 2))
    Exact.expect(
      run,
      [
        .productive: 10, .lostWork: 50, .detection: 3, .diagnosis: 4, .starved: 293,
        .replacement: 14, .restart: 20, .load: 6,
      ])
    #expect(run.starvations == 1 && run.stalls == 0 && run.replicaSecondsMissed == 0)
  }

  @Test("A slow node that is found is dropped with its replica")
  func slowNode() {
    // Slow from 20, found at 60 with 40 done; goes on at 72, whole at 109 with 67.75 done; saving
    // from 141.25 on.
    let run = Exact.run(
      Elastic.scenario([Elastic.fault(at: [20], symptom: .slow)], horizon: 150))
    Exact.expect(
      run, [.productive: 100, .degraded: 29.25, .checkpointSave: 8.75, .restart: 12])
    #expect(run.unexpectedInterruptions == 1 && run.jobFailures == 1 && run.stalls == 1)
  }

  @Test("A slow node does not slow down a job that misses its replica")
  func slowAndMissed() throws {
    // Slow from 20, its node crashes for a moment at 50 with 35 done; back at 92, slow again.
    let faults = [
      Elastic.fault(at: [20], symptom: .slow), Elastic.fault(at: [50], isTransient: true),
    ]
    let scenario = Elastic.scenario(faults, horizon: 102, slow: 1e9)
    let same = try Elastic.run(scenario, where: ==).outcome
    Exact.expect(
      same, [.productive: 35 + 22.5 + 5, .degraded: 15 + 7.5 + 5, .restart: 12])
    // Another one: both factors together.
    let other = try Elastic.run(scenario, where: !=).outcome
    Exact.expect(
      other,
      [.productive: 35 + 11.25 + 5, .degraded: 15 + 18.75 + 5, .restart: 12])
  }

  @Test("A fault that no diagnosis finds strikes again when the replica trains")
  func missedDiagnosis() {
    // No node leaves: back at 92, struck again after 40 of training, at 132.
    let run = Exact.run(
      Elastic.scenario(
        [Elastic.fault(at: [50])], horizon: 150,
        misdiagnosis: Misdiagnosis(missed: 1, wrong: 0, recurs: .constant(40))))
    Exact.expect(
      run, [.productive: 107, .degraded: 9, .checkpointSave: 10, .restart: 24])
    #expect(run.failures == 2 && run.unexpectedInterruptions == 2 && run.fewestSpares == 1)
  }

  @Test("With a wrong diagnosis two replicas are missed")
  func wrongDiagnosis() {
    // The guilty one is back at 92, the one that was blamed is replaced at 99: 70.25 done. In the
    // save from 128.75 on it strikes again.
    let run = Exact.run(
      Elastic.scenario(
        [Elastic.fault(at: [50])], horizon: 132, spares: 2,
        misdiagnosis: Misdiagnosis(missed: 0, wrong: 1, recurs: .constant(40))))
    Exact.expect(
      run, [.productive: 100, .degraded: 16.75, .checkpointSave: 3.25, .restart: 12])
    #expect(run.failures == 2 && run.stalls == 2)
    #expect(run.replicaSecondsMissed == 2 * 42 + 7)
  }

  @Test("A node of a missed replica corrupts nothing until it trains")
  func corruptAndMissed() throws {
    // Crashes for a moment at 50, back at 92; corrupt at 80, found 40 after it matters.
    let faults = [
      Elastic.fault(at: [50], isTransient: true), Elastic.fault(at: [80], symptom: .corrupt),
    ]
    let scenario = Elastic.scenario(faults, horizon: 140)
    for (found, run) in [
      (132.0, try Elastic.run(scenario, where: ==)), (120, try Elastic.run(scenario, where: !=)),
    ] {
      let interruptions = run.entries.filter { $0.event == .interruption }
      #expect(interruptions.map(\.time) == [50, found])
      #expect(run.outcome.jobFailures == 2)
    }
  }

  @Test("What breaks only in training cannot strike a replica that is missed")
  func atRiskInTraining() {
    // One of two is missed from 50 to 99: at 80 the other is struck, so that the job restarts.
    var training = Elastic.fault(at: [80], name: "training")
    training.atRisk = .training
    let scenario = Elastic.scenario(
      [Elastic.fault(at: [50]), training], horizon: 100, spares: 4, replicas: 2, minimum: 1)
    for run in simulate(scenario, replications: 40) {
      #expect(run.outcome.unexpectedInterruptions == 2 && run.outcome.ledger[.lostWork] == 59)
    }
  }

  @Test("The rate of what breaks only in training is that of the replicas that take part")
  func rateInTraining() {
    // Four nodes until 50, three from 62 on; nobody is ever found or repaired.
    let rate = 1e-4
    let slow = FaultClass(
      name: "slow", per: .node, process: .lifetime(.exponential(mean: 1 / rate)), symptom: .slow,
      speed: 0.999, atRisk: .training)
    var scenario = Elastic.scenario(
      [Elastic.fault(at: [50]), slow], horizon: 10_000, spares: 0, slow: 1e9)
    scenario.repairRoutes[0].stages[0].time = .constant(1e9)
    let counts = simulate(scenario, replications: 4000).map { Double($0.failures[1]) }
    #expect(abs(deviation(of: counts, from: rate * (4 * 50 + 3 * (10_000 - 62)))) < 4)
  }

  @Test("Copies that are made after the loss of a node outlive a later fault of the job")
  func copiesAfterLoss() {
    // Goes on at 62 with three of four: memory from 128⅔ to 130⅔, at 250 another 89.5 are done.
    var scenario = Elastic.scenario(
      [Elastic.fault(at: [50]), Elastic.fault(.job, at: [250])], horizon: 250, spares: 0)
    scenario.checkpoint = CheckpointPolicy(
      interval: 100, save: 2, furtherLevels: [CheckpointLevel(every: 10, save: 10)])
    scenario.storage = [
      CheckpointStorage(name: "memory", survives: .job), CheckpointStorage(name: "storage"),
    ]
    let degraded = 50 / 3 + 89.5 / 3
    Exact.expect(
      Exact.run(scenario),
      [
        .productive: 100, .lostWork: 89.5, .degraded: degraded, .checkpointSave: 2, .restart: 12,
      ])
    // Those from before it do not.
    scenario.faults[0].process = .instants([220])
    #expect(Exact.run(scenario).ledger[.productive] == 0)
  }
}
