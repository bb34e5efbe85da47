#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An output that could not be made, with the path and the system's reason.
public struct OutputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was being done.
  public enum Stage: Sendable, Equatable {
    /// Making a folder or a file.
    case create
    /// Filling it, making it durable or putting it in its place.
    case write
    /// Having it to oneself.
    case lock
  }

  /// The file or folder, or a name such as "standard output".
  public let path: String
  /// What was being done.
  public let stage: Stage
  /// The system's error number; 0 when the path itself is refused.
  public let code: Int32
  /// Why, in words.
  public let reason: String

  /// An error of the system, by its number.
  public init(path: String, stage: Stage, code: Int32) {
    self.path = path
    self.stage = stage
    self.code = code
    reason = String(cString: strerror(code))
  }

  /// A path that is refused before the system is asked.
  public init(path: String, refusal: String) {
    self.path = path
    stage = .create
    code = 0
    reason = refusal
  }

  /// A link, a pipe, a device or a folder where only a regular file may be replaced.
  static func notRegular(_ path: String) -> OutputError {
    OutputError(path: path, refusal: "something that is not a regular file stands in its place")
  }

  /// One line: `Results/llama3/summary.csv: can't write: No space left on device`.
  public var description: String {
    let path = TerminalText.plain(path)
    return switch stage {
    case .create: "\(path): can't create: \(reason)"
    case .write: "\(path): can't write: \(reason)"
    case .lock: "\(path): another run is writing there"
    }
  }

  /// Whether the reader of a pipe has left, which is no fault of anyone's.
  public var isReaderGone: Bool { code == EPIPE }

  /// The code of sysexits: 77 without permission, 73 when an output can't be created, 74 when
  /// writing failed, 75 when another run holds the folder, 141 (as after SIGPIPE) when the reader of a pipe has left.
  public var exitCode: Int32 {
    switch (code, stage) {
    case (EPIPE, _): 141
    case (EACCES, _), (EPERM, _): 77
    case (_, .create): 73
    case (_, .write): 74
    case (_, .lock): 75
    }
  }
}
