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

  /// What a line says before its seal, given without its line feed; nil unless it is whole.
  static func body(_ line: ArraySlice<UInt8>, key: String = "") -> ArraySlice<UInt8>? {
    guard line.count > sealBytes else { return nil }
    let body = line.dropLast(sealBytes)
    let expected = seal + Digest.text(of: Array(key.utf8), Array(body)) + end
    return line.suffix(sealBytes).elementsEqual(expected.utf8) ? body : nil
  }

  /// The object of a whole line; nil unless it is one.
  static func object(_ line: ArraySlice<UInt8>) -> JSONNode? {
    body(line).flatMap { try? JSONReader.read($0 + Array("}".utf8), limit: maximumBytes) }
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

  /// The batch of a whole line; nil if it is none of this key, or holds none.
  static func batch(_ line: ArraySlice<UInt8>, key: String) -> ReplicationBatch? {
    guard let body = body(line, key: key) else { return nil }
    var scanner = RecordScanner(body)
    guard scanner.skip(#"{"point":"#), let point = scanner.wholeNumber(),
      scanner.skip(#","first":"#), let first = scanner.wholeNumber(),
      scanner.skip(#","outcomes":"#), let outcomes = scanner.list({ $0.outcome() }),
      scanner.skip(#","failures":"#), let failures = scanner.list({ $0.wholeNumber() }),
      scanner.skip(#","job_failures":"#), let jobFailures = scanner.list({ $0.wholeNumber() }),
      scanner.isAtEnd
    else { return nil }
    return ReplicationBatch(
      point: point, first: first, outcomes: outcomes, failures: failures, jobFailures: jobFailures)
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

  /// A list of texts.
  var texts: [String]? {
    guard let elements else { return nil }
    let texts = elements.compactMap(\.text)
    return texts.count == elements.count ? texts : nil
  }
}
