import Experiments

/// What is missing of an experiment, in words.
struct Holes {
  /// Missing batches to look at: more say nothing new.
  static let mostLooked = 100_000

  /// One line; nil if nothing is missing.
  let description: String?

  /// - Parameters:
  ///   - missing: numbers of the batches that are not there.
  ///   - shards: those that are there.
  init(missing: [Int], shards: [Shard], in experiment: Experiment) {
    guard !missing.isEmpty else {
      description = nil
      return
    }
    let all = experiment.points.count * experiment.batchesOfPoint
    let counts = Set(shards.map(\.count))
    guard counts.count == 1, let count = counts.first else {
      description =
        "\(missing.count)\(missing.count < Self.mostLooked ? "" : " and more") of \(all) batches are missing"
      return
    }
    let indices = Set(missing.map { $0 % count + 1 })
    let present = Set(shards.map(\.index))
    let absent = indices.subtracting(present).sorted()
    let unfinished = indices.intersection(present).sorted()
    description = [
      absent.isEmpty ? nil : Self.text(absent, count, "missing"),
      unfinished.isEmpty ? nil : Self.text(unfinished, count, "unfinished"),
    ].compactMap(\.self).joined(separator: ", ")
  }

  private static func text(_ indices: [Int], _ count: Int, _ state: String) -> String {
    let told = indices.prefix(8).map(String.init).joined(separator: ", ")
    let rest = indices.count > 8 ? " and \(indices.count - 8) more" : ""
    let noun = indices.count == 1 ? "shard" : "shards"
    return "\(noun) \(told)\(rest) of \(count) \(indices.count == 1 ? "is" : "are") \(state)"
  }
}
