import Experiments
import Foundation
import Statistics

/// Intervals of the mean of as many values as the sequential rule asks for, which looks at them
/// after every batch of 64.
struct SequentialExperiment {
  private static let batch = 64

  let law: OutputLaw
  let relativePrecision: Double

  struct Result {
    var student = Coverage()
    var hall = Coverage()
    /// Sum of values that were drawn.
    var values = 0
    /// Experiments whose mean is within the relative precision of the true one.
    var precise = 0

    var meanCount: Double { Double(values) / Double(student.experiments) }
  }

  func run(experiments: Int) -> Result {
    let (law, precision) = (law, relativePrecision)
    let name = StreamIdentifier("coverage/sequential/\(law.name)/\(precision)")
    let summaries = inOrder(experiments) { number in
      var stream = RandomStream(seed: 1, replication: number, stream: name)
      let values = Self.values(of: law, until: precision, using: &stream)
      return [MeanInterval.student, .hall].compactMap { Summary(values, interval: $0) }
    }
    return summaries.reduce(into: Result()) { result, found in
      let (student, hall) = (found[0].interval95, found[1].interval95)
      result.student.add(student, student: student, mean: law.mean)
      result.hall.add(hall, student: student, mean: law.mean)
      result.values += found[0].count
      if abs(found[0].mean - law.mean) <= precision * law.mean { result.precise += 1 }
    }
  }

  private static func values(
    of law: OutputLaw, until precision: Double, using stream: inout RandomStream
  ) -> [Double] {
    let rule = SequentialRule(relativePrecision: precision)
    var (values, moments) = ([Double](), RunningMoments())
    repeat {
      for _ in 0..<batch {
        let value = law.sample(&stream)
        values.append(value)
        moments.add(value)
      }
    } while !rule.isMet(by: moments)
    return values
  }

  /// The line of the table in Documentation/Intervals.md.
  func line(experiments: Int) -> String {
    let result = run(experiments: experiments)
    let count = Int(result.meanCount.rounded())
    let precise = String(format: "%.1f", 100 * Double(result.precise) / Double(experiments))
    return "| \(law.name) | \(relativePrecision) | \(count) | \(result.student.text) "
      + "| \(result.hall.text) | \(precise) |"
  }
}
