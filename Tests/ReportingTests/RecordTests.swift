import ClusterModel
import Experiments
import ScenarioFormat
import Synchronization
import Testing

@testable import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Records")
struct RecordTests {
  private static func batch(point: Int = 0, first: Int = 0, value: Double = 0.1) -> ReplicationBatch
  {
    var outcome = Outcome()
    outcome.wallSeconds = value
    outcome.firstFailure = first == 0 ? nil : 1 / 3
    outcome.failures = 7
    return ReplicationBatch(
      point: point, first: first, outcomes: Array(repeating: outcome, count: 32),
      failures: Array(0..<64), jobFailures: Array(64..<128))
  }

  @Test(
    "Numbers come back to the bit",
    arguments: [
      0, -0.0, 1, -1, 0.1, 1 / 3, 1e15, 1e16, 123_456_789_012_345_680, 5e-324,
      .leastNormalMagnitude, .greatestFiniteMagnitude, .pi, 0x1.fffffffffffffp52,
    ])
  func comeBack(value: Double) throws {
    let line = RecordLine.sealed(RecordLine.members(Self.batch(value: value)), key: "k")
    #expect(line.last == UInt8(ascii: "\n"))
    let batch = try #require(RecordLine.batch(line.dropLast(), key: "k"))
    #expect(batch.outcomes[0].wallSeconds.bitPattern == value.bitPattern)
    #expect(batch == Self.batch(value: value))
  }

  @Test("A line with any byte changed, missing or added is not whole, nor is one of another key")
  func areSealed() {
    let line = Array(RecordLine.sealed(#""point":0"#, key: "k").dropLast())
    #expect(RecordLine.body(line[...], key: "k") != nil)
    #expect(RecordLine.body(line[...], key: "other") == nil)
    for index in line.indices {
      for bit in [1, 4, 128] as [UInt8] {
        var changed = line
        changed[index] ^= bit
        #expect(RecordLine.body(changed[...], key: "k") == nil)
      }
      var shorter = line
      shorter.remove(at: index)
      #expect(RecordLine.body(shorter[...], key: "k") == nil)
      #expect(RecordLine.body(line.prefix(index), key: "k") == nil)
    }
    #expect(RecordLine.body((line + [32])[...], key: "k") == nil)
  }

  @Test("A sealed line of something else holds no batch")
  func areChecked() throws {
    for members in [
      #""point":0"#, #""point":0.5,"first":0,"outcomes":[],"failures":[],"job_failures":[]"#,
      #""point":0,"first":0,"outcomes":[[1]],"failures":[],"job_failures":[]"#,
      #""point":0,"first":0,"outcomes":{},"failures":[],"job_failures":[]"#,
      #""point":0,"first":0,"outcomes":[],"failures":["1"],"job_failures":[]"#,
      #""point":99999999999999999999,"first":0,"outcomes":[],"failures":[],"job_failures":[]"#,
    ] {
      let line = RecordLine.sealed(members)
      #expect(RecordLine.object(line.dropLast()) != nil)
      #expect(RecordLine.batch(line.dropLast(), key: "") == nil, "\(members)")
    }
  }

  // MARK: Files

  private static func plan(seed: UInt64 = 1) throws -> ExperimentPlan {
    let text = """
      { "format": "clustersim/1", "name": "small", "horizon": "1d", "cluster": { "nodes": 2 } }
      """
    let document = try ScenarioReader.read(ScenarioSource(name: "small", bytes: Array(text.utf8)))
    return ExperimentPlan(document, run: RunSettings(replications: 64, seed: seed, threads: 1))
  }

  /// Opens the records of a plan; returns what was there.
  private func open(
    _ plan: ExperimentPlan, in folder: TemporaryFolder, appending batches: [ReplicationBatch] = []
  ) throws -> [ReplicationBatch] {
    let found = Mutex<[ReplicationBatch]>([])
    let file = try RecordFile(
      RecordHeader(plan, shard: .whole, commandLine: ["clustersim"]),
      in: OutputFolder(creating: folder.path), name: "records.jsonl",
      resumed: { batch throws(Execution.BadBatch) in found.withLock { $0.append(batch) } })
    for batch in batches { try file.append(batch) }
    return found.withLock(\.self)
  }

  private func write(_ bytes: ArraySlice<UInt8>, to folder: TemporaryFolder) throws {
    let path = try folder.file("records.jsonl", "")
    let file = try #require(fopen(path, "w"))
    #expect(fwrite(Array(bytes), 1, bytes.count, file) == bytes.count)
    fclose(file)
  }

  @Test("What was appended is there when the file is opened again")
  func areResumed() throws {
    let (folder, plan) = (try TemporaryFolder(), try Self.plan())
    let batches = (0..<3).map { Self.batch(first: 32 * $0, value: 1 / Double($0 + 3)) }
    #expect(try open(plan, in: folder, appending: Array(batches.prefix(2))).isEmpty)
    #expect(try open(plan, in: folder, appending: [batches[2]]) == Array(batches.prefix(2)))
    #expect(try open(plan, in: folder) == batches)
  }

  @Test("Cut off or damaged anywhere, a file keeps the whole lines before that")
  func surviveDamage() throws {
    let (folder, plan) = (try TemporaryFolder(), try Self.plan())
    let batches = (0..<3).map { Self.batch(first: 32 * $0) }
    _ = try open(plan, in: folder, appending: batches)
    let whole = try InputFile.read("\(folder.path)/records.jsonl")
    let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }
    for length in stride(from: 0, to: whole.count, by: 997) + ends + ends.map({ $0 + 1 }) {
      try write(whole.prefix(length), to: folder)
      let kept = max(0, ends.filter { $0 < length }.count - 1)
      #expect(try open(plan, in: folder) == Array(batches.prefix(kept)), "\(length)")
      // What follows is appended where the whole lines end.
      #expect(try open(plan, in: folder, appending: [batches[2]]).count == kept)
      #expect(try open(plan, in: folder).count == kept + 1)
    }
    for place in stride(from: 3, to: whole.count, by: 1501) {
      var damaged = whole
      damaged[place] ^= 1
      try write(damaged[...], to: folder)
      if place < ends[0] {
        // Not even whose it is can be told: nothing is thrown away.
        #expect(throws: RecordError.self) { try open(plan, in: folder) }
        #expect(try InputFile.read("\(folder.path)/records.jsonl") == damaged)
        continue
      }
      let kept = max(0, ends.filter { $0 < place }.count - 1)
      #expect(try open(plan, in: folder) == Array(batches.prefix(kept)), "\(place)")
    }
  }

  @Test("Records of another experiment are not gone on with")
  func refuseStrangers() throws {
    let folder = try TemporaryFolder()
    _ = try open(Self.plan(), in: folder, appending: [Self.batch()])
    let error = #expect(throws: RecordError.self) {
      try open(Self.plan(seed: 2), in: folder)
    }
    #expect(
      error?.description
        == "\(folder.path)/records.jsonl: what was begun there has another seed (1, not 2); "
        + "without --resume it is begun anew")
  }

  @Test("Nobody else can open records that are open")
  func areLocked() throws {
    let (folder, plan) = (try TemporaryFolder(), try Self.plan())
    let file = try RecordFile(
      RecordHeader(plan, shard: .whole, commandLine: []),
      in: OutputFolder(creating: folder.path), name: "records.jsonl", resumed: nil)
    let error = #expect(throws: OutputError.self) { try open(plan, in: folder) }
    #expect(error?.exitCode == 75)
    try file.synchronise()
  }
}
