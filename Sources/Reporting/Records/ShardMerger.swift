import Experiments

/// Joins the shards of an experiment.
///
/// The shards are read side by side, always on from the one that is behind, so that points become
/// whole one after the other and need not be kept.
public struct ShardMerger {
  private var readers: [RecordReader] = []
  private var headers: [RecordHeader] = []
  /// What is joined.
  public let plan: ExperimentPlan
  /// The command that gives the whole result.
  public let commandLine: [String]

  /// Opens shards.
  ///
  /// - Parameters:
  ///   - paths: files of shards, at least one.
  ///   - threads: to be told of in the plan; changes nothing.
  /// - Throws: `InputError`, `OutputError` when a shard is being written, `RecordError`.
  public init(_ paths: [String], threads: Int) throws {
    precondition(!paths.isEmpty, "no shards")
    for path in paths {
      try FileLock.check(path)
      var reader = RecordReader(path)
      guard let header = try reader.header() else { throw RecordError.foreign(path: path) }
      if let first = headers.first, let difference = header.difference(from: first.identity) {
        throw RecordError.stranger(
          path: path, difference: "is of another experiment than \(paths[0]): \(difference)")
      }
      readers.append(reader)
      headers.append(header)
    }
    if let difference = headers[0].differenceOfVersions {
      throw RecordError.stranger(path: paths[0], difference: "was made with \(difference)")
    }
    do {
      plan = try ExperimentPlan(headers[0], threads: threads)
    } catch {
      throw RecordError.foreign(path: paths[0])
    }
    let first = headers.min { $0.shard.index < $1.shard.index }
    commandLine = first?.commandLine ?? []
  }

  /// Reads all batches.
  ///
  /// - Returns: what is missing, in words; nil if nothing is.
  /// - Throws: `RecordError` for damage, duplicates, and holes unless they are allowed.
  public mutating func merge(
    into results: ExperimentResults, allowsHoles: Bool
  ) throws -> String? {
    let execution = Execution(plan.experiment()) { results.add($0, $1) }
    let key = headers[0].key
    var heads: [ReplicationBatch?] = []
    for index in readers.indices { heads.append(try next(index, key)) }
    while let index = heads.indices.filter({ heads[$0] != nil }).min(by: {
      Self.isBefore(heads[$0], heads[$1])
    }), let batch = heads[index] {
      try accept(batch, index, execution)
      heads[index] = try next(index, key)
    }
    let holes = Holes(
      missing: execution.missing(atMost: Holes.mostLooked), shards: headers.map(\.shard),
      in: plan.experiment())
    guard let missing = holes.description else { return nil }
    guard allowsHoles else { throw RecordError.holes(missing) }
    execution.endPartially()
    return missing
  }

  private static func isBefore(_ left: ReplicationBatch?, _ right: ReplicationBatch?) -> Bool {
    guard let left, let right else { return left != nil }
    return (left.point, left.first) < (right.point, right.first)
  }

  private mutating func next(_ index: Int, _ key: String) throws -> ReplicationBatch? {
    switch try readers[index].next(key: key) {
    case .batch(let batch): batch
    case .end: nil
    case .damage: throw RecordError.damaged(path: readers[index].path, line: readers[index].line)
    }
  }

  private func accept(
    _ batch: ReplicationBatch, _ index: Int, _ execution: Execution
  ) throws(RecordError) {
    let reader = readers[index]
    do throws(Execution.BadBatch) {
      try execution.accept(batch)
    } catch {
      throw error == .duplicate
        ? .duplicate(
          path: reader.path, line: reader.line, counts: Set(headers.map(\.shard.count)).sorted())
        : .damaged(path: reader.path, line: reader.line)
    }
  }

  /// The files of shards, given by their paths or by the folders that hold them.
  public static func files(at paths: [String]) throws -> [String] {
    try paths.flatMap { path throws(InputError) in
      guard FolderListing.isFolder(path) else { return [path] }
      let shards = try RecordedExperiment.shards(in: path)
      guard !shards.isEmpty else { throw InputError(path: path, problem: .noShards) }
      return shards
    }
  }
}
