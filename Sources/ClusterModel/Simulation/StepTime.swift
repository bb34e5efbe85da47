import Statistics

/// The duration of a step of recovery or repair, with its own stream of random numbers.
struct StepTime {
  private let law: Lifetime
  private let constant: Double?
  private let identifier: StreamIdentifier
  private var stream: RandomStream

  /// `name` names the stream, so that a change to one step leaves the luck of the others.
  init(_ law: Lifetime, name: String) {
    self.law = law
    if case .deterministic(let time) = law { constant = time.value } else { constant = nil }
    identifier = StreamIdentifier(name)
    stream = RandomStream(seed: 0, replication: 0, stream: identifier)
  }

  /// Begins the stream of a replication.
  mutating func begin(seed: UInt64, replication: UInt64) {
    stream = RandomStream(seed: seed, replication: replication, stream: identifier)
  }

  /// Draws a duration in seconds.
  mutating func next() -> Double {
    if let constant { return constant }
    return law.sample(using: &stream)
  }
}
