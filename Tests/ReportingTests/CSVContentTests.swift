import Testing

@testable import Reporting

@Suite("Tables that are read back") struct CSVContentTests {
  private func read(_ text: String) throws -> CSVContent { try CSVContent(Array(text.utf8)) }

  @Test("Quotes, commas and line feeds within cells come back as they were written")
  func quoted() throws {
    var table = CSVTable(header: ["name", "value"])
    table.append([.text("a \"b\", c\nd"), .number(0.1)])
    table.append([.empty, .integer(-3)])
    let content = try read(table.text())
    #expect(content.header == ["name", "value"])
    #expect(content.rows == [["a \"b\", c\nd", "0.1"], ["", "-3"]])
    #expect(content.numbers("value") == [0.1, -3])
    #expect(content.column("other") == nil)
  }

  @Test("Lines may end with a carriage return, and the last one without anything")
  func lineEnds() throws {
    #expect(try read("a,b\r\n1,2\r\n3,4").rows == [["1", "2"], ["3", "4"]])
  }

  @Test("What is no finite number is none")
  func numbers() throws {
    #expect(try read("x\n\n1e5\nnan\n-inf\nword\n").numbers("x") == [nil, 1e5, nil, nil, nil])
  }

  @Test(
    "A damaged table is told with its line",
    arguments: [
      ("", 1, "the table has no header"), ("a,b\n1,2\n3\n", 3, "1 cells, where the header has 2"),
      ("a\n\"x\n", 3, "a quote is not closed"),
      ("a\n\"x\"y\n", 2, "a cell goes on behind its closing quote"),
    ])
  func damaged(text: String, line: Int, message: String) {
    #expect(throws: CSVContent.Problem(line: line, message: message)) { try read(text) }
  }
}
