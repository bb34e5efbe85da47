import Testing

@testable import Statistics

@Suite("Random streams")
struct RandomStreamTests {
  private let stream = RandomStream(
    seed: 1, replication: 2, stream: StreamIdentifier("gpu"))

  // FNV-1a test vectors of the IETF's draft-eastlake-fnv: "", "a" and "foobar".
  @Test(
    "A name becomes its FNV-1a hash",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c),
      ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func names(name: String, hash: UInt64) {
    #expect(StreamIdentifier(name).value == hash)
  }

  @Test("The words are the blocks of (seed, replication) and (block, stream), in order")
  func layout() {
    var stream = stream
    let name = StreamIdentifier("gpu").value
    for block in 0..<3 as Range<UInt64> {
      let words = Threefry2x64.block(counter: (block, name), key: (1, 2))
      #expect(stream.next() == words.0)
      #expect(stream.next() == words.1)
    }
  }

  @Test("Seed, replication and name each make another stream")
  func independence() {
    var words: Set<UInt64> = []
    for seed in [1, 2] as [UInt64] {
      for replication in [1, 2] as [UInt64] {
        for name in ["gpu", "nic"] {
          var stream = RandomStream(
            seed: seed, replication: replication, stream: StreamIdentifier(name))
          words.insert(stream.next())
        }
      }
    }
    #expect(words.count == 8)
  }

  @Test("A uniform number is never 0 or 1, whatever the word")
  func openInterval() {
    #expect(RandomStream.uniform(word: 0) == 0x1p-53)
    #expect(RandomStream.uniform(word: .max) == 1 - 0x1p-53)
    #expect(RandomStream.uniform(word: 1 << 63) == 0.5 + 0x1p-53)
  }

  @Test("Uniform numbers are uniform: mean, variance, Kolmogorov–Smirnov, serial correlation")
  func uniformity() {
    var stream = stream
    let count = 100_000
    let sample = (0..<count).map { _ in stream.uniform() }
    let n = Double(count)
    let mean = sample.reduce(0, +) / n
    #expect(abs(mean - 0.5) < 4 / (12 * n).squareRoot())
    let variance = sample.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / n
    #expect(abs(variance - 1.0 / 12) < 4 / (180 * n).squareRoot())
    #expect(GoodnessOfFit.kolmogorovSmirnov(sample) { $0 }.pValue > fourSigma)
    let products = zip(sample, sample.dropFirst()).reduce(0) {
      $0 + ($1.0 - 0.5) * ($1.1 - 0.5)
    }
    #expect(abs(products / n) < 4 / (144 * n).squareRoot())
  }

  @Test("An exponential number is minus the logarithm of the uniform one")
  func exponential() {
    var a = stream
    var b = stream
    for _ in 0..<1000 {
      #expect(a.exponential() == -PortableMath.log(b.uniform()))
    }
  }

  @Test("An index below n takes every value equally often", arguments: [1, 2, 3, 7, 18])
  func indexIsUnbiased(count: Int) {
    var stream = stream
    var counts = [Double](repeating: 0, count: count)
    for _ in 0..<20_000 { counts[stream.index(below: count)] += 1 }
    #expect(counts.reduce(0, +) == 20_000)
    guard count > 1 else { return }
    let expected = [Double](repeating: 20_000 / Double(count), count: count)
    #expect(GoodnessOfFit.chiSquare(observed: counts, expected: expected).pValue > fourSigma)
  }

  // Of eight words three fall on each of 0 and 1 and two on 2 (modulo 3): without rejection the
  // multiples of 3 would have a share of 3/8.
  @Test("An index below three eighths of 2⁶⁴ is unbiased: words are rejected")
  func largeIndexIsUnbiased() {
    var stream = stream
    let count = 3 << 61
    let draws = 20_000
    let low = (0..<draws).filter { _ in stream.index(below: count) % 3 == 0 }.count
    let expected = Double(draws) / 3
    #expect(abs(Double(low) - expected) < 4 * (expected * 2 / 3).squareRoot())
  }
}
