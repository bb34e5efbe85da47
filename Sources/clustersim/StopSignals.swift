import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// SIGINT and SIGTERM: the process ends at once, as everything that it records outlives it, and says
/// how to go on.
///
/// It dies of the signal itself, so that a shell ends the loop around it, and sees 130 or 143.
enum StopSignals {
  /// What is said before the end; nothing while there is nothing to say.
  private static let advice = Mutex<String?>(nil)

  /// Says this if a signal comes from now on.
  static func advise(_ text: String?) { advice.withLock { $0 = text } }

  /// Waits for the signals on a thread of its own; to be called before there are other threads.
  static func watch() {
    var signals = watched
    // Threads that are made from now on have them blocked too.
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(&thread, nil, { _ in StopSignals.wait() }, nil)
    // Without the thread the signals do what they do by themselves.
    if code != 0 { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  /// A background job of a shell, or one under nohup, is not to hear of what its terminal sends.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Darwin)
      return action.__sigaction_u.__sa_handler == nil ? false : isIgnore(action)
    #else
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
  }

  #if canImport(Darwin)
    private static func isIgnore(_ action: sigaction) -> Bool {
      unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    }
  #endif

  private static func wait() -> Never {
    var signals = watched
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
    tell(number)
    signal(number, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    kill(getpid(), number)
    // The signal comes before kill returns.
    _exit(128 + number)
  }

  /// The signals that are not ignored.
  private static var watched: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] where !isIgnored(number) { sigaddset(&signals, number) }
    return signals
  }

  /// Says what happened, unless nobody reads it: a full pipe must not keep the process alive.
  private static func tell(_ number: Int32) {
    var request = pollfd(fd: 2, events: Int16(POLLOUT), revents: 0)
    guard poll(&request, 1, 1000) > 0 else { return }
    if Machine.isTerminal(2) { StandardError.write("\r\u{1B}[K") }
    let name = number == SIGINT ? "SIGINT" : "SIGTERM"
    let advice = advice.withLock { $0 }.map { "; \($0)" } ?? ""
    StandardError.write("clustersim: stopped by \(name)\(advice)\n")
  }
}
