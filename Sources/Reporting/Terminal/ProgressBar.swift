import ClusterModel
import Experiments
import Statistics
import Synchronization

/// How far an experiment has come, on one line of a terminal that is redrawn.
///
/// Told from any thread; draws ten times a second at most.
public final class ProgressBar: Sendable {
  private struct State {
    var started = ContinuousClock.now
    var drawn: ContinuousClock.Instant?
    /// Replications that were done before.
    var earlier = 0
    var done = 0
    /// The metric's values in the point that was begun last.
    var moments = RunningMoments()
    var point = 0
  }

  private let experiment: Experiment
  private let total: Int
  private let metric: Metric?
  private let columns: Int
  private let state = Mutex(State())
  private let write: @Sendable (String) -> Void

  /// A bar on a terminal with so many columns; `write` puts text on it.
  public init(
    _ experiment: Experiment, columns: Int, write: @escaping @Sendable (String) -> Void
  ) {
    self.experiment = experiment
    total = experiment.replications
    let wanted = experiment.settings.precision?.metric ?? "ettr"
    metric = MetricCatalogue.all.first { $0.identifier == wanted }
    self.columns = columns
    self.write = write
  }

  /// Notes how many replications were done before.
  public func begin(with done: Int) {
    state.withLock { ($0.started, $0.earlier, $0.done) = (.now, done, done) }
  }

  /// Notes that a batch is done.
  public func add(_ batch: ReplicationBatch) {
    let now = ContinuousClock.now
    let line = state.withLock { state -> String? in
      count(batch, in: &state)
      if let drawn = state.drawn, now - drawn < .milliseconds(100) { return nil }
      // The first line comes after a moment: what is over by then needs no bar.
      guard now - state.started > .milliseconds(200) else { return nil }
      state.drawn = now
      return text(state, elapsed: (now - state.started) / .seconds(1))
    }
    if let line { write("\r\u{1B}[K" + line) }
  }

  /// Takes the bar off the terminal.
  public func clear() {
    if state.withLock({ $0.drawn != nil }) { write("\r\u{1B}[K") }
  }

  private func count(_ batch: ReplicationBatch, in state: inout State) {
    state.done += batch.outcomes.count
    if batch.point > state.point {
      state.point = batch.point
      state.moments = RunningMoments()
    }
    guard let metric, batch.point == state.point else { return }
    for outcome in batch.outcomes {
      metric.value(outcome, experiment.points[batch.point]).map { state.moments.add($0) }
    }
  }

  private func text(_ state: State, elapsed: Double) -> String {
    let rate = Double(state.done - state.earlier) / elapsed
    let left = Int(min(1e9, (Double(total - state.done) / rate).rounded(.up)))
    let atMost = experiment.settings.precision == nil ? "" : "at most "
    var words = [
      "\(HumaneText.grouped(state.done)) of \(atMost)\(HumaneText.grouped(total)) replications",
      "\(HumaneText.grouped(Int(rate)))/s", "\(atMost)\(HumaneText.duration(Double(left))) left",
    ]
    if let metric, state.moments.count > 1, state.moments.mean != 0 {
      let width = 1.96 * state.moments.standardError / abs(state.moments.mean)
      words.append("\(metric.identifier) ± \(HumaneText.percent(width, decimals: 2))")
    }
    let text = words.joined(separator: ", ")
    let width = max(0, min(30, columns - text.count - 2))
    let filled = Int(min(1, Double(state.done) / Double(total)) * Double(width))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    return String((width > 3 ? "\(bar) \(text)" : text).prefix(max(0, columns - 1)))
  }
}
