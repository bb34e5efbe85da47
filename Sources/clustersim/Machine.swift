import Experiments

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

  /// Turns a write beyond the limit of a file's size (`ulimit -f`) into an error instead of the end.
  static func ignoreFileSizeSignal() { _ = signal(SIGXFSZ, SIG_IGN) }

  /// Fills standard streams that are closed, so that no other file comes to be one of them; writing
  /// to them is an error all the same.
  static func keepStandardStreamsApart() {
    for stream in 0...2 as ClosedRange<Int32> where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Processors that are on line.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether a terminal takes colour.
  static var wantsColour: Bool {
    let isOff = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return isTerminal(STDOUT_FILENO) && !isOff && !isDumbTerminal
  }

  /// Whether the terminal can only write on.
  static var isDumbTerminal: Bool { environment("TERM") == "dumb" }

  /// Bytes that this process may use: what the machine has, or less by `ulimit -v`.
  static var memory: Double {
    let physical = Double(sysconf(Int32(_SC_PHYS_PAGES))) * Double(sysconf(Int32(_SC_PAGESIZE)))
    return min(physical, AddressSpace.limit)
  }

  /// Columns of the terminal on a file descriptor; nil where there is none.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
