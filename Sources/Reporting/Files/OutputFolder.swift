#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for results, whose files are whole or not there.
///
/// Each file is written beside its place under a temporary name, synchronised, and renamed into
/// its place; then the folder is synchronised. A reader or a crash never meets half a file. Only
/// regular files are replaced: a link, a pipe or a device in the way is an error.
public struct OutputFolder: Sendable {
  /// The folder.
  public let path: String

  /// Opens a folder, and makes it and its parents where they are missing.
  public init(creating path: String) throws(OutputError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw OutputError(path: path, refusal: "not the name of a folder")
    }
    self.path = path
    try Self.makeFolder(path)
  }

  /// Keeps other runs out of the folder until this process ends, however it does.
  ///
  /// - Parameter isShared: lets others in that share it too, as the shards of one experiment do.
  public func lock(isShared: Bool = false) throws(OutputError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, stage: .create, code: errno) }
    do throws(OutputError) {
      // The descriptor stays open, as the lock goes with it.
      try FileLock.take(descriptor, path: path, isShared: isShared)
    } catch {
      _ = close(descriptor)
      throw error
    }
  }

  /// Writes a text in UTF-8 as the whole of a file of this folder.
  ///
  /// - Throws: an error with the path of the file; its temporary is removed, and what stood in its
  ///   place before stands there still.
  public func write(_ text: String, to name: String) throws(OutputError) {
    precondition(!name.isEmpty && !name.contains("/"), "not the name of a file: \(name)")
    let place = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    try Self.checkReplaceable(place)
    let temporary = "\(path)/\(Self.temporaryName(for: name, process: getpid()))"
    do throws(OutputError) {
      try Self.fill(temporary, with: text)
      guard rename(temporary, place) == 0 else {
        throw OutputError(path: place, stage: .write, code: errno)
      }
    } catch {
      // The error at hand says why; a temporary that can't be removed adds nothing to it.
      _ = unlink(temporary)
      throw OutputError(path: place, stage: error.stage, code: error.code)
    }
    try synchronise()
  }

  /// Removes a regular file, if there is one of this name.
  func remove(_ name: String) throws(OutputError) {
    let place = "\(path)/\(name)"
    var status = stat()
    guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    guard unlink(place) == 0 || errno == ENOENT else {
      throw OutputError(path: place, stage: .write, code: errno)
    }
  }

  private static func temporaryName(for name: String, process: Int32) -> String {
    ".\(name).\(process).tmp"
  }

  /// Removes the temporaries of some files that processes left which were killed; nobody else may be
  /// writing in the folder.
  func removeTemporaries(for names: [String]) {
    for found in FolderListing.names(in: path) where found.hasPrefix(".") && found.hasSuffix(".tmp")
    {
      let parts = found.dropFirst().dropLast(4).split(separator: ".")
      guard let process = parts.last.flatMap({ Int32($0) }),
        names.contains(where: { Self.temporaryName(for: $0, process: process) == found })
      else { continue }
      _ = unlink("\(path)/\(found)")
    }
  }

  private static func makeFolder(_ path: String) throws(OutputError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw OutputError(path: path, stage: .create, code: ENOTDIR)
      }
      return
    }
    guard errno == ENOENT else { throw OutputError(path: path, stage: .create, code: errno) }
    let trimmed = path.last == "/" ? String(path.dropLast()) : path
    var parent = "."
    if let slash = trimmed.lastIndex(of: "/") {
      parent = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
      try makeFolder(parent)
    }
    // Another run may make it at the same moment.
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw OutputError(path: path, stage: .create, code: errno)
    }
    try synchronise(parent)
  }

  private static func checkReplaceable(_ place: String) throws(OutputError) {
    var status = stat()
    guard lstat(place, &status) == 0 else {
      guard errno == ENOENT else { throw OutputError(path: place, stage: .create, code: errno) }
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notRegular(place)
    }
  }

  private static func fill(_ path: String, with text: String) throws(OutputError) {
    // A temporary of this name can only be left over from a process that is no more.
    _ = unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputError(path: path, stage: .create, code: errno) }
    do throws(OutputError) {
      try CheckedOutput(descriptor: descriptor, name: path).write(text)
      guard fsync(descriptor) == 0 else {
        throw OutputError(path: path, stage: .write, code: errno)
      }
    } catch {
      _ = close(descriptor)
      throw error
    }
    // Some file systems tell of a full disk only here.
    guard close(descriptor) == 0 else { throw OutputError(path: path, stage: .write, code: errno) }
  }

  /// Makes durable what was made, renamed or removed in the folder.
  func synchronise() throws(OutputError) { try Self.synchronise(path) }

  private static func synchronise(_ path: String) throws(OutputError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, stage: .write, code: errno) }
    defer { _ = close(descriptor) }
    // EINVAL: a file system that has nothing to synchronise for a folder.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw OutputError(path: path, stage: .write, code: errno)
    }
  }
}
