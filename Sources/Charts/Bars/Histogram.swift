/// Some of the values of a histogram: those from `lower` to below `upper`.
public struct HistogramBin: Sendable, Hashable {
  public var lower: Double
  public var upper: Double
  public var count: Double

  public init(from lower: Double, to upper: Double, count: Double) {
    self.lower = lower
    self.upper = upper
    self.count = count
  }
}

/// How often values occurred, with their mean and quantiles marked.
///
/// The axis of values is linear, whatever its scale is said to be.
public struct Histogram: Chart, Sendable, Hashable {
  public var heading: ChartHeading
  public var bins: [HistogramBin]
  public var x: ChartAxis
  public var y = ChartAxis(labels: .count)
  public var mean: Double?
  /// The ends of the interval most values are in.
  public var low: Double?
  public var high: Double?
  public var meanName = "mean"
  public var lowName = "5 %"
  public var highName = "95 %"
  /// Other values marked, such as published ones.
  public var references: [ReferenceLine] = []
  /// The height of the bars' area in units; nil for what suits the width.
  public var height: Double?

  /// The histogram of values, in about so many bins; marks their mean and 5 % and 95 % quantiles.
  public init(_ heading: ChartHeading, _ values: [Double], x: ChartAxis, bins: Int? = nil) {
    let sorted = values.filter(isShown).sorted()
    let binning = Binning(sorted, x.labels, bins: bins)
    self.init(heading, bins: binning.bins, x: x)
    guard !sorted.isEmpty else { return }
    mean = Binning.mean(of: sorted)
    low = Binning.quantile(0.05, of: sorted)
    high = Binning.quantile(0.95, of: sorted)
  }

  public init(
    _ heading: ChartHeading, bins: [HistogramBin], x: ChartAxis, mean: Double? = nil,
    low: Double? = nil, high: Double? = nil
  ) {
    self.heading = heading
    self.bins = bins
    self.x = x
    self.mean = mean
    self.low = low
    self.high = high
  }
}
