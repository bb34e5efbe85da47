/// The two-sided probability of lying 4 standard deviations off: tests of fit with fixed seeds ask
/// for a p-value above it.
let fourSigma = 6.3e-5

/// Whether two numbers agree to a relative error.
func agree(_ a: Double, _ b: Double, relative: Double) -> Bool {
  a == b || abs(a - b) <= relative * max(abs(a), abs(b))
}
