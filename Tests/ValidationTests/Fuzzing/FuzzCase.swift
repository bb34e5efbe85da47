import Foundation
import Statistics

/// One random input: all of it follows from the seed and the round.
struct FuzzCase: CustomStringConvertible {
  let seed: UInt64
  let round: UInt64

  init(seed: UInt64, round: UInt64) {
    self.seed = seed
    self.round = round
  }

  /// A case as `description` has it.
  init?(_ text: String) {
    let numbers = text.split(separator: ":").map { UInt64($0) }
    guard numbers.count == 2, let seed = numbers[0], let round = numbers[1] else { return nil }
    self.init(seed: seed, round: round)
  }

  /// What repeats it: the value of `CLUSTERSIM_FUZZ_CASE`.
  var description: String { "\(seed):\(round)" }

  /// The random numbers of the case.
  func stream(_ name: String) -> RandomStream {
    RandomStream(seed: seed, replication: round, stream: StreamIdentifier(name))
  }
}

/// A file of the temporary folder, `clustersim-NAME-SEED`, that holds the case at hand: a trap or a
/// hang leaves it behind.
struct FuzzNote {
  private let url: URL
  private let file: FileHandle

  init(_ name: String, seed: UInt64) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "clustersim-\(name)-\(seed)")
    try Data().write(to: url)
    file = try FileHandle(forWritingTo: url)
  }

  /// Writes over the case before, which is never longer.
  func write(_ each: FuzzCase) throws {
    try file.seek(toOffset: 0)
    try file.write(contentsOf: Data("\(each)\n".utf8))
  }

  /// Takes the file away: all went well.
  func remove() throws {
    try file.close()
    try FileManager.default.removeItem(at: url)
  }
}
