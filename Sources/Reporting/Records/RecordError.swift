/// What is wrong with a file of records.
public enum RecordError: Error, Equatable, CustomStringConvertible {
  /// No file of records, or one of another version of the format.
  case foreign(path: String)
  /// A line that is not as it was written.
  case damaged(path: String, line: Int)
  /// A file of another experiment; how it differs from the one that is wanted.
  case stranger(path: String, difference: String)
  /// A batch that another file, or the same, holds too; into how many shards the files divide.
  case duplicate(path: String, line: Int, counts: [Int])
  /// Batches that no file holds, in words.
  case holes(String)

  /// One line.
  public var description: String {
    switch self {
    case .foreign(let path):
      "\(TerminalText.plain(path)): not a file of records of this version of clustersim"
    case .damaged(let path, let line):
      "\(TerminalText.plain(path)):\(line): damaged; run its shard again with --resume"
    case .stranger(let path, let difference):
      "\(TerminalText.plain(path)): \(TerminalText.plain(difference))"
    case .duplicate(let path, let line, let counts):
      "\(TerminalText.plain(path)):\(line): holds what was read before; "
        + (counts.count == 1
          ? "is a shard given twice?"
          : "shards of \(counts.map(String.init).joined(separator: " and of ")) are mixed")
    case .holes(let holes):
      "\(holes); --allow-partial takes what is there"
    }
  }

  /// The code of sysexits: 65, wrong content.
  public var exitCode: Int32 { 65 }
}
