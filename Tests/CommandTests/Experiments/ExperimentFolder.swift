import Foundation
import Testing

/// A folder with the example scenario, in which experiments are carried out.
struct ExperimentFolder {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExampleScenario.text, to: "example.json")
  }

  /// Runs the program quietly, which must succeed without a word.
  func run(_ arguments: String...) throws {
    let outcome = try Command.run(arguments + ["--quiet"], in: folder)
    #expect(outcome == Command.Outcome(exitCode: 0, output: "", errors: ""), "\(arguments)")
  }

  /// Runs the program, which must fail with one line.
  func refuses(
    _ arguments: String..., with exitCode: Int32, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.exitCode == exitCode, sourceLocation: sourceLocation)
    #expect(
      outcome.errors == "clustersim: error: \(message)\n", sourceLocation: sourceLocation)
  }

  /// The texts of all files in a folder, but for when and into which folder they were made.
  func files(_ name: String) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.place(name).path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { file in
        let text = try folder.text("\(name)/\(file)")
        return (file, file == "manifest.json" ? Self.lasting(text) : text)
      })
  }

  private static func lasting(_ manifest: String) -> String {
    manifest.replacing(/"created": "[^"]*"/, with: "").replacing(
      /"command_line": \[[^\]]*\]/, with: "")
  }
}
