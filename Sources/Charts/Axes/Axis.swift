/// An axis: what it spans, its ticks, and where values are on it.
struct Axis {
  let scale: AxisScale
  let labels: AxisLabels
  private(set) var lower: Double
  private(set) var upper: Double
  private(set) var ticks: [Tick] = []

  /// An axis for values, about so many steps long; nil if none of them can be shown.
  ///
  /// A rounded axis ends at ticks; any other at the least and greatest value. There are always at
  /// least two ticks.
  init?(
    _ values: some Sequence<Double>, _ scale: AxisScale, _ labels: AxisLabels, steps: Int = 5,
    rounded: Bool = false, fromZero: Bool = false
  ) {
    self.scale = scale
    self.labels = labels
    let shown = values.filter { isShown($0, scale) }
    guard var least = shown.min(), var greatest = shown.max() else { return nil }
    if fromZero, scale == .linear { (least, greatest) = (min(0, least), max(0, greatest)) }
    (lower, upper) = (least, greatest)
    widen()
    switch scale {
    case .linear: setLinearTicks(steps: max(2, steps), rounded: rounded)
    case .logarithmic: setLogarithmicTicks(steps: max(2, steps), rounded: rounded)
    }
    if ticks.count < 2 { setEndTicks() }
  }

  /// Marks these values instead, as far as the axis reaches, if they are at least two.
  mutating func mark(_ values: [Double]) {
    let within = values.filter { isShown($0) && $0 >= lower && $0 <= upper }
    let marked = within.sorted().map { Tick(value: $0, label: labels.text($0), rank: 1) }
    if marked.count >= 2 { ticks = marked }
  }

  /// Where a value is, from 0 to 1; what lies beyond an end is at that end.
  func fraction(_ value: Double) -> Double {
    guard value > lower else { return 0 }
    guard value < upper else { return 1 }
    switch scale {
    case .linear:
      return (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    case .logarithmic:
      let start = Decimal.logarithm(lower)
      return (Decimal.logarithm(value) - start) / (Decimal.logarithm(upper) - start)
    }
  }

  /// Makes room around values that are all the same, or as good as.
  private mutating func widen() {
    if scale == .logarithmic {
      if upper / lower < 1.02 { (lower, upper) = (lower / 1.5, upper * 1.5) }
      return
    }
    let size = max(lower.magnitude, upper.magnitude)
    let (least, greatest) = (lower, upper)
    if upper - lower <= 1e-9 * size || size < 1e-300 {
      let pad = size < 1e-300 ? 1 : size / 10
      (lower, upper) = (lower - pad, upper + pad)
    }
    switch labels {
    case .percent:
      if greatest <= 1 { upper = min(upper, 1) }
      if least >= 0 { lower = max(lower, 0) }
    case .count:
      (lower, upper) = (lower.rounded(.down), upper.rounded(.up))
      if upper - lower < 1 { upper += 1 }
      if least >= 0 { lower = max(lower, 0) }
    case .number, .duration:
      if least >= 0 { lower = max(lower, 0) }
    }
  }

  private mutating func setLinearTicks(steps: Int, rounded: Bool) {
    var step = NiceSteps.step(atLeast: upper / Double(steps) - lower / Double(steps), labels)
    if !rounded {
      // Rounded inwards, a step may leave one tick or none.
      for _ in 0..<4 where (upper / step).rounded(.down) - (lower / step).rounded(.up) < 1 {
        step = NiceSteps.step(atLeast: step / 2.6, labels)
      }
    }
    let first = rounded ? (lower / step + 1e-6).rounded(.down) : (lower / step - 1e-6).rounded(.up)
    let last = rounded ? (upper / step - 1e-6).rounded(.up) : (upper / step + 1e-6).rounded(.down)
    guard last > first, last - first < 100, step.isFinite else { return }
    // Through the reciprocal, a step below 1 gives the values that are written so.
    let inverse = (1 / step).rounded()
    let isFraction = step < 1 && (inverse * step - 1).magnitude < 1e-12
    let values = stride(from: first, through: last, by: 1).map {
      isFraction ? $0 / inverse : $0 * step
    }
    if rounded, let low = values.first, let high = values.last {
      (lower, upper) = (min(lower, low), max(upper, high))
    }
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    ticks = values.map {
      Tick(value: $0, label: labels.tick($0, step: step, largest: largest), rank: 0)
    }
  }

  private mutating func setLogarithmicTicks(steps: Int, rounded: Bool) {
    if rounded {
      let around = NiceSteps.logarithmic(
        from: lower / 10, to: upper * 10, labels, decades: 5)
      lower = around.last { $0.value <= lower * (1 + 1e-9) }?.value ?? lower
      upper = around.first { $0.value >= upper * (1 - 1e-9) }?.value ?? upper
    }
    var values = NiceSteps.logarithmic(from: lower, to: upper, labels)
    if values.count > 3 * steps {
      let main = values.filter { $0.rank == 0 }
      let every = (main.count - 1) / (2 * steps) + 1
      values = main.enumerated().filter { $0.offset.isMultiple(of: every) }.map(\.element)
    }
    ticks = values.map {
      Tick(value: $0.value, label: labels.text($0.value), rank: $0.rank)
    }
    guard ticks.count < 2 else { return }
    setLinearTicks(steps: 3, rounded: false)
  }

  private mutating func setEndTicks() {
    ticks = [lower, upper].map { Tick(value: $0, label: labels.text($0), rank: 0) }
  }
}
