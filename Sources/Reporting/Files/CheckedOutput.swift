#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file descriptor to which every byte is written or an error is thrown.
///
/// `print` loses data without a word when standard output is full or closed. A program that wants
/// to hear of readers that left must ignore SIGPIPE; the error then says so
/// (`OutputError.isReaderGone`).
public struct CheckedOutput: Sendable {
  /// The descriptor, which stays open.
  public let descriptor: Int32
  /// What it is, for messages.
  public let name: String

  /// Names a descriptor that is open for writing.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Standard output.
  public static let standardOutput = CheckedOutput(
    descriptor: STDOUT_FILENO, name: "standard output")

  /// Writes a text in UTF-8, all of it.
  public func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  /// Writes bytes, all of them: goes on after interrupts and after part of them was taken, and
  /// waits where the descriptor would not.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilWritable()
      case let code: throw OutputError(path: name, stage: .write, code: code)
      }
    }
  }

  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}

/// `write(2)`, whose name the method above hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
