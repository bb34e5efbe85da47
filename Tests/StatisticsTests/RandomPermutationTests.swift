import Statistics
import Testing

@Suite("Random orders")
struct RandomPermutationTests {
  private static func keys(_ count: Int) -> [UInt64] {
    var stream = RandomStream(seed: 4, replication: 0, stream: StreamIdentifier("order"))
    return (0..<count).map { _ in stream.next() }
  }

  @Test("Every number has one place, and the place of a number is the inverse")
  func bijection() {
    for count in Array(1...70) + [97, 100, 127, 128, 1000, 1025, 4099] {
      for key in Self.keys(3) + [0, .max] {
        let order = RandomPermutation(count: count, key: key)
        let numbers = (0..<count).map(order.number(at:))
        #expect(Set(numbers).count == count && numbers.allSatisfy { (0..<count).contains($0) })
        #expect(numbers.map(order.place(of:)) == Array(0..<count), "\(count) numbers")
      }
    }
  }

  @Test("So it is among very many", arguments: [1_000_000, 1_000_003, 3_000_000_000, 1 << 40])
  func manyNumbers(count: Int) {
    var stream = RandomStream(seed: 4, replication: 1, stream: StreamIdentifier("places"))
    let order = RandomPermutation(count: count, key: 77)
    var numbers = Set<Int>()
    let places =
      [0, 1, 2, count - 2, count - 1] + (0..<500).map { _ in stream.index(below: count) }
    for place in places {
      let number = order.number(at: place)
      #expect((0..<count).contains(number) && order.place(of: number) == place)
      numbers.insert(number)
    }
    #expect(numbers.count == Set(places).count)
  }

  @Test("All orders of few numbers are equally likely", arguments: [2, 3, 4, 5])
  func orders(count: Int) {
    let draws = 24_000
    var counts = [[Int]: Double]()
    for key in Self.keys(draws) {
      let order = RandomPermutation(count: count, key: key)
      counts[(0..<count).map(order.number(at:)), default: 0] += 1
    }
    let orders = (1...count).reduce(1, *)
    let observed = Array(counts.values) + Array(repeating: 0, count: orders - counts.count)
    let expected = Array(repeating: Double(draws) / Double(orders), count: orders)
    #expect(GoodnessOfFit.chiSquare(observed: observed, expected: expected).pValue > 6.3e-5)
  }

  @Test(
    "All pairs of numbers are equally likely at any two places of a hundred",
    arguments: [(0, 1), (0, 99), (17, 58)])
  func pairs(places: (Int, Int)) {
    let draws = 60_000
    var observed = [Double](repeating: 0, count: 10_000)
    for key in Self.keys(draws) {
      let order = RandomPermutation(count: 100, key: key)
      observed[100 * order.number(at: places.0) + order.number(at: places.1)] += 1
    }
    #expect((0..<100).allSatisfy { observed[101 * $0] == 0 })
    let pairs = observed.indices.filter { $0 % 101 != 0 }.map { observed[$0] }
    let expected = [Double](repeating: Double(draws) / 9900, count: 9900)
    #expect(GoodnessOfFit.chiSquare(observed: pairs, expected: expected).pValue > 6.3e-5)
  }

  @Test(
    "The first tenth of the order is a random sample: the spread of its sum", arguments: [50, 200])
  func sample(count: Int) {
    // Of n numbers k are drawn without replacement: the sum has the mean k(n − 1)/2 and the variance
    // k(n − k)(n + 1)/12 (Cochran, Sampling Techniques, 1977, theorem 2.2, with S² = n(n + 1)/12).
    let (n, size) = (Double(count), Double(count / 10))
    let sums = Self.keys(4000).map { key in
      let order = RandomPermutation(count: count, key: key)
      return Double((0..<count / 10).reduce(0) { $0 + order.number(at: $1) })
    }
    let draws = Double(sums.count)
    let variance = size * (n - size) * (n + 1) / 12
    let mean = sums.reduce(0, +) / draws
    #expect(abs(mean - size * (n - 1) / 2) < 4 * (variance / draws).squareRoot())
    let squares = sums.map { ($0 - mean) * ($0 - mean) }
    let found = squares.reduce(0, +) / (draws - 1)
    let fourth = squares.reduce(0) { $0 + $1 * $1 } / draws
    #expect(abs(found - variance) < 4 * ((fourth - found * found) / draws).squareRoot())
  }
}

@Suite("Streams by number, and pools of unlike instances")
struct NumberedStreamTests {
  @Test("Every number makes a stream of its own, under every name")
  func numbered() {
    var values = Set<UInt64>()
    let names = ["frailty/multiplier", "frailty/arrival", "fault/gpu", ""]
    for name in names {
      let identifier = StreamIdentifier(name)
      values.insert(identifier.value)
      for number in 0..<50_000 { values.insert(identifier.numbered(number).value) }
      for power in 17..<63 { values.insert(identifier.numbered(1 << power).value) }
    }
    #expect(values.count == names.count * (1 + 50_000 + 46))
  }

  @Test("The streams of neighbours are not alike")
  func independence() {
    let name = StreamIdentifier("frailty/multiplier")
    let firsts = (0..<20_000).map { number -> Double in
      var stream = RandomStream(seed: 1, replication: 1, stream: name.numbered(number))
      return stream.uniform()
    }
    #expect(GoodnessOfFit.kolmogorovSmirnov(firsts) { $0 }.pValue > 6.3e-5)
    let products = zip(firsts, firsts.dropFirst()).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) }
    #expect(abs(products) < 4 * (20_000.0 / 144).squareRoot())
  }

  @Test("A pool fails by the sum of its multipliers")
  func weight() {
    // Three of × 4 and five of × 1: the first failure as among 17 like ones.
    let start = RandomStream(seed: 1, replication: 0, stream: StreamIdentifier("weight"))
    var (forPool, luck) = (start, start)
    var pool = FailurePool(instances: 8, weight: 17, hazard: 2)
    var expected = 2 + luck.exponential() / 17
    #expect(abs(pool.advance(using: &forPool) - expected) < 1e-15)
    pool.removeOne(multiplier: 4)
    #expect(pool.instances == 7 && pool.weight == 13)
    expected += luck.exponential() / 13
    #expect(abs(pool.advance(using: &forPool) - expected) < 1e-15)
    pool.removeOne()
    #expect(pool.instances == 6 && pool.weight == 12)
  }
}
