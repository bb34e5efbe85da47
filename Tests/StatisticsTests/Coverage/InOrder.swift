import Dispatch
import Synchronization

/// The results of independent experiments in their order, by as many threads as there are.
func inOrder<Result: Sendable>(
  _ experiments: Int, _ experiment: @Sendable (UInt64) -> Result
) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: experiments))
  DispatchQueue.concurrentPerform(iterations: experiments) { number in
    let result = experiment(UInt64(number))
    results.withLock { $0[number] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}
