import ClusterModel
import Experiments
import ScenarioFormat

/// A line of a file of records: an object whose last member is the digest of all before it.
///
/// JSON Lines, so that other tools read them too. Numbers are written so that they are read back to
/// the bit.
enum RecordLine {
  /// Longer lines are refused, so that memory stays bounded.
  static let maximumBytes = 64 << 20

  private static let seal = #","sha256":""#
  private static let end = "\"}"
  private static let sealBytes = seal.utf8.count + 64 + end.utf8.count

  /// A sealed line with its line feed.
  ///
  /// - Parameters:
  ///   - members: the text of an object's members.
  ///   - key: what the line belongs to; a line of another key is not whole.
  static func sealed(_ members: String, key: String = "") -> [UInt8] {
    let body = Array("{\(members)".utf8)
    return body + Array((seal + Digest.text(of: Array(key.utf8), body) + end + "\n").utf8)
  }

  /// What a line holds, given without its line feed; nil unless it is whole.
  static func content(_ line: ArraySlice<UInt8>, key: String = "") -> JSONNode? {
    guard line.count > sealBytes else { return nil }
    let body = Array(line.dropLast(sealBytes))
    let expected = seal + Digest.text(of: Array(key.utf8), body) + end
    guard line.suffix(sealBytes).elementsEqual(expected.utf8) else { return nil }
    return try? JSONReader.read(Array(line), limit: maximumBytes)
  }

  // MARK: Batches

  /// The members of a batch's line.
  static func members(_ batch: ReplicationBatch) -> String {
    let rows = batch.outcomes.map { outcome in
      "[" + OutcomeColumn.all.map { text($0.value(outcome)) }.joined(separator: ",") + "]"
    }
    let failures = batch.failures.map(String.init).joined(separator: ",")
    let jobFailures = batch.jobFailures.map(String.init).joined(separator: ",")
    return #""point":\#(batch.point),"first":\#(batch.first),"#
      + #""outcomes":[\#(rows.joined(separator: ","))],"#
      + #""failures":[\#(failures)],"job_failures":[\#(jobFailures)]"#
  }

  /// The batch of a line; nil if there is none in it.
  static func batch(_ node: JSONNode) -> ReplicationBatch? {
    guard let point = node["point"]?.wholeNumber, let first = node["first"]?.wholeNumber,
      let rows = node["outcomes"]?.elements, let failures = node["failures"]?.wholeNumbers,
      let jobFailures = node["job_failures"]?.wholeNumbers
    else { return nil }
    let outcomes = rows.compactMap(outcome)
    guard outcomes.count == rows.count else { return nil }
    return ReplicationBatch(
      point: point, first: first, outcomes: outcomes, failures: failures, jobFailures: jobFailures)
  }

  private static func outcome(_ row: JSONNode) -> Outcome? {
    guard let values = row.elements, values.count == OutcomeColumn.all.count else { return nil }
    var outcome = Outcome()
    for (column, value) in zip(OutcomeColumn.all, values) {
      guard column.set(&outcome, value.number) else { return nil }
    }
    return outcome
  }

  /// A number in the fewest digits that give it back.
  private static func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    if let whole = Int(exactly: value), whole != 0 || value.sign == .plus { return String(whole) }
    return value.description
  }
}

extension JSONNode {
  /// The first member of an object with this key.
  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements of a list.
  var elements: [JSONNode]? {
    guard case .array(let elements) = content else { return nil }
    return elements
  }

  /// A text.
  var text: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  /// A whole number that is written as one.
  var wholeNumber: Int? {
    guard case .number(let text) = content else { return nil }
    return Int(text)
  }

  /// A list of whole numbers.
  var wholeNumbers: [Int]? {
    guard let elements else { return nil }
    let numbers = elements.compactMap(\.wholeNumber)
    return numbers.count == elements.count ? numbers : nil
  }

  /// A list of texts.
  var texts: [String]? {
    guard let elements else { return nil }
    let texts = elements.compactMap(\.text)
    return texts.count == elements.count ? texts : nil
  }
}
