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

  /// Bytes of a thread's stack: replications are no deep recursion.
  private static let stackBytes = 2 << 20
  /// Bytes of addresses that the process needs without further threads, and that each of these takes
  /// at most: with its stack the store of its own that the system's allocator reserves.
  private static let (ownBytes, threadBytes) = (256.0 * 1_048_576, 192.0 * 1_048_576)

  /// Threads that a limit of addresses (`ulimit -v`) leaves room for: where there is none left, the
  /// next allocation would be a trap.
  private static var mostThreads: Int {
    let room = max(0, AddressSpace.limit - ownBytes) / threadBytes
    return room < 1e6 ? 1 + Int(room) : .max
  }

  /// Does the work on at most so many threads; returns when all of them are done.
  static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    let shared = Unmanaged.passRetained(Work(work))
    defer { shared.release() }
    let count = min(count, mostThreads)
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
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    let code = pthread_create(&thread, &attributes, { ThreadTeam.begin($0) }, work)
    return code == 0 ? thread : nil
  }

  private static func begin(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { Unmanaged<Work>.fromOpaque(work).takeUnretainedValue().run() }
    return nil
  }
}
