import ClusterModel
import Statistics

/// How far the replications of one point have come.
///
/// When a precision is wanted, the batches are looked at in their order, whatever the order in which
/// they were done, so that no thread can change where the point ends.
struct PointProgress {
  /// Batches that were given to threads or are at hand, while the point is not whole.
  private var taken: Set<Int> = []
  /// Batches that have been done.
  private var seen: Set<Int> = []
  /// Number of the first batch that may not have been taken.
  private var next = 0
  /// Batches that are done, until the point is whole.
  private(set) var done: [Int: ReplicationBatch] = [:]
  /// Batches that make the point whole; nil while a precision has not been reached.
  private(set) var needed: Int?
  /// Batches that will probably be needed.
  private(set) var expected: Int
  private(set) var isWhole = false
  private let most: Int

  private let demand: Demand?
  private var moments = RunningMoments()
  private var examined = 0

  /// What a precision asks of this point.
  struct Demand {
    let rule: SequentialRule
    let value: @Sendable (Outcome) -> Double?
  }

  /// A point of at most so many batches.
  init(batches: Int, demand: Demand?) {
    self.demand = demand
    most = batches
    let step = Precision.step / ReplicationBatch.size
    needed = demand == nil ? batches : nil
    expected = demand == nil ? batches : min(step, batches)
  }

  /// Takes the first batch below a limit that nobody has taken.
  mutating func take(below limit: Int, if isWanted: (Int) -> Bool) -> Int? {
    while next < limit {
      let batch = next
      next += 1
      if isWanted(batch), taken.insert(batch).inserted { return batch }
    }
    return nil
  }

  /// Notes that a batch need not be taken; false if it was.
  mutating func skip(_ batch: Int) -> Bool { taken.insert(batch).inserted }

  /// The limit of batches that are worth taking even before it is known that they are needed.
  var mostUseful: Int { needed ?? most }

  /// Whether nothing is to be taken any more, and never will be.
  var isTaken: Bool { needed.map { next >= $0 } ?? false }

  /// Notes that a batch is done; false if it was there.
  mutating func add(_ batch: ReplicationBatch) -> Bool {
    let index = batch.first / ReplicationBatch.size
    guard seen.insert(index).inserted else { return false }
    // What was done ahead of a precision that others have reached.
    guard !isWhole else { return true }
    taken.insert(index)
    done[index] = batch
    examine()
    return true
  }

  /// The batches of the point in their order, once all are there; they are handed out only once.
  mutating func takeWhole() -> [ReplicationBatch]? {
    guard !isWhole, let needed, done.count >= needed else { return nil }
    let batches = (0..<needed).compactMap { done[$0] }
    guard batches.count == needed else { return nil }
    isWhole = true
    (done, taken) = ([:], [])
    return batches
  }

  /// Looks at what has come in, in order, until the rule is met or there is nothing more.
  private mutating func examine() {
    guard let demand else { return }
    while needed == nil, let batch = done[examined] {
      examined += 1
      for outcome in batch.outcomes {
        // Without a value in every replication there is no mean to be precise about.
        guard let value = demand.value(outcome) else { return needed = examined }
        moments.add(value)
      }
      if examined == most { return needed = most }
      guard moments.count % Precision.step == 0 else { continue }
      if demand.rule.isMet(by: moments) { return needed = examined }
      let batches = demand.rule.expectedCount(by: moments) / Double(ReplicationBatch.size)
      expected = max(examined + 1, Int(min(batches.rounded(.up), Double(most))))
    }
  }
}
