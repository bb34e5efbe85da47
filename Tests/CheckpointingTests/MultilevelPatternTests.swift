import Checkpointing
import Statistics
import Testing

@Suite("Several levels of checkpoints")
struct MultilevelPatternTests {
  typealias Level = MultilevelPattern.Level

  struct Case: CustomTestStringConvertible, Sendable {
    let pattern: MultilevelPattern
    let interval, work, training, recovery: Double
    var testDescription: String {
      "\(pattern.levels.map(\.every)), interval \(interval)"
    }

    init(
      _ levels: [(Int, Double, Double, Double)], interval: Double, work: Double,
      training: Double, recovery: Double
    ) {
      pattern = MultilevelPattern(
        levels: levels.map { Level(every: $0.0, save: $0.1, recovery: $0.2, rate: $0.3) })
      (self.interval, self.work) = (interval, work)
      (self.training, self.recovery) = (training, recovery)
    }
  }

  /// Means from one complete save of the last level to the next. The chance of every state (segment,
  /// position of the newest copy of each level, levels lost) is carried forward from fault to fault
  /// and from segment to segment until each is under 1e-17; Python 3.11, double precision. What is
  /// left out is under 3e-11 of the means.
  static let cases = [
    Case(
      [(1, 10, 100, 1 / 1000), (5, 60, 400, 1 / 20000)], interval: 300,
      work: 1584.1220355953, training: 2085.886048466866, recovery: 261.5641943264415),
    Case(
      [(1, 10, 100, 1 / 1000), (4, 900, 400, 1 / 5000)], interval: 100,
      work: 802.3622336380824, training: 3055.260444806916, recovery: 571.0077038063482),
    Case(
      [(1, 5, 50, 1 / 600), (3, 40, 200, 1 / 3000), (12, 200, 600, 1 / 20000)],
      interval: 120, work: 2153.176436792481, training: 3572.920631500304,
      recovery: 720.580953824258),
    Case(
      [(1, 20, 10, 1 / 180), (2, 90, 300, 1 / 900), (6, 250, 2000, 1 / 3000)],
      interval: 40, work: 695.9506457879604, training: 8640.261012573199,
      recovery: 15061.337356904887),
    Case(
      [
        (1, 5, 50, 1 / 600), (2, 30, 200, 1 / 3000), (6, 80, 600, 1 / 9000),
        (12, 200, 1500, 1 / 30000),
      ], interval: 100, work: 2095.422148515525, training: 3866.076119920325,
      recovery: 1201.3634416886925),
    Case(
      [
        (1, 10, 20, 0), (2, 30, 200, 1 / 1000), (2, 80, 600, 1 / 2000),
        (6, 200, 1500, 1 / 3000),
      ], interval: 100, work: 752.7598472565185, training: 2494.0117486259037,
      recovery: 3074.5540481260336),
  ]

  @Test("Means agree with the chances of all states, carried forward", arguments: cases)
  func agreesWithStates(oracle: Case) throws {
    let cycle = try #require(oracle.pattern.cycle(interval: oracle.interval))
    #expect(isClose(cycle.work, oracle.work, 1e-10))
    #expect(isClose(cycle.training, oracle.training, 1e-10))
    #expect(isClose(cycle.recovery, oracle.recovery, 1e-10))
    let ratio = oracle.work / (oracle.training + oracle.recovery)
    #expect(isClose(oracle.pattern.ettr(interval: oracle.interval), ratio, 1e-10))
  }

  @Test("Means agree with patterns that are played through", arguments: cases)
  func agreesWithSimulation(oracle: Case) throws {
    var stream = RandomStream(seed: 7, replication: 1, stream: StreamIdentifier("levels"))
    let cycles = (0..<4000).map { _ in
      PlayedPattern(oracle.pattern, oracle.interval).cycle(using: &stream)
    }
    for (values, expected) in [
      (cycles.map(\.work), oracle.work), (cycles.map(\.training), oracle.training),
      (cycles.map(\.recovery), oracle.recovery),
    ] {
      let summary = try #require(Summary(values))
      #expect(abs(summary.mean - expected) <= 4 * summary.standardError)
    }
  }

  @Test("One level is the exponential segment")
  func oneLevel() {
    for (interval, save, rate, recovery) in [
      (600.0, 10.0, 1 / 11124.0, 320.0), (60, 300, 1 / 180.0, 172_800), (40, 5, 0, 30),
    ] {
      let pattern = MultilevelPattern(
        levels: [Level(every: 1, save: save, recovery: recovery, rate: rate)])
      let law = ExponentialCompletion(
        rate: rate, downtime: recovery, restart: 0, restartIsExposed: false)
      let expected = law.ettr(policy: CheckpointPolicy(interval: interval, save: save))
      // Three exponentials of arguments up to 2, each within an ulp, and some products.
      #expect(isClose(pattern.ettr(interval: interval), expected, 1e-14))
    }
  }

  @Test("Levels that are never needed and cost nothing change nothing")
  func emptyLevels() {
    let one = MultilevelPattern(
      levels: [Level(every: 1, save: 10, recovery: 320, rate: 1e-4)])
    let four = MultilevelPattern(
      levels: one.levels
        + [2, 6, 600].map { Level(every: $0, save: 0, recovery: 9, rate: 0) })
    // Five exponentials and some ten roundings for each level.
    #expect(isClose(four.ettr(interval: 900), one.ettr(interval: 900), 1e-14))
  }

  @Test("A first level that no fault needs is a longer save before the second")
  func uselessFirstLevel() {
    // All faults need level 2, so only its saves count: one segment of 5 · 60 + 4 · 3 s of work and
    // a save of 3 + 20 s. The save of level 1 before it belongs to what a fault can strike.
    let levels = [
      Level(every: 1, save: 3, recovery: 0, rate: 0),
      Level(every: 5, save: 20, recovery: 320, rate: 1e-3),
    ]
    let law = ExponentialCompletion(
      rate: 1e-3, downtime: 320, restart: 0, restartIsExposed: false)
    let expected = 300 / law.segment(length: 300 + 5 * 3 + 20).mean
    #expect(
      isClose(MultilevelPattern(levels: levels).ettr(interval: 60), expected, 1e-14))
  }

  @Test("Without faults only the saves take time, in proportion to how often they are made")
  func withoutFaults() {
    let pattern = MultilevelPattern(levels: [
      Level(every: 1, save: 1, recovery: 9, rate: 0),
      Level(every: 4, save: 8, recovery: 9, rate: 0),
      Level(every: 20, save: 60, recovery: 9, rate: 0),
    ])
    #expect(pattern.meanSave == 6)
    #expect(isClose(pattern.ettr(interval: 24), 0.8, 1e-14))
    #expect(pattern.optimalInterval() == .infinity)
  }

  @Test("A million segments to a pattern are as the limit of ever more says")
  func manySegments() {
    // The last level costs nothing to save and is never needed: the ratio is that of two levels.
    let two = [
      Level(every: 1, save: 0.5, recovery: 100, rate: 1e-3),
      Level(every: 10, save: 5, recovery: 300, rate: 1e-5),
    ]
    let last = Level(every: 1_000_000, save: 0, recovery: 0, rate: 0)
    let ratio = MultilevelPattern(levels: two + [last]).ettr(interval: 30)
    // (1 − chance of a fault)^100,000 by its logarithm, and some roundings.
    #expect(isClose(ratio, MultilevelPattern(levels: two).ettr(interval: 30), 1e-12))
  }

  /// Backward recursions over the segments of a pattern for the time to the next save of level 2, the
  /// chance that no fault needs level 2 before it and the periods until it; mpmath 1.3.0,
  /// mp.dps = 40. The first regime is one of saves of which e⁻¹⁰ hold; in the last one a pattern of
  /// 100,000 segments takes 35 times as long as a fault of level 2 does to come.
  static let hard = [
    Case(
      [(1, 5, 100, 1 / 180), (1000, 1800, 400, 1e-9)], interval: 60,
      work: 484420523.74132918, training: 1728401725.3627213, recovery: 960224097.63418858),
    Case(
      [(1, 10, 100, 1 / 1000), (5, 60, 400, 1 / 20000)], interval: 300,
      work: 1584.1220355953065, training: 2085.8860484668674, recovery: 261.56419432644169),
    Case(
      [(1, 0.5, 100, 1 / 1380), (100_000, 60, 300, 1 / 86400)], interval: 30,
      work: 3_000_000, training: 2.8664762652848658e20, recovery: 2.1781697104649493e19),
  ]

  @Test(
    "Means of two levels agree with mpmath where saves or patterns hardly hold", arguments: hard)
  func agreesWithRecursion(oracle: Case) throws {
    let cycle = try #require(oracle.pattern.cycle(interval: oracle.interval))
    // The last regime has the exponential of 36; sums of 1 and 5e-5 lose four digits.
    #expect(isClose(cycle.work, oracle.work, 1e-11))
    #expect(isClose(cycle.training, oracle.training, 1e-11))
    #expect(isClose(cycle.recovery, oracle.recovery, 1e-11))
  }

  @Test("Where saves never hold nothing is left")
  func savesThatHardlySucceed() {
    let levels = [
      Level(every: 1, save: 5, recovery: 100, rate: 1 / 180),
      Level(every: 1000, save: 1800, recovery: 400, rate: 1e-9),
    ]
    let never = [levels[0], Level(every: 2, save: 1e9, recovery: 1, rate: 1e-9)]
    #expect(MultilevelPattern(levels: never).ettr(interval: 60) == 0)
    #expect(MultilevelPattern(levels: levels).ettr(interval: 1e9) == 0)
    #expect(MultilevelPattern(levels: levels).ettr(interval: .infinity) == 0)
  }

  @Test("As faults become rare, the overhead is the first-order one")
  func firstOrder() {
    var last = Double.infinity
    for scale in [1e-2, 1e-3, 1e-4, 1e-5] {
      let pattern = MultilevelPattern(levels: [
        Level(every: 1, save: 1, recovery: 0, rate: scale / 100),
        Level(every: 10, save: 30, recovery: 0, rate: scale / 3000),
      ])
      // √(C₂λ₁/(C₁λ₂)) is 30 here and not 10, so this is not the least overhead.
      let interval = pattern.firstOrderInterval
      let overhead = pattern.firstOrderOverhead(interval: interval)
      #expect(isClose(interval, (2 * 4 / (scale * (0.01 + 10.0 / 3000))).squareRoot(), 1e-14))
      #expect(overhead > pattern.leastFirstOrderOverhead)
      let error = abs((1 / pattern.ettr(interval: interval) - 1) / overhead - 1)
      // Of second order: the error falls as √λ, so by 3.16, but for the next term.
      #expect(error < last / 2.5)
      last = error
    }
    #expect(last < 0.01)
  }

  @Test("At the best numbers of segments the first-order overhead is Σ √(2λC)")
  func leastOverhead() {
    // Periods of √(2C/λ): 100, 400 and 2,400 s.
    let pattern = MultilevelPattern(levels: [
      Level(every: 1, save: 1, recovery: 0, rate: 2e-4),
      Level(every: 4, save: 4, recovery: 0, rate: 5e-5),
      Level(every: 24, save: 36, recovery: 0, rate: 1.25e-5),
    ])
    #expect(isClose(pattern.firstOrderInterval, 100, 1e-14))
    // 2·(1/100 + 4/400 + 36/2400).
    #expect(isClose(pattern.leastFirstOrderOverhead, 0.07, 1e-14))
    #expect(isClose(pattern.firstOrderOverhead(interval: 100), 0.07, 1e-14))
  }

  @Test("The best interval and number of segments beat their neighbours")
  func optimum() {
    let levels = [
      Level(every: 1, save: 5, recovery: 100, rate: 1 / 3000),
      Level(every: 1, save: 60, recovery: 400, rate: 1 / 50000),
    ]
    let pattern = MultilevelPattern(levels: levels)
    // √(60 · 50000/(3000 · 5)) = 14.1.
    #expect(isClose(pattern.firstOrderEvery, 200.squareRoot(), 1e-14))
    let best = pattern.optimalEvery()
    #expect(abs(best.every - 14) <= 3)
    func ettr(_ every: Int, _ interval: Double) -> Double {
      var second = levels[1]
      second.every = every
      return MultilevelPattern(levels: [levels[0], second]).ettr(interval: interval)
    }
    let greatest = ettr(best.every, best.interval)
    for every in 1...40 {
      for factor in [0.5, 0.8, 0.95, 1, 1.05, 1.25, 2] where every != best.every || factor != 1 {
        #expect(ettr(every, best.interval * factor) < greatest)
      }
    }
  }

  @Test("With one level the best interval is the exact one")
  func oneLevelOptimum() {
    for (save, mean) in [(10.0, 11124.0), (300, 1380), (900, 180)] {
      let pattern = MultilevelPattern(
        levels: [Level(every: 1, save: save, recovery: 320, rate: 1 / mean)])
      let exact = OptimalInterval.exact(save: save, meanTimeToInterruption: mean)
      #expect(isClose(pattern.optimalInterval(), exact, 1e-6))
    }
  }

  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    abs(a - b) <= tolerance * abs(b)
  }
}

/// A pattern of levels that is played through, fault by fault: an independent reckoning.
private struct PlayedPattern {
  let pattern: MultilevelPattern
  let interval: Double
  var copies: [Int?]
  var position = 0
  var result = (work: 0.0, training: 0.0, recovery: 0.0)

  init(_ pattern: MultilevelPattern, _ interval: Double) {
    self.pattern = pattern
    self.interval = interval
    copies = pattern.levels.map { _ in 0 }
  }

  /// From one save of the last level to the next.
  func cycle(
    using stream: inout RandomStream
  ) -> (work: Double, training: Double, recovery: Double) {
    var played = self
    while !played.playSegment(using: &stream) {}
    return played.result
  }

  private mutating func playSegment(using stream: inout RandomStream) -> Bool {
    var left = stream.exponential() / pattern.rate
    let segment = position + 1
    for (index, level) in pattern.levels.enumerated() where segment % level.every == 0 {
      let phase = level.save + (index == 0 ? interval : 0)
      guard left >= phase else {
        result.training += left
        fault(using: &stream)
        return false
      }
      result.training += phase
      left -= phase
      copies[index] = segment
      if index == pattern.levels.count - 1 {
        result.work = interval * Double(segment)
        return true
      }
    }
    position = segment
    return false
  }

  private mutating func fault(using stream: inout RandomStream) {
    var kind = 0
    var mark = stream.uniform() * pattern.rate
    while mark > pattern.levels[kind].rate, kind < pattern.levels.count - 1 {
      mark -= pattern.levels[kind].rate
      kind += 1
    }
    for lost in 0..<kind { copies[lost] = nil }
    let newest = copies.compactMap(\.self).max() ?? 0
    let loaded = copies.firstIndex(of: newest) ?? kind
    position = newest
    result.recovery += pattern.levels[loaded].recovery
  }
}
