/// The files of a result, as they are written or read back.
public struct ResultFiles: Sendable {
  /// Names and texts, in the order in which they are written; the manifest is the last.
  private let files: [(name: String, text: String)]
  /// Names of these and of others that there may be beside them.
  private let possible: [String]

  init(_ files: [(name: String, text: String)], possible: [String]) {
    self.files = files
    self.possible = possible
  }

  /// Their names, in the same order.
  public var names: [String] { files.map(\.name) }

  /// Writes all files, the manifest last: a new one stands beside new files. While the records are
  /// there the files may be of two runs.
  ///
  /// Charts of an earlier result go. The folder must have been taken: what killed processes left half-written in it is removed.
  public func write(to folder: OutputFolder) throws(OutputError) {
    folder.removeTemporaries(for: possible)
    for name in possible where !names.contains(name) { try folder.remove(name) }
    for file in files { try folder.write(file.text, to: file.name) }
  }

  /// The files as a result to be read back.
  ///
  /// - Parameter place: what they are called in messages.
  public func source(place: String) -> ResultSource {
    ResultSource(place: place, files: Dictionary(files.map { ($0.name, $0.text) }) { $1 })
  }
}
