import Foundation

/// The files of the package that the tests read.
enum Checkout {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..", directoryHint: .isDirectory).standardized

  /// Where a file of the package stands.
  static func place(_ path: String) -> URL { root.appending(path: path) }

  /// The text of a file of the package.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: place(path), encoding: .utf8)
  }
}
