import CGSL

/// The GNU Scientific Library's special functions, with its aborting error handler switched off.
///
/// By default the library ends the process when a function fails. Without its handler a failure is
/// a NaN or a value that its caller checks. All calls into the library go through this type.
/// The functions use the C library's `log` and `exp`: their last bits may differ between machines.
enum GSL {
  /// Evaluated once, before the first call.
  private static let isQuiet: Bool = {
    _ = gsl_set_error_handler_off()
    return true
  }()

  private static func quietly<Result>(_ call: () -> Result) -> Result {
    precondition(isQuiet)
    return call()
  }

  /// The regularised lower incomplete gamma function P(shape, x).
  static func gammaP(_ x: Double, shape: Double) -> Double {
    quietly { gsl_cdf_gamma_P(x, shape, 1) }
  }

  /// The regularised upper incomplete gamma function Q(shape, x).
  static func gammaQ(_ x: Double, shape: Double) -> Double {
    quietly { gsl_cdf_gamma_Q(x, shape, 1) }
  }

  /// The inverse of `gammaP`; may be NaN, notably for shapes up to 0.1.
  static func gammaPInverse(_ p: Double, shape: Double) -> Double {
    quietly { gsl_cdf_gamma_Pinv(p, shape, 1) }
  }

  /// The inverse of `gammaQ`; may be NaN, notably for shapes up to 0.1.
  static func gammaQInverse(_ q: Double, shape: Double) -> Double {
    quietly { gsl_cdf_gamma_Qinv(q, shape, 1) }
  }

  /// log Γ(x) for x > 0.
  static func logGamma(_ x: Double) -> Double {
    quietly { gsl_sf_lngamma(x) }
  }

  static func normalP(_ z: Double) -> Double {
    quietly { gsl_cdf_ugaussian_P(z) }
  }

  static func normalPInverse(_ p: Double) -> Double {
    quietly { gsl_cdf_ugaussian_Pinv(p) }
  }

  static func normalQInverse(_ q: Double) -> Double {
    quietly { gsl_cdf_ugaussian_Qinv(q) }
  }

  /// The logarithm of the complementary error function; no underflow for large x.
  static func logErfc(_ x: Double) -> Double {
    quietly { gsl_sf_log_erfc(x) }
  }

  /// The chance of exactly so many successes.
  static func binomialDensity(_ successes: Int, trials: Int, probability: Double) -> Double {
    quietly { gsl_ran_binomial_pdf(UInt32(successes), probability, UInt32(trials)) }
  }

  static func studentTPInverse(_ p: Double, degreesOfFreedom: Double) -> Double {
    quietly { gsl_cdf_tdist_Pinv(p, degreesOfFreedom) }
  }
}

/// The version of the GNU Scientific Library in use.
public enum GSLVersion {
  /// As the library reports it, such as "2.7.1".
  public static var string: String { String(cString: clustersim_gsl_version()) }
}
