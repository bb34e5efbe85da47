import Synchronization

/// Gathers the points of a sweep as they become whole, and keeps of each only its summary.
///
/// Points that are whole before the first one is wait for it, as they are set beside it.
public final class SweepCollector: Sendable {
  private struct State {
    var first: RunResult?
    var waiting: [Int: RunResult] = [:]
    var points: [Int: PointResult] = [:]
  }

  private let state = Mutex(State())

  /// Creates a collector without points.
  public init() {}

  /// Takes the result of a point; from any thread and in any order.
  public func add(_ point: Int, _ result: RunResult) {
    let ready = state.withLock { state -> [(Int, RunResult)] in
      if point == 0 { state.first = result }
      guard state.first != nil else {
        state.waiting[point] = result
        return []
      }
      defer { state.waiting = [:] }
      return state.waiting.map { ($0.key, $0.value) } + [(point, result)]
    }
    guard let first = state.withLock({ $0.first }) else { return }
    for (point, result) in ready {
      let summed = PointResult(point, result, first: first)
      state.withLock { $0.points[point] = summed }
    }
  }

  /// The points that are there, in their order; without the first one there is none.
  public var points: [PointResult] {
    state.withLock { state in state.points.sorted { $0.key < $1.key }.map(\.value) }
  }
}
