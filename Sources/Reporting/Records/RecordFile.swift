import Experiments
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The batches of an experiment as they are done, appended to a file, so that nothing is lost when
/// the process ends, however it does.
///
/// A line that was cut off is dropped when the file is resumed. What has been appended outlives the
/// process. The machine's end may cost what was appended within half a second of the last time that
/// the file was synchronised, until the next batch is.
public final class RecordFile: Sendable {
  /// Path of the file.
  public let path: String
  private let key: String
  private let output: CheckedOutput
  private let lastSynchronised: Mutex<ContinuousClock.Instant>
  private static let longestUnsynchronised = Duration.milliseconds(500)

  /// Opens the records of an experiment in a folder, which no other process then can.
  ///
  /// - Parameters:
  ///   - resumed: told of each batch that an earlier process recorded; nil begins anew.
  public init(
    _ header: RecordHeader, in folder: OutputFolder, name: String,
    resumed: ((ReplicationBatch) throws(Execution.BadBatch) -> Void)?
  ) throws {
    path = "\(folder.path)/\(name)"
    key = header.key
    output = CheckedOutput(descriptor: try Self.open(path), name: path)
    lastSynchronised = Mutex(.now)
    do {
      var whole: off_t = 0
      if let resumed {
        whole = try Self.read(path, header, into: resumed)
      }
      try truncate(to: whole)
      if whole == 0 { try output.write(RecordLine.sealed(header.members)) }
      try synchronise()
      try folder.synchronise()
    } catch {
      Self.close(output.descriptor)
      throw error
    }
  }

  deinit { Self.close(output.descriptor) }

  private static func close(_ descriptor: Int32) {
    FileLock.release(descriptor)
    closeDescriptor(descriptor)
  }

  /// Appends a batch; from any thread.
  public func append(_ batch: ReplicationBatch) throws(OutputError) {
    let line = RecordLine.sealed(RecordLine.members(batch), key: key)
    let isDue = try lastSynchronised.withLock { last throws(OutputError) in
      try output.write(line)
      guard .now - last > Self.longestUnsynchronised else { return false }
      last = .now
      return true
    }
    if isDue { try synchronise() }
  }

  /// Makes all that was appended durable.
  public func synchronise() throws(OutputError) {
    guard fsync(output.descriptor) == 0 else {
      throw OutputError(path: path, stage: .write, code: errno)
    }
  }

  /// Removes the file, when the results that it was kept for are there.
  public func remove(from folder: OutputFolder) throws(OutputError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw OutputError(path: path, stage: .write, code: errno)
    }
    try folder.synchronise()
  }

  // MARK: Opening

  private static func open(_ path: String) throws(OutputError) -> Int32 {
    let descriptor = openForAppending(path)
    guard descriptor >= 0 else {
      throw errno == ELOOP
        ? .notRegular(path) : OutputError(path: path, stage: .create, code: errno)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      closeDescriptor(descriptor)
      throw .notRegular(path)
    }
    do throws(OutputError) {
      try FileLock.take(descriptor, path: path, isShared: false)
    } catch {
      closeDescriptor(descriptor)
      throw error
    }
    return descriptor
  }

  private func truncate(to length: off_t) throws(OutputError) {
    guard ftruncate(output.descriptor, length) == 0 else {
      throw OutputError(path: path, stage: .write, code: errno)
    }
  }

  /// Refuses to begin anew where a shard of another experiment is.
  static func checkIsReplaceable(_ path: String, by header: RecordHeader) throws {
    guard FolderListing.exists(path) else { return }
    var reader = RecordReader(path)
    if let found = try reader.header(), let difference = found.difference(from: header.identity) {
      throw OutputError(path: path, refusal: "it has \(difference); --force overwrites it")
    }
  }

  /// Reads what is whole, up to what is damaged; returns its length.
  private static func read(
    _ path: String, _ header: RecordHeader,
    into resumed: (ReplicationBatch) throws(Execution.BadBatch) -> Void
  ) throws -> off_t {
    var reader = RecordReader(path)
    guard let found = try reader.header() else {
      // Nothing yet, or a header that was cut off; anything else is not ours.
      guard reader.isCutOff else { throw RecordError.foreign(path: path) }
      return 0
    }
    if let difference = found.difference(from: header.identity) {
      throw RecordError.stranger(
        path: path,
        difference: "what was begun there has \(difference); without --resume it is begun anew")
    }
    guard found.shard == header.shard else {
      throw RecordError.stranger(path: path, difference: "holds shard \(found.shard)")
    }
    var whole = reader.wholeBytes
    while case .batch(let batch) = try reader.next(key: header.key) {
      do {
        try resumed(batch)
      } catch {
        break
      }
      whole = reader.wholeBytes
    }
    return whole
  }
}

/// `open(2)`, whose name the methods above hide. No links are followed: what they lead to is not
/// ours.
private func openForAppending(_ path: String) -> Int32 {
  open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o666)
}

/// `close(2)`, likewise.
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
