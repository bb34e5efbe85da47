#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that do the same work until there is none left, the calling one among them.
///
/// Made by the system's own call: where a limit forbids a thread (`ulimit -u`, a container's number
/// of processes), the others do its part, while Dispatch would wait for it for ever.
enum ThreadTeam {
  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  /// Does the work on at most so many threads; returns when all of them are done.
  static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    let shared = Unmanaged.passRetained(Work(work))
    defer { shared.release() }
    var threads: [pthread_t] = []
    while threads.count < count - 1, let thread = start(shared.toOpaque()) {
      threads.append(thread)
    }
    work()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// A thread that does the work at this address, which outlives it; nil if there can be none more.
  private static func start(_ work: UnsafeMutableRawPointer) -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(&thread, nil, { ThreadTeam.begin($0) }, work)
    return code == 0 ? thread : nil
  }

  private static func begin(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { Unmanaged<Work>.fromOpaque(work).takeUnretainedValue().run() }
    return nil
  }
}
