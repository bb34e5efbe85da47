import Foundation

/// A folder of a test's own, removed with all that is in it when the test is done.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "clustersim-tests-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // Nothing depends on it: what is left over lies in the system's temporary folder.
    try? FileManager.default.removeItem(at: url)
  }

  /// Where a file of the folder stands.
  func place(_ name: String) -> URL { url.appending(path: name) }

  /// Paths of all that is in the folder, sorted.
  var contents: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted() }
  }

  /// Makes a file, and the folders that it needs.
  func write(_ text: String, to name: String) throws {
    let place = place(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOf: place(name), encoding: .utf8)
  }
}
