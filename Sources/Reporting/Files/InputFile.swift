import ScenarioFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads whole inputs: regular files, pipes and standard input, up to 4 MiB.
public enum InputFile {
  /// Longer inputs are refused, so that memory stays bounded.
  public static let maximumBytes = JSONReader.maximumBytes

  /// The bytes of a file or a pipe with a name.
  ///
  /// - Parameters:
  ///   - allowsPipes: whether to read a pipe, which may keep its reader waiting.
  ///   - limit: bytes beyond which it is refused.
  /// - Throws: `InputError` for what is not there, may not be read, is of another kind (a folder,
  ///   a device), or is too long.
  public static func read(
    _ path: String, allowsPipes: Bool = true, limit: Int = maximumBytes
  ) throws(InputError) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw InputError(path: path, code: ENOENT) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw InputError(path: path, code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFIFO where allowsPipes: break
    case S_IFDIR: throw InputError(path: path, code: EISDIR)
    default: throw InputError(path: path, problem: .notRegular)
    }
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, code: errno) }
    defer { _ = close(descriptor) }
    return try read(descriptor: descriptor, name: path, limit: limit)
  }

  /// Opens a regular file; a pipe or a device, which might keep its reader waiting, is refused.
  static func open(regular path: String) throws(InputError) -> Int32 {
    let descriptor = systemOpen(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      _ = close(descriptor)
      throw InputError(path: path, problem: .notRegular)
    }
    return descriptor
  }

  /// The bytes of standard input.
  public static func readStandardInput() throws(InputError) -> [UInt8] {
    try read(descriptor: STDIN_FILENO, name: "standard input", limit: maximumBytes)
  }

  private static func read(
    descriptor: Int32, name: String, limit: Int
  ) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes {
        systemRead(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw InputError(path: name, code: errno)
      }
    }
    throw InputError(path: name, problem: .tooLong(limit: limit))
  }
}

/// `read(2)`, whose name the methods above hide.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  read(descriptor, bytes, count)
}

/// `open(2)`, whose name a method above hides.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
