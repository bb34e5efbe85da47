/// Mean, spread and quantiles as `result.json` has them; nil where it has null.
struct StoredSummary: Decodable, Sendable {
  let mean: Double?
  let standardError: Double?
  let ci95: [Double]?
  let sd: Double?
  let min: Double?
  let p05: Double?
  let p25: Double?
  let p50: Double?
  let p75: Double?
  let p95: Double?
  let max: Double?

  /// The 95 % confidence interval of the mean.
  var interval95: ClosedRange<Double>? { ci95.flatMap(Self.range) }

  /// What nine of ten runs lie between.
  var interval90: ClosedRange<Double>? {
    if let p05, let p95, p05 <= p95 { p05...p95 } else { nil }
  }

  /// Half the width of the 95 % interval.
  var margin: Double? { interval95.map { ($0.upperBound - $0.lowerBound) / 2 } }

  /// A range from a list of its two ends; nil for any other list.
  static func range(_ ends: [Double]) -> ClosedRange<Double>? {
    ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }
}

/// A metric as `result.json` has it.
struct StoredMetric: Decodable, Sendable {
  let unit: String
  let title: String
  let better: String
  let summary: StoredSummary

  private enum CodingKeys: String, CodingKey {
    case unit, title, better
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    unit = try container.decode(String.self, forKey: .unit)
    title = try container.decode(String.self, forKey: .title)
    better = try container.decode(String.self, forKey: .better)
    summary = try StoredSummary(from: decoder)
  }
}
