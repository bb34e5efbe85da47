import Statistics
import Testing

@testable import ClusterModel

@Suite("The multipliers of nodes")
struct NodeMultiplierTests {
  static func multipliers(_ law: Frailty.Law, cohorts: [Int]) -> NodeMultipliers {
    NodeMultipliers(
      Frailty(law, faults: []), cohorts: cohorts.map { Cohort(nodes: $0, age: 0) })
  }

  @Test("Each node is a lemon with its own luck: their number is binomial")
  func shareOfLemons() {
    let (nodes, share) = (60, 0.15)
    var multipliers = Self.multipliers(
      .lemons(fraction: share, multiplier: 9), cohorts: [10, 30, 20])
    var lemons = [Double]()
    var ofNode = [Double](repeating: 0, count: nodes)
    var (pairs, firsts) = ([Double](), [Double]())
    for replication in 0..<4000 {
      multipliers.begin(seed: 1, replication: UInt64(replication))
      let all = (0..<nodes).map { multipliers.multiplier(of: $0) }
      #expect(all.allSatisfy { $0 == 1 || $0 == 9 })
      lemons.append(Double(all.count { $0 == 9 }))
      for node in 0..<nodes where all[node] == 9 { ofNode[node] += 1 }
      // Two of one cohort, and two of different ones.
      pairs.append(all[12] == 9 && all[13] == 9 ? 1 : 0)
      firsts.append(all[0] == 9 && all[59] == 9 ? 1 : 0)
    }
    let mean = Double(nodes) * share
    #expect(abs(deviation(of: lemons, from: mean)) < 4)
    #expect(abs(varianceDeviation(of: lemons, from: mean * (1 - share))) < 4)
    for values in [pairs, firsts] { #expect(abs(deviation(of: values, from: share * share)) < 4) }
    // Every node is one as often: 60 binomial counts, each of variance n·p·(1 − p).
    let statistic = ofNode.reduce(0) { sum, count in
      sum + (count - 4000 * share) * (count - 4000 * share) / (4000 * share * (1 - share))
    }
    #expect(abs(statistic - 60) < 4 * (2 * 60.0).squareRoot())
  }

  @Test(
    "Gamma multipliers follow their law, node by node",
    arguments: [0.01, 0.3, 0.5, 1, 1.5, 3, 30, 100])
  func gammaLaw(variance: Double) {
    var multipliers = Self.multipliers(.gamma(variance: variance), cohorts: [20, 15])
    let law = Lifetime.gamma(Gamma(shape: 1 / variance, mean: 1))
    var (all, means) = ([Double](), [Double]())
    for replication in 0..<300 {
      multipliers.begin(seed: 2, replication: UInt64(replication))
      let values = (0..<35).map { multipliers.multiplier(of: $0) }
      all += values
      means.append(values.reduce(0, +) / 35)
    }
    #expect(GoodnessOfFit.kolmogorovSmirnov(all) { 1 - law.survival($0) }.pValue > 6e-5)
    #expect(abs(deviation(of: means, from: 1)) < 4)
    #expect(abs(varianceDeviation(of: means, from: variance / 35)) < 4)
  }

  @Test("New nodes draw from the same law", arguments: [0.5, 3])
  func arrivals(variance: Double) {
    var multipliers = Self.multipliers(.gamma(variance: variance), cohorts: [5])
    multipliers.begin(seed: 3, replication: 0)
    let law = Lifetime.gamma(Gamma(shape: 1 / variance, mean: 1))
    let all = (0..<5000).map { _ in multipliers.multiplierOfArrival() }
    #expect(GoodnessOfFit.kolmogorovSmirnov(all) { 1 - law.survival($0) }.pValue > 6e-5)
    var lemons = Self.multipliers(.lemons(fraction: 0.2, multiplier: 7), cohorts: [5])
    lemons.begin(seed: 3, replication: 0)
    let share = (0..<5000).map { _ in lemons.multiplierOfArrival() == 7 ? 1.0 : 0 }
    #expect(abs(deviation(of: share, from: 0.2)) < 4)
  }

  @Test(
    "A node is in one group, and has the same multiplier however it is asked for",
    arguments: [
      Frailty.Law.lemons(fraction: 0.3, multiplier: 9), .gamma(variance: 0.2), .gamma(variance: 5),
    ])
  func groups(law: Frailty.Law) {
    let sizes = [7, 1, 40]
    var multipliers = Self.multipliers(law, cohorts: sizes)
    for replication in 0..<20 {
      multipliers.begin(seed: 4, replication: UInt64(replication))
      var seen = Set<Int>()
      var first = 0
      for (cohort, size) in sizes.enumerated() {
        for bin in 0..<multipliers.groupsOfCohort {
          let group = multipliers.group(bin, ofCohort: cohort)
          for number in 0..<group.nodes {
            let node = multipliers.node(number, ofGroup: bin, cohort: cohort)
            #expect((first..<first + size).contains(node) && seen.insert(node).inserted)
            let multiplier = multipliers.multiplier(of: node, bin: bin)
            #expect(multiplier <= group.bound && multiplier >= 0)
            let again = multipliers.multiplier(of: node)
            #expect(again == multiplier)
          }
        }
        first += size
      }
      #expect(seen.count == 48)
    }
  }

  @Test("The multipliers of a replication are a function of its number and the seed alone")
  func reproducible() {
    func all(_ seed: UInt64, _ replication: UInt64, after: [UInt64]) -> [Double] {
      var multipliers = Self.multipliers(.gamma(variance: 1), cohorts: [30])
      for other in after {
        multipliers.begin(seed: seed, replication: other)
        _ = multipliers.multiplierOfArrival()
      }
      multipliers.begin(seed: seed, replication: replication)
      return (0..<30).map { multipliers.multiplier(of: $0) } + [multipliers.multiplierOfArrival()]
    }
    #expect(all(1, 3, after: []) == all(1, 3, after: [0, 7, 2]))
    #expect(all(1, 3, after: []) != all(1, 4, after: []))
    #expect(all(1, 3, after: []) != all(2, 3, after: []))
  }
}
