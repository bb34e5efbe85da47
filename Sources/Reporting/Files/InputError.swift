import ScenarioFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An input that could not be read, and why.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is the matter.
  public enum Problem: Sendable, Equatable {
    /// The system's error, by its number.
    case system(Int32)
    /// Neither a regular file nor a pipe.
    case notRegular
    /// Longer than so many bytes.
    case tooLong(limit: Int)
    /// Nothing of this name; the names that ship.
    case unknownName(known: [String])
    /// No folder with a `result.json`.
    case noResult
    /// A folder without a file of a shard.
    case noShards
    /// Several files whose names differ only in letter case.
    case ambiguous([String])
  }

  /// The path or name as it was given, or "standard input".
  public let path: String
  /// What is the matter.
  public let problem: Problem

  /// Creates an error.
  public init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  init(path: String, code: Int32) {
    self.init(path: path, problem: .system(code))
  }

  /// One line: `llama4: no such file, and no scenario of this name ships; …`
  public var description: String {
    let path = TerminalText.plain(path)
    return switch problem {
    case .system(let code): "\(path): can't read: \(String(cString: strerror(code)))"
    case .notRegular: "\(path): can't read: neither a regular file nor a pipe"
    case .noResult:
      "\(path): no result is there; name a folder that run or sweep wrote, such as Results/llama3"
    case .noShards: "\(path): there are no shards (shard-1-of-4.jsonl …) in it"
    case .tooLong(let limit): "\(path): longer than \(limit >> 20) MiB"
    case .unknownName(let known):
      "\(path): no such file, and no scenario of this name ships" + Self.suggestion(path, known)
    case .ambiguous(let paths):
      "\(path): several files differ from it only in letter case: "
        + paths.map(TerminalText.plain).joined(separator: " and ")
    }
  }

  private static func suggestion(_ name: String, _ known: [String]) -> String {
    if let nearest = Spelling.nearest(to: name, among: known) {
      return "; did you mean \(nearest)?"
    }
    return known.isEmpty ? "" : "; there are: \(known.joined(separator: ", "))"
  }

  /// The code of sysexits: 66 when it isn't there or can't be read, 77 without permission, 65
  /// when it is too long, 74 when reading breaks off.
  public var exitCode: Int32 {
    switch problem {
    case .system(EACCES), .system(EPERM): 77
    case .system(EIO): 74
    case .system, .notRegular, .unknownName, .ambiguous, .noShards, .noResult: 66
    case .tooLong: 65
    }
  }
}
