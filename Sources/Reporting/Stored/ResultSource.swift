/// Where the files of a result are: in a folder, or in memory as they would be written.
public struct ResultSource: Sendable {
  /// What it is called in messages: the path of the folder.
  public let place: String
  private let read: @Sendable (String) throws -> [UInt8]?

  /// Longer files are refused, so that memory stays bounded.
  public static let maximumBytes = 1 << 30

  /// The files of a folder, which may be named by its `result.json` too, or by what is behind
  /// `Results/`.
  ///
  /// - Throws: `InputError` when there is no such folder.
  public init(folder argument: String) throws(InputError) {
    let trimmed = Self.withoutSlash(argument)
    let named = trimmed.hasSuffix("/result.json") ? String(trimmed.dropLast(12)) : trimmed
    let inResults = "Results/\(named)"
    let folder =
      !FolderListing.exists("\(named)/result.json")
        && FolderListing.exists("\(inResults)/result.json")
      ? inResults : named == "result.json" ? "." : named
    place = folder
    read = { name in
      let path = "\(folder)/\(name)"
      guard FolderListing.exists(path) else { return nil }
      return try InputFile.read(path, allowsPipes: false, limit: Self.maximumBytes)
    }
    guard FolderListing.exists("\(folder)/result.json") else {
      throw InputError(path: argument, problem: .noResult)
    }
  }

  /// Files that are not written, or not yet.
  init(place: String, files: [String: String]) {
    self.place = place
    read = { files[$0].map { Array($0.utf8) } }
  }

  /// The bytes of a file; nil if there is none of this name.
  func bytes(of name: String) throws -> [UInt8]? { try read(name) }

  /// A table; nil if there is none of this name.
  func table(_ name: String) throws -> CSVContent? {
    guard let bytes = try bytes(of: name) else { return nil }
    do throws(CSVContent.Problem) {
      return try CSVContent(bytes)
    } catch {
      throw ResultError("\(place)/\(name):\(error.line): \(error.message)")
    }
  }

  private static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}

/// What is wrong with the files of a result.
public struct ResultError: Error, CustomStringConvertible {
  /// One line: file, place, what is the matter.
  public let description: String
  /// The code of sysexits for the content of an input.
  public let exitCode: Int32 = 65

  init(_ description: String) {
    self.description = TerminalText.plain(description)
  }
}
