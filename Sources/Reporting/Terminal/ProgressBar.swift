import Synchronization

/// How far a run has come, on one line of a terminal that is redrawn.
///
/// Told from any thread; draws ten times a second at most.
public final class ProgressBar: Sendable {
  private struct State {
    var drawn: ContinuousClock.Instant?
    var done = 0
  }

  private let total: Int
  private let width: Int
  private let started = ContinuousClock.now
  private let state = Mutex(State())
  private let write: @Sendable (String) -> Void

  /// A bar for `total` replications on a terminal with `columns`; `write` puts text on it.
  public init(total: Int, columns: Int, write: @escaping @Sendable (String) -> Void) {
    self.total = total
    width = max(0, min(30, columns - 50))
    self.write = write
  }

  /// Notes that `done` replications are done.
  public func update(done: Int) {
    let now = ContinuousClock.now
    let line = state.withLock { state -> String? in
      state.done = max(state.done, done)
      if let drawn = state.drawn, now - drawn < .milliseconds(100) { return nil }
      // The first line comes after a moment: a run that is over by then needs no bar.
      guard now - started > .milliseconds(200) else { return nil }
      state.drawn = now
      return text(done: state.done, elapsed: (now - started) / .seconds(1))
    }
    if let line { write("\r\u{1B}[K" + line) }
  }

  /// Takes the bar off the terminal.
  public func clear() {
    if state.withLock({ $0.drawn != nil }) { write("\r\u{1B}[K") }
  }

  private func text(done: Int, elapsed: Double) -> String {
    let share = Double(done) / Double(total)
    let filled = Int(share * Double(width))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let rate = Double(done) / elapsed
    let left = Int((Double(total - done) / rate).rounded(.up))
    return "\(bar) \(done) of \(total) replications, \(Int(rate))/s, \(left) s left"
  }
}
