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
      // File systems without locks (ENOLCK, EOPNOTSUPP; EBADF for folders on NFS) are used without.
      default: return
      }
    }
  }

  /// Gives the lock back before the descriptor is closed, as a child process that is being started
  /// may have a copy of it.
  static func release(_ descriptor: Int32) { _ = flock(descriptor, LOCK_UN) }

  /// Throws when another process is writing a file.
  static func check(_ path: String) throws {
    let descriptor = try InputFile.open(regular: path)
    defer { _ = close(descriptor) }
    try take(descriptor, path: path, isShared: true)
    release(descriptor)
  }
}
