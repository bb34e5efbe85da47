/// Sorts values into bins that begin at round numbers.
struct Binning {
  let bins: [HistogramBin]

  /// Bins for values in ascending order, about as many as asked for; by default the square root of
  /// how many values there are, from 6 to 40.
  init(_ sorted: [Double], _ labels: AxisLabels, bins wished: Int?) {
    guard let axis = Axis(sorted, .linear, labels, steps: 2) else {
      bins = []
      return
    }
    let usual = Int(Double(sorted.count).squareRoot())
    let number = Double(max(2, min(100, wished ?? max(6, min(40, usual)))))
    let step = NiceSteps.step(atLeast: axis.upper / number - axis.lower / number, labels)
    let first = (axis.lower / step + 1e-9).rounded(.down)
    let count = WholeNumber.floor(axis.upper / step - first + 1e-9, within: 0...399) + 1
    var counts = Array(repeating: 0.0, count: count)
    for value in sorted {
      let place = value / step - first + 1e-9
      counts[WholeNumber.floor(place, within: 0...count - 1)] += 1
    }
    // A greatest value on an edge belongs to the last bin that has others, unless bins are of whole
    // numbers, whose own it is.
    if labels != .count, count > 1, let last = sorted.last, counts[count - 1] > 0,
      (last / step - first - Double(count - 1)).magnitude < 1e-6, counts[count - 2] > 0
    {
      counts[count - 2] += counts.removeLast()
    }
    // Whole numbers are in the middle of what they are counted in.
    let offset = labels == .count ? 0.5 : 0
    let all = counts.enumerated().map { index, number in
      let lower = (first + Double(index)) * step
      return HistogramBin(
        from: max(-1e300, lower - offset), to: min(1e300, lower + step - offset), count: number)
    }
    bins = Self.trimmed(all, labels)
  }

  /// The bins without empty ones at the ends but for one each, if it could have values.
  private static func trimmed(_ bins: [HistogramBin], _ labels: AxisLabels) -> [HistogramBin] {
    guard let first = bins.firstIndex(where: { $0.count > 0 }),
      let last = bins.lastIndex(where: { $0.count > 0 })
    else { return [] }
    let isPositive = bins[first].lower >= 0
    return bins.enumerated().filter { index, bin in
      if index < first { return index == first - 1 && (bin.lower >= 0 || !isPositive) }
      if index > last { return index == last + 1 && (bin.upper <= 1 + 1e-9 || labels != .percent) }
      return true
    }.map(\.element)
  }

  static func mean(of values: [Double]) -> Double {
    var mean = 0.0
    for (index, value) in values.enumerated() {
      let share = 1 / Double(index + 1)
      mean = mean * (1 - share) + value * share
    }
    return mean
  }

  /// A quantile of values in ascending order, interpolated between neighbours.
  ///
  /// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician
  /// 50, 1996, definition 7.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return last }
    let rest = place - Double(index)
    return sorted[index] * (1 - rest) + sorted[index + 1] * rest
  }
}
