/// A stream of random numbers, a pure function of (seed, replication, stream name).
///
/// Words `2b` and `2b + 1` are the two halves of the Threefry block with key (seed, replication)
/// and counter (b, stream). There is nothing to share, to split or to seed: two streams that
/// differ in seed, replication or name are independent, in whatever order they are read.
/// See Documentation/RandomNumbers.md.
@frozen public struct RandomStream: BitwiseCopyable, Sendable, RandomNumberGenerator {
  @usableFromInline let seed: UInt64
  @usableFromInline let replication: UInt64
  @usableFromInline let stream: UInt64
  /// How many words have been drawn.
  @usableFromInline var position: UInt64 = 0
  /// The second word of the block in use; meaningful while `position` is odd.
  @usableFromInline var secondWord: UInt64 = 0

  /// The stream at its beginning.
  @inlinable
  public init(seed: UInt64, replication: UInt64, stream: StreamIdentifier) {
    self.seed = seed
    self.replication = replication
    self.stream = stream.value
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    defer { position &+= 1 }
    if position & 1 == 1 { return secondWord }
    let words = Threefry2x64.block(
      counter: (position &>> 1, stream), key: (seed, replication))
    secondWord = words.1
    return words.0
  }

  /// A uniform number in the open interval (0, 1): (x >> 12 + ½)·2⁻⁵².
  ///
  /// The 2⁵² midpoints are exact in a `Double` and symmetric about ½, so neither 0 nor 1 can
  /// occur. (With 53 bits the half would be rounded away and the last midpoint would become 1.)
  @inlinable
  public mutating func uniform() -> Double {
    Self.uniform(word: next())
  }

  @inlinable
  static func uniform(word: UInt64) -> Double {
    (Double(word &>> 12) + 0.5) * 0x1p-52
  }

  /// A unit exponential variate, −log u: from 2⁻⁵³ to 36.7, never 0.
  @inlinable
  public mutating func exponential() -> Double {
    -PortableMath.log(uniform())
  }

  /// A whole number in `0..<count`, each with exactly the same chance.
  ///
  /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
  @inlinable
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "an index below \(count) does not exist")
    let range = UInt64(count)
    var product = range.multipliedFullWidth(by: next())
    if product.low < range {
      let excess = (0 &- range) % range
      while product.low < excess {
        product = range.multipliedFullWidth(by: next())
      }
    }
    return Int(product.high)
  }
}
