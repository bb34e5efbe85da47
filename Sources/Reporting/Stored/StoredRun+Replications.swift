/// What `replications.csv` tells of a run.
extension StoredRun {
  /// The values of some metrics, one a replication, and the numbers of these, ascending; nil without
  /// `replications.csv`. A metric is left out that it has no column of.
  ///
  /// - Throws: `ResultError` when the table is damaged, or not that of `result.json`.
  func values(of metrics: [String]) throws -> (replications: [Int], values: [String: [Double?]])? {
    guard let table = try source.table(Self.replicationsName) else { return nil }
    guard let texts = table.column("replication") else {
      throw damage("there is no column replication", line: 1)
    }
    var numbers: [Int] = []
    for (row, text) in texts.enumerated() {
      guard let number = Int(text), number >= 0, number > numbers.last ?? -1 else {
        throw damage("\"\(text)\" is not the number of the next replication", line: row + 2)
      }
      numbers.append(number)
    }
    guard numbers.count == result.replications else {
      throw damage(
        "has \(numbers.count) replications, where result.json has \(result.replications)")
    }
    var values: [String: [Double?]] = [:]
    for metric in metrics {
      guard let column = try self.column(of: metric, in: table) else { continue }
      try checkMean(of: metric, column)
      values[metric] = column
    }
    return (numbers, values)
  }

  private static let replicationsName = "replications.csv"

  private func column(of metric: String, in table: CSVContent) throws -> [Double?]? {
    guard let texts = table.column(metric) else { return nil }
    var values: [Double?] = []
    values.reserveCapacity(texts.count)
    for (row, text) in texts.enumerated() {
      let value = Double(text)
      guard text.isEmpty || value?.isFinite == true else {
        throw damage("\(metric): \"\(text)\" is not a number", line: row + 2)
      }
      values.append(value)
    }
    return values
  }

  /// Refuses a column whose mean is another than in `result.json`: the files are of two runs.
  ///
  /// Both are written with nine digits.
  private func checkMean(of metric: String, _ column: [Double?]) throws {
    let values = column.compactMap(\.self)
    guard let mean = mean(metric), !values.isEmpty else { return }
    let count = Double(column.count)
    let found = values.reduce(0) { $0 + $1 / count }
    let scale = values.reduce(mean.magnitude) { max($0, $1.magnitude) }
    guard values.count == column.count, (found - mean).magnitude <= 1e-6 * scale else {
      throw damage("\(metric) has another mean than in result.json; is one of them of another run?")
    }
  }

  private func damage(_ message: String, line: Int? = nil) -> ResultError {
    let place = line.map { ":\($0)" } ?? ""
    return ResultError("\(source.place)/\(Self.replicationsName)\(place): \(message)")
  }
}
