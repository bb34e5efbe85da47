import Statistics

/// How waiting nodes are made ready to be put in place: some are kept ready, the others take a time
/// once they are called.
struct SpareActivation {
  private var time: StepTime
  /// Whether a spare takes time at all.
  let takesTime: Bool
  /// When each of the places for spares that are kept ready is filled.
  private var warm: [Double]
  /// When the last of the spares that were called can be put in place.
  private(set) var allAreReady = 0.0

  init(_ cluster: Cluster) {
    time = StepTime(cluster.spareActivation, name: "phase/activation")
    takesTime = cluster.spareActivation != .zero
    warm = takesTime ? Array(repeating: 0, count: min(cluster.warmSpares, cluster.allNodes)) : []
  }

  /// Begins the stream of a replication, with all warm spares ready.
  mutating func begin(seed: UInt64, replication: UInt64) {
    time.begin(seed: seed, replication: replication)
    for index in warm.indices { warm[index] = 0 }
    allAreReady = 0
  }

  /// Calls a spare: a warm one, in whose place the next is then made ready, or else a cold one.
  mutating func call(at now: Double) {
    let needed = time.next()
    var ready = now + needed
    if let first = warm.indices.min(by: { warm[$0] < warm[$1] }), warm[first] < ready {
      ready = max(now, warm[first])
      warm[first] = ready + needed
    }
    allAreReady = max(allAreReady, ready)
  }
}
