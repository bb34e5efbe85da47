import Statistics

/// The multipliers of the hazards of all nodes in one replication, without drawing them all.
///
/// How many nodes of a cohort lie in each bin of the law is drawn at the start. A random order of the
/// nodes tells which: the first of it are in the first bin, and so on. The multiplier within a bin
/// has a stream of its own for each node. So the multiplier of a node is a function of (seed,
/// replication, node) alone, whatever fails, and asking for it costs the same in any cluster.
struct NodeMultipliers: ~Copyable {
  /// Nodes of a cohort in one bin.
  struct Group: BitwiseCopyable {
    /// Where they begin in the order of the cohort.
    var first = 0
    var nodes = 0
    /// No multiplier of them is greater.
    var bound = 1.0
  }

  private let frailty: Frailty
  private let bins: [MultiplierBin]
  /// The first node of each cohort, and where the last one ends.
  private let edges: [Int]
  /// The groups of all cohorts, as many each as there are bins.
  private var groups: [Group]
  private var orders: [RandomPermutation]
  private var seed: UInt64 = 0
  private var replication: UInt64 = 0
  private var arrivals: RandomStream

  private static let countStream = StreamIdentifier("frailty/nodes")
  private static let orderStream = StreamIdentifier("frailty/order")
  private static let multiplierStream = StreamIdentifier("frailty/multiplier")
  private static let arrivalStream = StreamIdentifier("frailty/arrival")

  init(_ frailty: Frailty, cohorts: [Cohort]) {
    self.frailty = frailty
    bins = MultiplierBin.bins(of: frailty.law)
    edges = cohorts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.nodes) }
    groups = Array(repeating: Group(), count: cohorts.count * bins.count)
    orders = cohorts.map { RandomPermutation(count: $0.nodes, key: 0) }
    arrivals = RandomStream(seed: 0, replication: 0, stream: Self.arrivalStream)
  }

  /// Groups of a cohort.
  var groupsOfCohort: Int { bins.count }

  /// Shares out the nodes among the bins.
  mutating func begin(seed: UInt64, replication: UInt64) {
    (self.seed, self.replication) = (seed, replication)
    arrivals = RandomStream(seed: seed, replication: replication, stream: Self.arrivalStream)
    var counts = RandomStream(seed: seed, replication: replication, stream: Self.countStream)
    var keys = RandomStream(seed: seed, replication: replication, stream: Self.orderStream)
    for cohort in orders.indices {
      let nodes = edges[cohort + 1] - edges[cohort]
      orders[cohort] = RandomPermutation(count: nodes, key: keys.next())
      var first = 0
      for (index, bin) in bins.enumerated() {
        let left = nodes - first
        let count =
          bin.chance < 1 && left > 0
          ? Binomial(trials: left, probability: bin.chance).sample(using: &counts) : left
        groups[cohort * bins.count + index] = Group(first: first, nodes: count, bound: bin.most)
        first += count
      }
    }
  }

  /// A group of a cohort, by its bin.
  @inline(__always)
  func group(_ bin: Int, ofCohort cohort: Int) -> Group { groups[cohort * bins.count + bin] }

  /// A node of a group, by its number there.
  @inline(__always)
  func node(_ number: Int, ofGroup bin: Int, cohort: Int) -> Int {
    edges[cohort] + orders[cohort].number(at: group(bin, ofCohort: cohort).first + number)
  }

  /// The multiplier of a node that is in a bin.
  @inline(__always)
  func multiplier(of node: Int, bin: Int) -> Double {
    guard bins[bin].least < bins[bin].most else { return bins[bin].most }
    var stream = RandomStream(
      seed: seed, replication: replication, stream: Self.multiplierStream.numbered(node))
    return bins[bin].multiplier(using: &stream)
  }

  /// The multiplier that a node has from the start.
  func multiplier(of node: Int) -> Double {
    var cohort = 0
    while node >= edges[cohort + 1] { cohort += 1 }
    let place = orders[cohort].place(of: node - edges[cohort])
    var bin = 0
    while place >= group(bin, ofCohort: cohort).first + group(bin, ofCohort: cohort).nodes {
      bin += 1
    }
    return multiplier(of: node, bin: bin)
  }

  /// Draws the multiplier of a new node that takes the place of another.
  mutating func multiplierOfArrival() -> Double {
    switch frailty.law {
    case .lemons(let fraction, let multiplier): arrivals.uniform() < fraction ? multiplier : 1
    case .gamma(let variance):
      Lifetime.gamma(Gamma(shape: 1 / variance, mean: 1)).sample(using: &arrivals)
    }
  }
}
