import Checkpointing
import Testing

/// Faults every 23 and every 3 minutes, saves of five intervals, downtimes of two days.
@Suite("Closed forms where faults are frequent and times are long")
struct AwkwardRegimeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let meanTimeToFault, interval, save, downtime, restart: Double
    let isExposed, savesAtEnd: Bool
    let recovery, completion: (mean: Double, variance: Double)
    let ettr: Double
    var testDescription: String {
      "M \(meanTimeToFault), I \(interval), C \(save), D \(downtime), R \(restart), "
        + "exposed \(isExposed), at end \(savesAtEnd)"
    }
  }

  /// A job of 3½ intervals, and an endless one. First-step equations for first and second moments,
  /// with the moments of the time to a fault within a limit integrated numerically; mpmath 1.3.0,
  /// mp.dps = 30.
  static let cases = [
    Case(
      meanTimeToFault: 1380, interval: 60, save: 300, downtime: 90, restart: 300,
      isExposed: true, savesAtEnd: true,
      recovery: (446.96058791083807, 18422.65689754969),
      completion: (2127.165334108411, 604209.97286587272),
      ettr: 0.11018457220130198),
    Case(
      meanTimeToFault: 1380, interval: 60, save: 300, downtime: 90, restart: 300,
      isExposed: true, savesAtEnd: false,
      recovery: (446.96058791083807, 18422.65689754969),
      completion: (1673.7739149007571, 476233.64870244504),
      ettr: 0.11018457220130198),
    Case(
      meanTimeToFault: 1380, interval: 60, save: 300, downtime: 90, restart: 300,
      isExposed: false, savesAtEnd: true,
      recovery: (390, 0), completion: (2060.8450265899422, 482107.54347686345),
      ettr: 0.11373043548451687),
    Case(
      meanTimeToFault: 1380, interval: 60, save: 300, downtime: 90, restart: 300,
      isExposed: false, savesAtEnd: false,
      recovery: (390, 0), completion: (1621.5893484391487, 380144.89383468837),
      ettr: 0.11373043548451687),
    Case(
      meanTimeToFault: 1380, interval: 120, save: 20, downtime: 172_800, restart: 300,
      isExposed: true, savesAtEnd: true,
      recovery: (215096.18721245563, 9026694075.1332368),
      completion: (82262.165266161286, 22770459214.52791),
      ettr: 0.0051916632314473872),
    Case(
      meanTimeToFault: 1380, interval: 120, save: 20, downtime: 172_800, restart: 300,
      isExposed: true, savesAtEnd: false,
      recovery: (215096.18721245563, 9026694075.1332368),
      completion: (78961.554815730605, 21853473387.862661),
      ettr: 0.0051916632314473872),
    Case(
      meanTimeToFault: 1380, interval: 100, save: 500, downtime: 172_800, restart: 0,
      isExposed: false, savesAtEnd: true,
      recovery: (172800, 0), completion: (369879.22496329906, 97447034024.000968),
      ettr: 0.0010541498698472348),
    Case(
      meanTimeToFault: 1380, interval: 100, save: 500, downtime: 172_800, restart: 0,
      isExposed: false, savesAtEnd: false,
      recovery: (172800, 0), completion: (291016.10508857503, 76744115980.139793),
      ettr: 0.0010541498698472348),
    Case(
      meanTimeToFault: 180, interval: 60, save: 300, downtime: 90, restart: 300,
      isExposed: true, savesAtEnd: true,
      recovery: (1249.5123136269079, 938971.21959077423),
      completion: (34911.362812843398, 351585159.19974789),
      ettr: 0.0065694142509016089),
    Case(
      meanTimeToFault: 180, interval: 60, save: 300, downtime: 90, restart: 300,
      isExposed: true, savesAtEnd: false,
      recovery: (1249.5123136269079, 938971.21959077423),
      completion: (27658.960041019283, 285731693.01626432),
      ettr: 0.0065694142509016089),
    Case(
      meanTimeToFault: 180, interval: 60, save: 300, downtime: 90, restart: 300,
      isExposed: false, savesAtEnd: true,
      recovery: (390, 0), completion: (13920.465471775119, 46033900.885930785),
      ettr: 0.016475541342070069),
    Case(
      meanTimeToFault: 180, interval: 120, save: 20, downtime: 172_800, restart: 300,
      isExposed: true, savesAtEnd: true,
      recovery: (915660.88893030568, 679793011477.60768),
      completion: (3745343.4893295217, 9954644147597.5127),
      ettr: 0.00011135797497555318),
    Case(
      meanTimeToFault: 180, interval: 120, save: 20, downtime: 172_800, restart: 300,
      isExposed: false, savesAtEnd: true,
      recovery: (173100, 0), completion: (708630.86336867742, 256544146436.39208),
      ettr: 0.00058856294316187301),
    Case(
      meanTimeToFault: 180, interval: 120, save: 20, downtime: 172_800, restart: 300,
      isExposed: false, savesAtEnd: false,
      recovery: (173100, 0), completion: (680211.02472229205, 246929626995.54595),
      ettr: 0.00058856294316187301),
    Case(
      meanTimeToFault: 180, interval: 100, save: 500, downtime: 172_800, restart: 0,
      isExposed: true, savesAtEnd: true,
      recovery: (172800, 0), completion: (17527692.01773245, 80852728776742.214),
      ettr: 2.1386117811328207e-5),
    Case(
      meanTimeToFault: 180, interval: 100, save: 500, downtime: 172_800, restart: 0,
      isExposed: true, savesAtEnd: false,
      recovery: (172800, 0), completion: (14083178.371308726, 68014677032387.373),
      ettr: 2.1386117811328207e-5),
  ]

  @Test("Moments agree with numeric integration", arguments: cases)
  func agreesWithIntegration(oracle: Case) {
    let law = ExponentialCompletion(
      rate: 1 / oracle.meanTimeToFault, downtime: oracle.downtime, restart: oracle.restart,
      restartIsExposed: oracle.isExposed)
    let policy = CheckpointPolicy(
      interval: oracle.interval, save: oracle.save, savesAtEnd: oracle.savesAtEnd)
    let completion = law.completion(work: 3.5 * oracle.interval, policy: policy)
    // Differences of second moments and squared means lose three digits.
    #expect(isClose(law.recovery.mean, oracle.recovery.mean, 1e-12))
    #expect(isClose(law.recovery.variance, oracle.recovery.variance, 1e-10))
    #expect(isClose(completion.mean, oracle.completion.mean, 1e-12))
    #expect(isClose(completion.variance, oracle.completion.variance, 1e-10))
    #expect(isClose(law.ettr(policy: policy), oracle.ettr, 1e-13))
  }

  @Test("Interruptions are geometric in number")
  func interruptions() {
    // 3 segments of e^{360/180} − 1 and one of e^{330/180} − 1, by hand.
    let law = ExponentialCompletion(rate: 1 / 180, downtime: 172_800, restart: 300)
    let moments = law.interruptions(
      work: 210, policy: CheckpointPolicy(interval: 60, save: 300))
    // mpmath 1.3.0: 3*expm1(2) + expm1(mpf(11)/6).
    #expect(isClose(moments.mean, 24.421869248728279, 1e-14))
  }

  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    abs(a - b) <= tolerance * abs(b)
  }
}
