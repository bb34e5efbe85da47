import ClusterModel
import Statistics
import Synchronization
import Testing

@testable import Experiments

@Suite("The execution of experiments")
struct ExecutionTests {
  private static let points = [600, 3600, 7200].map { SmallCluster.scenario(interval: $0) }

  private func experiment(
    replications: Int = 150, threads: Int = 2, precision: Double? = nil, shard: Shard = .whole
  ) -> Experiment {
    Experiment(
      points: Self.points,
      settings: RunSettings(
        replications: replications, seed: 5, threads: threads,
        precision: precision.map {
          Precision(metric: "ettr", rule: SequentialRule(relativePrecision: $0))
        }), shard: shard)
  }

  @Test("gives every point its replications, the same on any number of threads")
  func isTheSameOnAnyThreads() throws {
    let one = SmallCluster.carryOut(experiment(threads: 1)).results
    #expect(one.keys.sorted() == [0, 1, 2])
    #expect(one.values.allSatisfy { $0.replications == Array(0..<150) })
    for threads in [2, 16] {
      let many = SmallCluster.carryOut(experiment(threads: threads)).results
      for point in 0..<3 { #expect(many[point]?.values == one[point]?.values) }
    }
  }

  @Test("A point of a sweep is what a run of its scenario is")
  func isARunAPoint() {
    let sweep = SmallCluster.carryOut(experiment()).results
    for (point, scenario) in Self.points.enumerated() {
      let run = Run.simulate(scenario, settings: experiment().settings)
      #expect(sweep[point]?.values == run.values)
      #expect(sweep[point]?.faults.map(\.jobFailures) == run.faults.map(\.jobFailures))
    }
  }

  @Test("Shards have every batch once, whatever their number", arguments: [1, 2, 3, 7, 15, 40])
  func divideIntoShards(count: Int) throws {
    let whole = SmallCluster.carryOut(experiment())
    var batches: [ReplicationBatch] = []
    var replications = 0
    for index in 1...count {
      let shard = try #require(Shard(index: index, count: count))
      let part = experiment(shard: shard)
      replications += part.replications
      batches += SmallCluster.carryOut(part).batches
    }
    #expect(replications == 450)
    func key(_ batch: ReplicationBatch) -> (Int, Int) { (batch.point, batch.first) }
    #expect(
      batches.sorted { key($0) < key($1) } == whole.batches.sorted { key($0) < key($1) })
  }

  @Test("Batches from records, in any order, take the place of simulating them")
  func acceptRecords() throws {
    let (batches, results) = SmallCluster.carryOut(experiment())
    var luck = RandomStream(seed: 3, replication: 0, stream: StreamIdentifier("order"))
    for kept in [0, 1, 7, 14, 15] {
      let known = batches.map { ($0, luck.uniform()) }.sorted { $0.1 < $1.1 }.prefix(kept).map(\.0)
      let found = Mutex<[Int: RunResult]>([:])
      let simulated = Atomic(0)
      let execution = Execution(experiment()) { point, result in
        found.withLock { $0[point] = result }
      }
      for batch in known { try execution.accept(batch) }
      #expect(execution.replicationsDone == known.reduce(0) { $0 + $1.outcomes.count })
      execution.simulate { _ throws(Never) in simulated.add(1, ordering: .relaxed) }
      #expect(simulated.load(ordering: .relaxed) == 15 - kept)
      #expect(execution.missing(atMost: 1).isEmpty)
      for point in 0..<3 {
        #expect(found.withLock { $0[point] }?.values == results[point]?.values)
      }
    }
  }

  @Test("A batch that is there already, or that the experiment has none like, is refused")
  func refuseStrangers() throws {
    let batch = try #require(SmallCluster.carryOut(experiment()).batches.first)
    let execution = Execution(experiment()) { _, _ in }
    try execution.accept(batch)
    #expect(throws: Execution.BadBatch.duplicate) { try execution.accept(batch) }
    // Even when its point has become whole in the meantime.
    let others = SmallCluster.carryOut(experiment()).batches.filter {
      $0.point == batch.point && $0.first != batch.first
    }
    for other in others { try execution.accept(other) }
    #expect(throws: Execution.BadBatch.duplicate) { try execution.accept(batch) }
    func changed(
      point: Int = 0, first: Int = 32, outcomes: Int = 32, failures: Int = 64
    ) -> ReplicationBatch {
      ReplicationBatch(
        point: point, first: first, outcomes: Array(repeating: Outcome(), count: outcomes),
        failures: Array(repeating: 0, count: failures),
        jobFailures: Array(repeating: 0, count: 64))
    }
    try execution.accept(changed(point: batch.point == 0 ? 1 : 0))
    for stranger in [
      changed(point: 3), changed(point: -1), changed(first: 33), changed(first: -32),
      changed(first: 160), changed(outcomes: 31), changed(failures: 63), changed(first: 128),
      changed(point: .max), changed(first: .max),
    ] {
      #expect(throws: Execution.BadBatch.stranger) { try execution.accept(stranger) }
    }
  }

  @Test("An error of the recorder ends the execution, and is thrown on")
  func throwOn() {
    struct Full: Error {}
    let done = Atomic(0)
    let execution = Execution(experiment(replications: 10_000)) { _, _ in }
    #expect(throws: Full.self) {
      try execution.simulate { _ throws(Full) in
        if done.add(1, ordering: .relaxed).newValue > 5 { throw Full() }
      }
    }
    #expect(done.load(ordering: .relaxed) <= 8)
  }

  @Test("What is there of points that are not whole can be taken as it is")
  func endPartially() throws {
    let shard = try #require(Shard(index: 2, count: 4))
    let found = Mutex<[Int: RunResult]>([:])
    let execution = Execution(experiment()) { point, result in
      found.withLock { $0[point] = result }
    }
    for batch in SmallCluster.carryOut(experiment(shard: shard)).batches {
      try execution.accept(batch)
    }
    #expect(execution.missing(atMost: 99) == (0..<15).filter { $0 % 4 != 1 })
    execution.endPartially()
    // Batches 1, 5 | 9 | 13 of the three points with 5 each: 32…63, then 0…31, then 96…127.
    let results = found.withLock(\.self)
    #expect(results[0]?.replications == Array(32..<64))
    #expect(results[1]?.replications == Array(0..<32) + Array(128..<150))
    #expect(results[2]?.replications == Array(96..<128))
  }

  // MARK: Precision

  @Test("A precision ends each point where a single thread that looks every 64 would end it")
  func endAtPrecision() throws {
    let whole = SmallCluster.carryOut(experiment(replications: 4096)).results
    let rule = SequentialRule(relativePrecision: 0.0008)
    var longest = 0
    for threads in [1, 2, 16] {
      let found = SmallCluster.carryOut(
        experiment(replications: 4096, threads: threads, precision: 0.0008)
      ).results
      for point in 0..<3 {
        let all = try #require(whole[point]?.metrics.first { $0.metric.identifier == "ettr" })
        let values = all.values.compactMap(\.self)
        var count = 0
        var moments = RunningMoments()
        for value in values {
          moments.add(value)
          count += 1
          if count % 64 == 0, rule.isMet(by: moments) { break }
        }
        #expect(count < 4096, "the example is to end before")
        longest = max(longest, count)
        let result = try #require(found[point])
        #expect(result.replications.count == count)
        #expect(result.metrics[0].values.compactMap(\.self) == Array(values.prefix(count)))
      }
    }
    #expect(longest > 64, "not all of them at the first look")
  }

  @Test("A precision that can't be reached ends at the limit; one of a constant at the first look")
  func endAtLimit() {
    let hard = SmallCluster.carryOut(experiment(replications: 200, precision: 1e-6)).results
    #expect(hard.values.map(\.replications.count) == [200, 200, 200])
    let settings = RunSettings(
      replications: 500, threads: 2,
      precision: Precision(
        metric: "wall_hours", rule: SequentialRule(relativePrecision: 0.01)))
    let easy = SmallCluster.carryOut(Experiment(points: Self.points, settings: settings)).results
    #expect(easy.values.map(\.replications.count) == [64, 64, 64])
  }
}
