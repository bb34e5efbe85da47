#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of a test's own, removed with all that is in it when the test is done.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/clustersim-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(code: errno) }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  deinit {
    _ = chmod(path, 0o700)
    Self.remove(path)
  }

  /// A path in the folder, whose folders are made.
  func place(_ name: String, makingFolders: Bool = true) -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() where makingFolders {
      folder += "/\(part)"
      _ = mkdir(folder, 0o777)
    }
    return "\(path)/\(name)"
  }

  /// Makes a file with a text in it.
  @discardableResult
  func file(_ name: String, _ text: String = "{}") throws -> String {
    let place = place(name)
    guard let file = fopen(place, "w") else { throw SystemError(code: errno) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw SystemError(code: errno) }
    return place
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      _ = unlink(path)
      return
    }
    if let folder = opendir(path) {
      var names: [String] = []
      while let entry = readdir(folder) {
        names.append(
          withUnsafeBytes(of: &entry.pointee.d_name) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
          })
      }
      closedir(folder)
      for name in names where name != "." && name != ".." { remove("\(path)/\(name)") }
    }
    _ = rmdir(path)
  }
}

/// An error of the system in a test's own preparations.
struct SystemError: Error {
  let code: Int32
}
