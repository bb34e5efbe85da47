import DiscreteEvents
import Statistics

/// The faults that a fault of a class brings, with their streams of random numbers.
struct BurstState {
  private let logOfChance: Double
  private let sizeStream: StreamIdentifier
  private let instanceStream: StreamIdentifier
  private var delay: StepTime
  private var sizes: RandomStream
  private var instances: RandomStream

  init(_ bursts: Bursts, fault: String) {
    // Each fault is followed by another with the chance 1 − 1/mean.
    logOfChance = PortableMath.log1p(-1 / bursts.meanSize)
    sizeStream = StreamIdentifier("fault/\(fault)/burst")
    instanceStream = StreamIdentifier("fault/\(fault)/burst/instance")
    delay = StepTime(bursts.delay, name: "fault/\(fault)/burst/delay")
    sizes = RandomStream(seed: 0, replication: 0, stream: sizeStream)
    instances = sizes
  }

  /// Begins the streams of a replication.
  mutating func begin(seed: UInt64, replication: UInt64) {
    delay.begin(seed: seed, replication: replication)
    sizes = RandomStream(seed: seed, replication: replication, stream: sizeStream)
    instances = RandomStream(seed: seed, replication: replication, stream: instanceStream)
  }

  /// How many others a fault brings: geometric.
  mutating func others() -> Int {
    guard logOfChance > -.infinity else { return 0 }
    return Int(min(1e9, sizes.exponential() / -logOfChance))
  }

  /// Time from the first fault to one of the others, in seconds.
  mutating func nextDelay() -> Double { delay.next() }

  /// Draws one of so many instances with equal chance.
  mutating func chooseInstance(among count: Int) -> Int { instances.index(below: count) }
}

/// Faults that come in bursts.
extension ClusterState {
  /// A fault of a class brings others of its kind.
  @inline(never)
  mutating func burst(of index: Int, in simulator: inout Simulator<ClusterEvent>) {
    let others = bursts[index]?.others() ?? 0
    for _ in 0..<others {
      guard let delay = bursts[index]?.nextDelay() else { return }
      let event = ClusterEvent(kind: .burstFailure, index: Int32(index))
      scheduleFailure(event, at: simulator.now + delay, in: &simulator)
    }
  }

  /// One of those others strikes, at any instance; it is void if that is not at risk.
  mutating func burstFails(_ index: Int, in simulator: inout Simulator<ClusterEvent>) {
    if completesNow(simulator.now) { return complete(in: &simulator) }
    let instances = sources[index].instances
    guard let instance = bursts[index]?.chooseInstance(among: instances),
      let blow = blow(of: index, at: instance)
    else { return }
    land(blow, of: index, renewal: nil, in: &simulator)
  }
}
