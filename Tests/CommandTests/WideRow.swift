import Testing

/// What `--csv -` prints: a header and one row. For values without quotes.
struct WideRow {
  let names: [String]
  let values: [String]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(lines.count == 2)
    (names, values) = (lines[0], lines[1])
    try #require(names.count == values.count)
  }

  /// The value of a column; nil if there is none of this name.
  subscript(name: String) -> String? {
    names.firstIndex(of: name).map { values[$0] }
  }
}
