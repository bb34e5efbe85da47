import Testing

/// A scenario with problems, and the lines that tell them.
struct BadScenario: Sendable, CustomTestStringConvertible {
  let text: String
  let problems: [String]

  var testDescription: String { text }

  /// Reads a table of bad scenarios.
  ///
  /// A line without indent starts a case. It is a whole text in braces or brackets, or members of
  /// `scenario(_:)`, or after `lifetime: ` the lifetime of a fault class per node, or after
  /// `per gpu: ` and the like members of `fault(_:per:)`; `>` continues it. A line indented by two
  /// is an expected problem without the name of the file; more indent continues it.
  static func table(_ text: String) -> [BadScenario] {
    var cases: [(head: String, problems: [String])] = []
    for line in text.split(separator: "\n") {
      let content = String(line.drop { $0 == " " })
      let indent = line.count - content.count
      if indent == 0 {
        cases.append((content, []))
      } else if content.hasPrefix("> ") {
        cases[cases.count - 1].head += content.dropFirst()
      } else if indent == 2 {
        cases[cases.count - 1].problems.append("x.json:" + content)
      } else {
        let last = cases[cases.count - 1].problems.count - 1
        cases[cases.count - 1].problems[last] += " " + content
      }
    }
    return cases.map { BadScenario(text: whole($0.head), problems: $0.problems) }
  }

  private static func whole(_ head: String) -> String {
    if head.hasPrefix("{") || head.hasPrefix("[") { return head }
    for per in ["gpu", "node", "job"] where head.hasPrefix("per \(per): ") {
      return fault(String(head.dropFirst("per \(per): ".count)), per: per)
    }
    if head.hasPrefix("lifetime: ") {
      return fault(#""lifetime": "# + head.dropFirst("lifetime: ".count))
    }
    return scenario(head)
  }
}
