import Statistics

/// Instances of a fault class that are of one age and never failed: all of them, or those on the
/// nodes of one cohort.
///
/// The calendar holds the next failure of each pool.
struct InstancePool: BitwiseCopyable {
  let source: Int32
  /// Index of the cohort, among those of the cluster.
  let cohort: Int32
  /// The instances, by their numbers within the class.
  let first: Int
  let count: Int
  /// When they were born, in seconds of the run; before its start if not new.
  let born: Double
  /// Cumulative hazard that they have outlived when the run begins.
  private let outlived: Double
  /// Where the numbers of those that are left in each group of the cohort lie.
  let firstGroup: Int
  var left: FailurePool

  /// - Parameters:
  ///   - instances: numbers of the instances within their class.
  ///   - firstGroup: where its groups begin, if nodes differ in their hazard; otherwise −1.
  init(
    source: Int, cohort: Int, instances: Range<Int>, born: Double, outlived: Double,
    firstGroup: Int
  ) {
    self.source = Int32(source)
    self.cohort = Int32(cohort)
    first = instances.lowerBound
    count = instances.count
    self.born = born
    self.outlived = outlived
    self.firstGroup = firstGroup
    left = FailurePool(instances: instances.count, hazard: outlived)
  }

  @inline(__always)
  var isGrouped: Bool { firstGroup >= 0 }

  /// Puts everything back to the start of a replication.
  mutating func reset(weight: Double? = nil) {
    left = FailurePool(instances: count, weight: weight, hazard: outlived)
  }
}
