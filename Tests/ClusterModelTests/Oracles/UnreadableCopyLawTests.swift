import Checkpointing
import ClusterModel
import Statistics
import Testing

@Suite("Copies that can't be read cost older copies")
struct UnreadableCopyLawTests {
  static let (interval, save) = (400.0, 50.0)
  static let (restart, load) = (100.0, 60.0)

  static func scenario(
    rate: Double, unreadable: Double, kept: Int? = nil, work: Double? = nil, horizon: Double? = nil
  ) -> Scenario {
    Scenario(
      cluster: Cluster(nodes: 1), faults: [jobFault(.exponential(mean: 1 / rate))],
      job: Job(nodes: 1, work: work),
      checkpoint: CheckpointPolicy(interval: interval, save: save),
      storage: [CheckpointStorage(load: .constant(load), unreadable: unreadable, kept: kept)],
      recovery: Recovery(restart: .constant(restart)), horizon: horizon)
  }

  @Test(
    "A geometric number of copies is lost, as far as the one that was read before",
    arguments: [0.05, 0.3, 0.8])
  func lostCopies(unreadable p: Double) {
    // A session makes n copies with P(n ≥ k) = q^k, q = e^{−λ(W+C)}. Of these the newest U can't be
    // read, P(U ≥ j) = p^j for j ≤ n; the copy before them was read when the session began, and can
    // be again. So E[U] = Σ p^j q^j = pq/(1 − pq), and E[n − U] = q/(1 − q) − E[U].
    let rate = 1 / 1000.0
    let q = PortableMath.exp(-rate * (Self.interval + Self.save))
    let dropped = p * q / (1 - p * q)
    let kept = q / (1 - q) - dropped
    let cycle = 1 / rate + Self.restart + (1 + dropped) * Self.load
    let done = -PortableMath.expm1(-rate * Self.interval) / rate / (1 - q)
    let horizon = 1e6
    let runs = LongRuns(Self.scenario(rate: rate, unreadable: p, horizon: horizon))
    runs.expectETTR(kept * Self.interval / cycle, within: 0.02)
    runs.expect("copies", dropped * horizon / cycle, within: 0.06) { Double($0.unreadableCopies) }
    runs.expect("loads", (1 + dropped) * Self.load * horizon / cycle, within: 0.02) {
      $0.ledger[.load]
    }
    runs.expect("lost work", (done - kept * Self.interval) * horizon / cycle, within: 0.02) {
      $0.ledger[.lostWork]
    }
  }

  @Test(
    "With one copy kept, one that can't be read throws the job back to its start",
    arguments: [(0.0, 6, 2000.0), (0.1, 6, 2000), (0.8, 3, 491)])
  func oneCopy(unreadable p: Double, segments: Int, meanTime: Double) {
    // V(k) with k of m segments saved: ∫ S to the end; after a fault with no new copy the old one is
    // read again, V(k); with n new ones all but the newest are gone, which is read with 1 − p, or
    // else nothing is, in the time of another load, and V(0) follows. V(k) = a(k) + b(k) V(0).
    let rate = 1 / meanTime
    let length = Self.interval + Self.save
    let q = PortableMath.exp(-rate * length)
    let recovery = Self.restart + Self.load
    var a = [Double](repeating: 0, count: segments + 1)
    var b = a
    for done in (0..<segments).reversed() {
      let left = Double(segments - done) * length
      let fails = -PortableMath.expm1(-rate * left)
      a[done] = fails / rate + fails * recovery
      for new in 1..<max(1, segments - done) {
        let chance = PortableMath.pow(q, Double(new)) * (1 - q)
        a[done] += chance * (p * Self.load + (1 - p) * a[done + new])
        b[done] += chance * (p + (1 - p) * b[done + new])
      }
      a[done] /= q
      b[done] /= q
    }
    let expected = a[0] / (1 - b[0])
    let runs = LongRuns(
      Self.scenario(rate: rate, unreadable: p, kept: 1, work: Double(segments) * Self.interval),
      replications: p > 0.5 ? 8000 : 4000)
    runs.expect("completion", expected, within: 0.015, \.wallSeconds)
    #expect(runs.runs.allSatisfy { $0.isComplete })
  }
}
