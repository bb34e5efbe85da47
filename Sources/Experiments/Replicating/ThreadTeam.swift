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
    var threads: [pthread_t] = []
    while threads.count < count - 1, let thread = start(Work(work)) { threads.append(thread) }
    work()
    for thread in threads { pthread_join(thread, nil) }
  }

  private static func start(_ work: Work) -> pthread_t? {
    let argument = Unmanaged.passRetained(work)
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = pthread_create(&thread, nil, { body($0) }, argument.toOpaque())
    #else
      var thread = pthread_t()
      let code = pthread_create(&thread, nil, { body($0) }, argument.toOpaque())
    #endif
    guard code == 0 else {
      argument.release()
      return nil
    }
    return thread
  }

  private static func body(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
    return nil
  }
}
