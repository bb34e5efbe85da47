import Experiments

/// An experiment that is carried out in a folder, in which what is done is recorded until the
/// results are there.
public struct RecordedExperiment: Sendable {
  /// Name of the records of an experiment that is made in one piece.
  static let recordName = "unfinished.jsonl"

  /// What is carried out.
  public let plan: ExperimentPlan
  /// Which part of it.
  public let shard: Shard
  /// Where its files go; nil for none.
  public let folder: OutputFolder?
  private let commandLine: [String]
  private let isSharded: Bool

  private var name: String { isSharded ? Self.recordName(of: shard) : Self.recordName }

  /// Prepares to carry out a plan.
  ///
  /// - Parameters:
  ///   - shard: the part to carry out; nil for the whole.
  ///   - commandLine: the command that gives the whole result.
  public init(
    _ plan: ExperimentPlan, shard: Shard?, folder: OutputFolder?,
    commandLine: [String]
  ) {
    self.plan = plan
    self.shard = shard ?? .whole
    self.folder = folder
    self.commandLine = commandLine
    isSharded = shard != nil
  }

  /// Name of the file of a shard.
  public static func recordName(of shard: Shard) -> String {
    "shard-\(shard.index)-of-\(shard.count).jsonl"
  }

  /// Whether a file of this name is one of records.
  static func isRecordName(_ name: String) -> Bool { name == recordName || isShardName(name) }

  /// The shards in a folder, by their paths.
  public static func shards(in folder: String) throws(InputError) -> [String] {
    try FolderListing.readableNames(in: folder).filter(isShardName).map { "\(folder)/\($0)" }
  }

  private static func isShardName(_ name: String) -> Bool {
    guard name.hasPrefix("shard-"), name.hasSuffix(".jsonl") else { return false }
    let text = name.dropFirst(6).dropLast(6).replacing("-of-", with: "/")
    return Shard(String(text)) != nil
  }

  /// Takes the folder for this experiment alone, or for it and its other shards.
  ///
  /// - Parameter overwrites: takes it even from another scenario's results.
  public func takeFolder(overwrites: Bool) throws(OutputError) {
    guard let folder else { return }
    try folder.lock(isShared: isSharded)
    if !overwrites, let owner = FolderOwner.inTheWay(of: plan, in: folder) {
      throw OutputError(
        path: folder.path,
        refusal: "it holds \(TerminalText.plain(owner)); --force overwrites that")
    }
  }

  /// Whether batches of this very experiment are recorded here, and nobody else is at them.
  public var hasRecords: Bool {
    guard let folder else { return false }
    let header = RecordHeader(plan, shard: shard, commandLine: commandLine)
    let path = "\(folder.path)/\(name)"
    var reader = RecordReader(path)
    guard (try? FileLock.check(path)) != nil, let found = (try? reader.header()) ?? nil,
      found.identity == header.identity,
      case .batch? = try? reader.next(key: header.key)
    else { return false }
    return true
  }

  /// Carries out what has not been done.
  ///
  /// - Parameters:
  ///   - resumes: goes on with what an earlier process recorded; else that is lost.
  ///   - overwrites: begins a shard anew even over that of another experiment.
  ///   - results: is told of the points.
  ///   - begins: told how many replications there were, before the others are simulated.
  ///   - batchIsDone: told of each batch that is done, from any thread.
  /// - Returns: the records; of a shard they are the result, else they are to be removed when the
  ///   results are written.
  public func carryOut(
    resumes: Bool, overwrites: Bool, into results: ExperimentResults, begins: (Int) -> Void,
    batchIsDone: @escaping @Sendable (ReplicationBatch) -> Void
  ) throws -> RecordFile? {
    let execution = Execution(plan.experiment(shard)) { results.add($0, $1) }
    let header = RecordHeader(plan, shard: shard, commandLine: commandLine)
    let records = try folder.map { folder in
      if isSharded, !resumes, !overwrites {
        try RecordFile.checkIsReplaceable("\(folder.path)/\(name)", by: header)
      }
      return try RecordFile(
        header, in: folder, name: name,
        resumed: resumes
          ? { batch throws(Execution.BadBatch) in try execution.accept(batch) } : nil)
    }
    begins(execution.replicationsDone)
    try execution.simulate { batch throws(OutputError) in
      try records?.append(batch)
      batchIsDone(batch)
    }
    try records?.synchronise()
    return records
  }
}
