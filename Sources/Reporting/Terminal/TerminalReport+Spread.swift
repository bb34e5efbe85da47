import Statistics

extension TerminalReport {
  /// How the ETTR differs from run to run, as a histogram of one line; with fewer than 100 runs it
  /// would tell of their number.
  var spreadRow: OverviewRow? {
    guard let ettr = summary("ettr"), ettr.minimum < ettr.maximum, ettr.count >= 100,
      let values = report.result.values(of: "ettr")
    else { return nil }
    var counts = [Int](repeating: 0, count: Self.bins)
    for value in values {
      let place = (value - ettr.minimum) / (ettr.maximum - ettr.minimum)
      counts[min(Self.bins - 1, Int(place * Double(Self.bins)))] += 1
    }
    let range = ettr.maximum - ettr.minimum
    let decimals = range < 0.001 ? 3 : range < 0.01 ? 2 : 1
    return (
      "  all runs", TerminalText.columns(counts),
      "from \(HumaneText.percent(ettr.minimum, decimals: decimals))"
        + " to \(HumaneText.percent(ettr.maximum, decimals: decimals))"
    )
  }

  private static let bins = 16
}

extension TerminalText {
  /// Counts as columns of one line, to an eighth of its height; what is not zero is seen.
  static func columns(_ counts: [Int]) -> String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    let most = counts.max() ?? 0
    guard most > 0 else { return "" }
    return String(
      counts.map { count in
        count == 0 ? " " : blocks[(count * blocks.count - 1) / most]
      })
  }
}
