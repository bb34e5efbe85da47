import Checkpointing
import DiscreteEvents
import Statistics

/// The check of the job's state before each save: there is an event for it only while the state is
/// corrupt.
struct VerificationState {
  /// Whether there is such a check.
  let isOn: Bool
  private let finds: Double
  /// The end of the next one.
  var event: EventHandle?
  private static let stream = StreamIdentifier("phase/verify/finds")
  private var luck: RandomStream

  init(_ verification: Verification?) {
    isOn = verification != nil
    finds = verification?.finds ?? 0
    luck = RandomStream(seed: 0, replication: 0, stream: Self.stream)
  }

  mutating func begin(seed: UInt64, replication: UInt64) {
    luck = RandomStream(seed: seed, replication: replication, stream: Self.stream)
    event = nil
  }

  /// Whether a check finds what is wrong.
  mutating func findsCorruption() -> Bool { luck.uniform() < finds }
}

extension ClusterState {
  /// Schedules the end of the next verification, if there is something to find.
  mutating func scheduleVerification(in simulator: inout Simulator<ClusterEvent>) {
    cancelVerification(in: &simulator)
    guard phase.isTraining, latentFaults.contains(where: { isInState($0) }),
      let end = session.verificationEnd(after: simulator.now), end <= horizon
    else { return }
    verification.event = simulator.schedule(ClusterEvent(kind: .verified), at: end)
  }

  mutating func cancelVerification(in simulator: inout Simulator<ClusterEvent>) {
    if let event = verification.event { simulator.cancel(event) }
    verification.event = nil
  }

  /// A verification is over: a corruption is found, or stays for the next one.
  mutating func stateIsVerified(in simulator: inout Simulator<ClusterEvent>) {
    verification.event = nil
    if verification.findsCorruption(),
      let position = latentFaults.firstIndex(where: { isInState($0) })
    {
      findCorruption(at: position, in: &simulator)
    } else {
      scheduleVerification(in: &simulator)
    }
  }
}
