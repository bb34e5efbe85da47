/// One of the equal parts that an experiment is divided into, to be simulated on another machine.
///
/// The batches of all points, counted through, go to the shards in turn, so that each has a share
/// of every point.
public struct Shard: Sendable, Equatable, CustomStringConvertible {
  /// Which of the parts, from 1.
  public let index: Int
  /// Number of parts.
  public let count: Int

  /// Creates a shard; nil unless 1 ≤ index ≤ count ≤ 1,000,000.
  public init?(index: Int, count: Int) {
    guard 1...1_000_000 ~= count, 1...count ~= index else { return nil }
    self.index = index
    self.count = count
  }

  /// The only part.
  public static let whole = Shard()

  private init() {
    index = 1
    count = 1
  }

  /// As it is written: `2/4`.
  public var description: String { "\(index)/\(count)" }

  /// Whether the batch with this number, counted through all points, is one of this part.
  func holds(_ batch: Int) -> Bool { batch % count == index - 1 }
}
