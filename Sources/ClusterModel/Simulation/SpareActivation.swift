import DiscreteEvents
import Statistics

/// How waiting nodes are made ready to be put in place: some are kept ready, the others take a time
/// once they are called.
struct SpareActivation: ~Copyable {
  private var time: StepTime
  /// Whether a spare takes time at all.
  let takesTime: Bool
  private let warmSpares: Int
  /// Places for spares that are kept ready from which none was called yet.
  private var full = 0
  /// When the others are filled again.
  private var refilled = Calendar<UInt8>(capacity: 0)
  /// When the last of the spares that were called can be put in place.
  private(set) var allAreReady = 0.0

  init(_ cluster: Cluster) {
    time = StepTime(cluster.spareActivation, name: "phase/activation")
    takesTime = cluster.spareActivation != .zero
    warmSpares = takesTime ? cluster.warmSpares : 0
  }

  /// Begins the stream of a replication, with all warm spares ready.
  mutating func begin(seed: UInt64, replication: UInt64) {
    time.begin(seed: seed, replication: replication)
    full = warmSpares
    refilled.removeAll()
    allAreReady = 0
  }

  /// Calls a spare: a warm one, in whose place the next is then made ready, or else a cold one.
  mutating func call(at now: Double) {
    let needed = min(time.next(), .greatestFiniteMagnitude / 2)
    var ready = now + needed
    if full > 0 {
      full -= 1
      ready = now
      refilled.schedule(0, at: now + needed)
    } else if let first = refilled.nextTime, first < ready {
      _ = refilled.popFirst()
      ready = max(now, first)
      refilled.schedule(0, at: now + needed)
    }
    allAreReady = max(allAreReady, ready)
  }
}
