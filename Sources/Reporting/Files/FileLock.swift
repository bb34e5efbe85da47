#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An advisory lock of the system on an open file or folder, which ends with the process, however
/// that ends; so a stale one can't be.
enum FileLock {
  /// Takes the lock for as long as the descriptor is open.
  ///
  /// - Throws: when another process has it.
  static func take(_ descriptor: Int32, path: String, isShared: Bool) throws(OutputError) {
    let kind = isShared ? LOCK_SH : LOCK_EX
    while flock(descriptor, kind | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: throw OutputError(path: path, stage: .lock, code: EWOULDBLOCK)
      // File systems without locks (ENOLCK, EOPNOTSUPP) are used without.
      default: return
      }
    }
  }

  /// Throws when another process is writing a file.
  static func check(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, code: errno) }
    defer { _ = close(descriptor) }
    try take(descriptor, path: path, isShared: true)
  }
}
