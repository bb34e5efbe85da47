#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that the user named: a regular file is whole or not there, a device or a pipe is written
/// to as it is.
public enum OutputFile {
  /// Writes a text in UTF-8 to a path.
  public static func write(_ text: String, to path: String) throws(OutputError) {
    guard !path.isEmpty, path.last != "/" else {
      throw OutputError(path: path, refusal: "not the name of a file")
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard !isThere || status.st_mode & S_IFMT != S_IFDIR else {
      throw OutputError(path: path, stage: .create, code: EISDIR)
    }
    if isThere, isStream(status) {
      try writeInPlace(text, to: path)
      return
    }
    guard let slash = path.lastIndex(of: "/") else {
      return try OutputFolder(creating: ".").write(text, to: path)
    }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    let name = String(path[path.index(after: slash)...])
    try OutputFolder(creating: folder).write(text, to: name)
  }

  /// Refuses, before anything is computed, a place that can't be written to or that is another
  /// output's: one of these names in the folder.
  public static func check(
    _ path: String, besides names: [String], in folder: OutputFolder?
  ) throws(OutputError) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard !isThere || status.st_mode & S_IFMT != S_IFDIR else {
      throw OutputError(path: path, stage: .create, code: EISDIR)
    }
    guard !isThere || !isStream(status) else { return }
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    _ = try OutputFolder(creating: parent)
    guard access(parent, W_OK) == 0 else {
      throw OutputError(path: path, stage: .create, code: errno)
    }
    if let folder, names.contains(name),
      FolderListing.withoutLinks(parent) == FolderListing.withoutLinks(folder.path)
    {
      throw OutputError(path: path, refusal: "it is one of the result files")
    }
  }

  private static func isStream(_ status: stat) -> Bool {
    let kind = status.st_mode & S_IFMT
    return kind == S_IFCHR || kind == S_IFIFO
  }

  private static func writeInPlace(_ text: String, to path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, stage: .create, code: errno) }
    defer { _ = close(descriptor) }
    try CheckedOutput(descriptor: descriptor, name: path).write(text)
  }
}
