/// The renewal equation of a law on a span of time, in cells of equal length.
///
/// What is alive at t was renewed at some x, or new at 0, and has lived since:
/// F(t) = ∫ S(t − x) dm(x) over (0, t]. With the failures spread evenly over each cell, and S̄ₖ the
/// mean of S over the kth cell, the failures Δᵢ of the ith obey F(tᵢ) = Σ S̄ᵢ₋ⱼ₊₁·Δⱼ over j ≤ i; in
/// differences,
///
///     S̄₁·Δᵢ = F(tᵢ) − F(tᵢ₋₁) + Σ (S̄ᵢ₋ⱼ − S̄ᵢ₋ⱼ₊₁)·Δⱼ over j < i.
///
/// No term is negative, so no digits are lost, neither of rare failures nor of many. S is only
/// integrated: infinite hazards and atoms do no harm. And Σ S̄ keeps E[min(T, t)], so that lives
/// far shorter than a cell come to t/mean failures, as the elementary renewal theorem says.
///
/// If the first life is that of an instance of another age, F on the left is the law of what is
/// left of it: F(t) = 1 − e^{−(H(a + t) − H(a))}, or a mean of several.
///
/// Source: Xie, "On the solution of renewal-type integral equations", Communications in Statistics –
/// Simulation and Computation 18 (1989); here with means over cells for his values at midpoints.
struct RenewalEquation {
  /// Highly composite: atoms at a half, a third, … a tenth of the span fall between cells.
  private static let cells = 1260

  private let law: Lifetime
  private let span: Double
  private let cell: Double
  private let hazardFactor: Double
  /// The ages of the first lives, the hazard that each has outlived, and its share.
  private let ages: [(age: Double, hazard: Double, share: Double)]

  /// The equation of a law on (0, span], with a span and a factor that are positive and finite.
  init(
    law: Lifetime, span: Double, hazardFactor: Double = 1,
    ages: [(age: Double, share: Double)] = []
  ) {
    self.law = law
    self.span = span
    self.hazardFactor = hazardFactor
    self.ages =
      ages.allSatisfy { $0.age == 0 }
      ? [] : ages.map { (age: $0.age, hazard: law.cumulativeHazard($0.age), share: $0.share) }
    cell = span / Double(Self.cells)
  }

  /// The failures expected in the span; infinite where a cell would hold too many for a number.
  var failures: Double {
    let first = areaOfFirstCell
    let renewals = cell / first
    guard renewals < .infinity else { return .infinity }
    let negligible = 1e-12 * first / span
    var failures: [Double] = []
    var lags: [Double] = []
    var (before, start, area) = (instant(0), instant(0), first)
    var firstLives = 0.0
    for index in 1...Self.cells {
      let end = start.survival > negligible ? instant(Double(index) * cell) : .never
      if ages.isEmpty {
        failures.append(renewals * max(0, end.failure - start.failure))
      } else {
        let ended = firstLivesEnded(by: Double(index) * cell)
        failures.append(renewals * max(0, ended - firstLives))
        firstLives = ended
      }
      if index > 1 {
        // Never more than the last one: lags above 1 in sum would let failures breed failures.
        let next = min(area, areaOfCell(from: start, to: end, after: before, first: first))
        lags.append((area - next) / first)
        area = next
      }
      (before, start) = (start, end)
    }
    let reach = 1 + (lags.lastIndex { $0 > 0 } ?? -1)
    for cause in 0..<Self.cells {
      for lag in 0..<min(reach, Self.cells - 1 - cause) {
        failures[cause + 1 + lag] += lags[lag] * failures[cause]
      }
    }
    return failures.reduce(0, +)
  }

  /// The share of the first lives that have ended by a time.
  private func firstLivesEnded(by time: Double) -> Double {
    ages.reduce(0) { sum, entry in
      let hazard = law.cumulativeHazard(entry.age + time)
      let gained = hazard < .infinity ? hazardFactor * (hazard - entry.hazard) : .infinity
      return sum - entry.share * PortableMath.expm1(-max(0, gained))
    }
  }
}

// MARK: Integrals of the survival function

extension RenewalEquation {
  /// A time, and the chances to outlive it and not to.
  private struct Instant {
    var time: Double
    var survival: Double
    var failure: Double

    static let never = Instant(time: .infinity, survival: 0, failure: 1)
  }

  private func instant(_ time: Double) -> Instant {
    let hazard = hazardFactor * law.cumulativeHazard(time)
    return Instant(
      time: time, survival: PortableMath.exp(-hazard), failure: -PortableMath.expm1(-hazard))
  }

  /// ∫ S dt over the first cell, in octaves towards 0, however short lives are beside the cell.
  private var areaOfFirstCell: Double {
    var area = 0.0
    var end = instant(cell)
    while end.time > 1e-9 * area, end.failure > 1e-9 {
      let start = instant(end.time / 2)
      area += self.area(from: start, to: end, total: area + start.time * start.survival)
      end = start
    }
    return area + end.time * end.survival
  }

  /// ∫ S dt over a cell: from the bend at its start where S is smooth, else by halves.
  private func areaOfCell(
    from start: Instant, to end: Instant, after before: Instant, first: Double
  ) -> Double {
    guard end.time < .infinity else { return 0 }
    let bend = before.survival - 2 * start.survival + end.survival
    guard isSmooth(bend: bend, fall: start.survival - end.survival, width: cell, total: first)
    else { return area(from: start, to: end, total: first) }
    let mean = (start.survival + end.survival) / 2 - bend / 12
    return cell * min(max(mean, end.survival), start.survival)
  }

  /// Whether both the bend and the fall of S make little of the total: the bend alone may vanish by
  /// chance between atoms.
  private func isSmooth(bend: Double, fall: Double, width: Double, total: Double) -> Bool {
    abs(bend) * width <= 1e-5 * total && fall * width <= 1e-2 * total
  }

  /// ∫ S dt between two instants, by Simpson's rule on halves of halves.
  private func area(
    from start: Instant, to end: Instant, total: Double, halvings: Int = 50
  ) -> Double {
    let width = end.time - start.time
    let middle = instant(start.time + width / 2)
    let bend = start.survival - 2 * middle.survival + end.survival
    let fall = start.survival - end.survival
    if halvings == 0 || isSmooth(bend: bend, fall: fall, width: width, total: total) {
      return width * ((start.survival + end.survival) / 2 - bend / 3)
    }
    return area(from: start, to: middle, total: total, halvings: halvings - 1)
      + area(from: middle, to: end, total: total, halvings: halvings - 1)
  }
}
