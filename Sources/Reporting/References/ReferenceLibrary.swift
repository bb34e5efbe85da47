/// A folder of published figures, one file a source.
public struct ReferenceLibrary: Sendable {
  /// The folder: `Scenarios/References` in a checkout.
  public let folder: String

  /// Names a folder; nothing is read yet.
  public init(folder: String) {
    self.folder = folder
  }

  /// The references of these names, in the order given: `llama3-2024` is the file
  /// `llama3-2024.json` of the folder.
  ///
  /// - Throws: `InputError` for a file that can't be read, `ReferenceError` for its content.
  public func load(_ names: [String]) throws -> [Reference] {
    try names.map(load)
  }

  private func load(_ name: String) throws -> Reference {
    guard !name.isEmpty, !name.contains("/") else {
      throw ReferenceError(
        file: folder, position: nil, message: "\"\(name)\" is not the name of a reference")
    }
    let path = "\(folder)/\(name).json"
    let decoder = ReferenceDecoder(file: path)
    let reference = try decoder.reference(from: InputFile.read(path))
    guard reference.name == name else {
      throw ReferenceError(
        file: path, position: nil,
        message: "/name: \"\(reference.name)\" is not the name of the file, \"\(name)\"")
    }
    return reference
  }
}
