#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks at what stands in folders.
enum FolderListing {
  /// The names in a folder, sorted; empty for a folder that can't be read.
  static func names(in path: String) -> [String] { (try? readableNames(in: path)) ?? [] }

  /// The names in a folder, sorted.
  ///
  /// - Throws: when it can't be read.
  static func readableNames(in path: String) throws(InputError) -> [String] {
    guard let folder = opendir(path) else { throw InputError(path: path, code: errno) }
    defer { _ = closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether something stands at a path.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Whether a folder, or a link to one, stands at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The absolute path with all links followed; the path itself if nothing stands there.
  static func withoutLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
