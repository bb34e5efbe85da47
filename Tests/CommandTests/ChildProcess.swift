import Foundation

/// Starts processes, and tells how they ended and what they took.
///
/// Foundation's `Process` does not tell what a single child used; wait4(2) does.
enum ChildProcess {
  /// How a process ended, and what it used.
  struct End: Sendable {
    /// Exit code as a shell gives it: 128 and the signal's number after a signal.
    let exitCode: Int32
    /// Time on processors, of the process and of the system for it.
    let processorSeconds: Double
    /// Most memory that was resident at a time, in bytes.
    ///
    /// On Linux at least that of the process which started it: until exec(2) a child is its parent.
    let peakMemory: Int
  }

  /// Files in the place of the standard streams.
  struct Streams {
    let input: String
    let output: String
    let errors: String
  }

  /// Enters a folder and becomes a program; a minute of processor time ends what would not end.
  private static let launcher = #"ulimit -t 60; cd "$0" && exec "$@""#

  /// Runs a program in a folder, with no signal blocked, and waits for its end.
  static func run(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    streams: Streams
  ) throws -> End {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    try check(posix_spawn_file_actions_init(&actions))
    defer { posix_spawn_file_actions_destroy(&actions) }
    try check(posix_spawnattr_init(&attributes))
    defer { posix_spawnattr_destroy(&attributes) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    try check(posix_spawn_file_actions_addopen(&actions, 0, streams.input, O_RDONLY, 0))
    try check(posix_spawn_file_actions_addopen(&actions, 1, streams.output, writing, 0o600))
    try check(posix_spawn_file_actions_addopen(&actions, 2, streams.errors, writing, 0o600))
    // The threads of tests block some signals, which a child would inherit.
    var none = sigset_t()
    sigemptyset(&none)
    try check(posix_spawnattr_setsigmask(&attributes, &none))
    try check(posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK)))
    var child: pid_t = 0
    try withPointers(to: ["sh", "-c", launcher, folder, program] + arguments) { arguments in
      try withPointers(to: environment.map { "\($0)=\($1)" }) { environment in
        try check(posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environment))
      }
    }
    return try end(of: child)
  }

  private static func end(of child: pid_t) throws -> End {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) == -1 {
      guard errno == EINTR else { throw POSIXError(.init(rawValue: errno) ?? .ECHILD) }
    }
    let signal = status & 0x7F
    return End(
      exitCode: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMemory: peakMemory(usage))
  }

  /// The most memory that this process had resident so far, in bytes.
  static var ownPeakMemory: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return peakMemory(usage)
  }

  private static func peakMemory(_ usage: rusage) -> Int {
    #if canImport(Darwin)
      usage.ru_maxrss
    #else
      usage.ru_maxrss << 10
    #endif
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func check(_ code: Int32) throws {
    guard code == 0 else { throw POSIXError(.init(rawValue: code) ?? .EINVAL) }
  }

  /// Lends the texts as C has them, with a null pointer behind the last one.
  private static func withPointers(
    to texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Void
  ) rethrows {
    let pointers = texts.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    try body(pointers + [nil])
  }
}
