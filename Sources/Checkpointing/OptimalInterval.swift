import Statistics

/// How much work to do between two saves so that least time is lost: the field's three answers.
///
/// All hold for an endless run whose faults come as a Poisson process. Of one job they need two
/// times, both in seconds: `save` (δ), for which a checkpoint blocks the job, and
/// `meanTimeToInterruption` (M > 0), the mean training time from a start until a fault, which is
/// infinite without faults. Results are seconds of productive time from the end of one save to the
/// beginning of the next: 0 for saves that cost nothing, infinite when there is a cost and no fault.
/// Downtime and restart do not come in: they multiply the mean time of a segment by a factor that
/// is the same for every interval.
public enum OptimalInterval {
  /// The first-order optimum, √(2δM).
  ///
  /// Takes a fault to strike in the middle of an interval and never during a save, so it asks for
  /// δ ≪ M. It is always longer than the optimum, from δ = M/2 on even longer than M. Used instead
  /// of the optimum it lowers the ETTR by less than 0.5 % of itself up to δ = M/10, but by 4.8 % at
  /// δ = M/2.
  ///
  /// Source: Young 1974, "A first order approximation to the optimum checkpoint interval",
  /// Communications of the ACM 17. Kokolis et al. 2025, arXiv 2410.21680, use the same,
  /// √(2w/(N r)), beside the estimate in `ExponentialCompletion.firstOrderETTR(policy:)`.
  public static func young(save: Double, meanTimeToInterruption: Double) -> Double {
    check(save, meanTimeToInterruption)
    // Zero comes first: free saves are made all the time, faults or not.
    return save > 0 ? (2 * save * meanTimeToInterruption).squareRoot() : 0
  }

  /// The higher-order estimate √(2δM)·(1 + ⅓√(δ/2M) + ⅑·δ/2M) − δ for δ < 2M, else M.
  ///
  /// It counts faults during saves and several faults in one segment. Used instead of the optimum
  /// it lowers the ETTR by less than 0.2 % of itself for any δ; the jump at δ = 2M, from 0.89 M to
  /// M, is of its making.
  ///
  /// Source: Daly 2006, "A higher order estimate of the optimum checkpoint interval for restart
  /// dumps", Future Generation Computer Systems 22, eq. 37.
  public static func daly(save: Double, meanTimeToInterruption: Double) -> Double {
    let first = young(save: save, meanTimeToInterruption: meanTimeToInterruption)
    let ratio = save / (2 * meanTimeToInterruption)
    guard ratio < 1 else { return meanTimeToInterruption }
    return first * (1 + ratio.squareRoot() / 3 + ratio / 9) - save
  }

  /// Daly's first-order estimate √(2δ(M + R)) − δ for δ < M/2, else M.
  ///
  /// For δ ≪ M and without R it is too short by √(2δ/M)/6 of the optimum, while Young's is too long
  /// by twice that. The mean restart R, 0 unless given, is part of his first-order model, for
  /// τ + δ ≪ M: √(2δ(M + R)). His higher-order model shows that R makes no difference, and `exact`
  /// agrees, so with R it is an estimate to compare with and none to use.
  ///
  /// Source: Daly 2006, "A higher order estimate of the optimum checkpoint interval for restart
  /// dumps", Future Generation Computer Systems 22, where the two forms are, both quoted here at
  /// second hand.
  public static func dalyFirstOrder(
    save: Double, restart: Double = 0, meanTimeToInterruption: Double
  ) -> Double {
    precondition(restart >= 0, "a restart takes no negative time: \(restart) s")
    let withRestart = meanTimeToInterruption + restart
    let first = young(save: save, meanTimeToInterruption: withRestart)
    guard save < meanTimeToInterruption / 2 else { return meanTimeToInterruption }
    return first - save
  }

  /// The optimum itself, M·(1 + W₀(−e^{−δ/M − 1})) with Lambert's W, within 3 ulps.
  ///
  /// It minimises (e^{(τ+δ)/M} − 1)/τ, to which the time for a second of work is proportional, and
  /// so maximises `ExponentialCompletion.ettr(policy:)`. It never exceeds M. Copies that become
  /// durable `write` seconds after the save leave it as it is while it is longer than `write`: they
  /// lower the ETTR by e^{−write/M}, whatever the interval. Otherwise saves would wait for the copy
  /// before, and the optimum is the smaller one of `write` and M.
  ///
  /// Source: Bougeret et al. 2011, "Checkpointing strategies for parallel jobs", theorem 1.
  public static func exact(
    save: Double, write: Double = 0, meanTimeToInterruption: Double
  ) -> Double {
    precondition(write >= 0, "a copy takes no negative time: \(write) s")
    return max(
      synchronous(save, meanTimeToInterruption), min(write, meanTimeToInterruption))
  }

  /// The optimum for copies that are durable when the save ends.
  ///
  /// With x = (τ + δ)/M the derivative vanishes where x − 1 + e^{−x} = δ/M, and then
  /// τ/M = 1 − e^{−x}, which is also the slope of the left side. That side is convex, so Newton's
  /// steps from above the root come down to it. Lambert's W itself would lose half of the digits
  /// near its branch point, −1/e, where δ ≪ M.
  private static func synchronous(_ save: Double, _ meanTimeToInterruption: Double) -> Double {
    let first = young(save: save, meanTimeToInterruption: meanTimeToInterruption)
    let ratio = save / meanTimeToInterruption
    // The relative difference to Young's is √(2δ/M)/3 at most: less than an ulp here.
    guard ratio > 1e-33 else { return first }
    // From here on e^{−x} is less than an ulp of 1.
    guard ratio < 40 else { return meanTimeToInterruption }
    var x = ratio + min(1, (2 * ratio).squareRoot())
    while true {
      let slope = -PortableMath.expm1(-x)
      let next = x - (excess(x) - ratio) / slope
      guard next < x else { return meanTimeToInterruption * slope }
      x = next
    }
  }

  /// x − 1 + e^{−x} for x ≥ 0, precise for small x.
  private static func excess(_ x: Double) -> Double {
    guard x < 1 else { return x + PortableMath.expm1(-x) }
    // x²/2! − x³/3! + … − x¹⁹/19!, from the last term to the first.
    let sum = stride(from: 19.0, through: 3, by: -1).reduce(1) { 1 - x / $1 * $0 }
    return x * x / 2 * sum
  }

  private static func check(_ save: Double, _ meanTimeToInterruption: Double) {
    precondition(save >= 0, "a save takes no negative time: \(save) s")
    precondition(
      meanTimeToInterruption > 0,
      "the mean time to interruption must be positive, not \(meanTimeToInterruption) s")
  }
}
