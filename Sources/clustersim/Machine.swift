#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program has to know of the machine that it runs on.
enum Machine {
  /// Path of the running program; empty when the system does not tell.
  static var executable: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      #if canImport(Darwin)
        var size = UInt32(buffer.count)
        guard _NSGetExecutablePath(start, &size) == 0 else { return "" }
        return String(cString: start)
      #else
        let length = readlink("/proc/self/exe", start, buffer.count - 1)
        guard length > 0 else { return "" }
        start[length] = 0
        return String(cString: start)
      #endif
    }
  }

  /// Processors that are on line.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether a terminal takes colour.
  static var wantsColour: Bool {
    let isOff = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return isTerminal(STDOUT_FILENO) && !isOff && environment("TERM") != "dumb"
  }

  /// Columns of the terminal on a file descriptor; nil where there is none.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
