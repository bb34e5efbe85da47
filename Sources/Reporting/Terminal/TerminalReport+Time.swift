import ClusterModel
import Experiments

extension TerminalReport {
  /// The mean share of the wall time that each state has, largest first; states without any are
  /// left out.
  var timeShares: [(state: TimeState, share: Double)] {
    guard let wall = summary("wall_hours")?.mean, wall > 0 else { return [] }
    let shares = TimeState.allCases.compactMap { state in
      summary("\(state.identifier)_hours").map { (state: state, share: $0.mean / wall) }
    }
    // Sorting is stable: equal shares stay in the order of the states.
    return shares.filter { $0.share > Self.leastShare }.sorted { $0.share > $1.share }
  }

  /// Less is the rounding of sums.
  static let leastShare = 1e-9

  private static let amountTitle = "GPU-hours"

  /// Where the time went: a bar for each state that had any.
  var timeSection: [String] {
    let shares = timeShares
    guard !shares.isEmpty else { return [] }
    let label = shares.map(\.state.title.count).max() ?? 0
    let percent = shares.map { HumaneText.percent($0.share).count }.max() ?? 0
    let gpuHours = shares.map { HumaneText.short($0.share * (summary("gpu_hours")?.mean ?? 0)) }
    let amount = max(Self.amountTitle.count, gpuHours.map(\.count).max() ?? 0)
    let space = Double(min(50, style.width - label - percent - amount - 8))
    let lines = zip(shares, gpuHours).map { entry, hours in
      let name = TerminalText.left(entry.state.title, label)
      let share = TerminalText.right(HumaneText.percent(entry.share), percent)
      let bar = TerminalText.bar(entry.share * space)
      return "  \(name)  \(share)  \(TerminalText.right(hours, amount))  \(bar)"
    }
    let title = TerminalText.left("Where the time went", label + percent + 6)
    let none = TimeState.allCases.filter { state in !shares.contains { $0.state == state } }
    let rest = TerminalText.wrapped(
      "none: " + none.map(\.title).joined(separator: ", "), to: style.width - 2)
    return [palette.apply(.bold, to: title + TerminalText.left(Self.amountTitle, amount))] + lines
      + (none.isEmpty ? [] : rest.map { "  \($0)" })
  }

  /// What the figures mean, in a sentence or two.
  var meaning: [String] {
    guard let hours = summary("gpu_hours"), let lost = summary("gpu_hours_lost"),
      let unexpected = summary("unexpected_interruptions"), let wall = summary("wall_hours"),
      hours.mean > 0
    else { return [] }
    var text =
      unexpected.mean > 0
      ? "A fault interrupts the job every \(HumaneText.duration(wall.mean / unexpected.mean * 3600)). "
      : "No fault interrupts the job. "
    let money = costLost.map { " or \($0)" } ?? ""
    text +=
      "Of \(HumaneText.short(hours.mean)) GPU-hours \(HumaneText.short(lost.mean)) are lost "
      + "(\(HumaneText.percent(lost.mean / hours.mean))\(money))"
    let causes = timeShares.filter { $0.state != .productive }.prefix(2).map {
      "\($0.state.title) (\(HumaneText.percent($0.share)))"
    }
    let part = timeShares.count > 3 ? "most" : "all"
    text += causes.isEmpty ? "." : ", \(part) of them to \(causes.joined(separator: " and "))."
    return [palette.apply(.bold, to: "What it means")]
      + TerminalText.wrapped(text, to: style.width - 2).map { "  \($0)" }
  }
}
