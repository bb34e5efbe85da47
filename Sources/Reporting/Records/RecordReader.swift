import Experiments
import ScenarioFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a file of records line by line, so that memory does not grow with the file.
///
/// Between two reads the file is closed: there may be more shards than a process may have files open.
struct RecordReader {
  private static let chunk = 32 << 10

  let path: String
  private var buffer: [UInt8] = []
  private var offset: off_t = 0
  private var isAtEnd = false
  /// Bytes of the lines that were whole.
  private(set) var wholeBytes: off_t = 0
  private var hasLines = false
  /// Number of the last line that was read, from 1.
  private(set) var line = 0

  /// Reads from the start of a file.
  init(_ path: String) { self.path = path }

  /// What follows the header.
  enum Item {
    case batch(ReplicationBatch)
    /// A line that is not whole, or holds no batch.
    case damage
    /// Nothing more, or a line that a process left half-written.
    case end
  }

  /// Whether the file has no more than the beginning of a line.
  var isCutOff: Bool { isAtEnd && line == 1 && wholeBytes == 0 && !hasLines }

  /// The header; nil when the first line is none.
  mutating func header() throws(InputError) -> RecordHeader? {
    guard let bytes = try nextLine(), let node = RecordLine.object(bytes),
      let header = RecordHeader(node)
    else { return nil }
    accept(bytes)
    return header
  }

  /// The next batch of the experiment that a key names.
  mutating func next(key: String) throws(InputError) -> Item {
    guard let bytes = try nextLine() else { return isAtEnd ? .end : .damage }
    guard let batch = RecordLine.batch(bytes, key: key) else { return .damage }
    accept(bytes)
    return .batch(batch)
  }

  private mutating func accept(_ line: ArraySlice<UInt8>) { wholeBytes += off_t(line.count) + 1 }

  /// The next line without its line feed; nil when there is no whole one.
  private mutating func nextLine() throws(InputError) -> ArraySlice<UInt8>? {
    line += 1
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        hasLines = true
        defer { buffer.removeSubrange(...end) }
        return buffer[..<end]
      }
      searched = buffer.count
      guard !isAtEnd, buffer.count <= RecordLine.maximumBytes else { return nil }
      try fill()
    }
  }

  private mutating func fill() throws(InputError) {
    let descriptor = try InputFile.open(regular: path)
    defer { _ = close(descriptor) }
    var (count, code): (Int, Int32) = (0, 0)
    repeat {
      let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunk) { space, initialised in
        count = pread(descriptor, space.baseAddress, space.count, offset)
        code = errno
        initialised = max(0, count)
      }
      buffer += chunk
    } while count < 0 && code == EINTR
    guard count >= 0 else { throw InputError(path: path, code: code) }
    isAtEnd = count == 0
    offset += off_t(count)
  }
}
