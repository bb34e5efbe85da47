#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The addresses that this process may use.
public enum AddressSpace {
  /// Bytes that `ulimit -v` allows; infinite where there is no limit.
  public static var limit: Double {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
    #else
      let resource = RLIMIT_AS
    #endif
    // RLIM_INFINITY, a macro that Swift does not see, is the greatest number or half of it.
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < rlim_t.max >> 1 else {
      return .infinity
    }
    return Double(limit.rlim_cur)
  }

  /// Bytes that a run needs beside the program itself: without them an allocation would be a trap.
  public static let leastRoom = 32.0 * 1_048_576

  /// Bytes that the program takes up already; nil where the system does not tell.
  private static var used: Double? {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    return withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      var pages = 0.0
      for byte in buffer.prefix(max(0, count)) {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
        pages = 10 * pages + Double(byte - UInt8(ascii: "0"))
      }
      return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
    }
  }

  /// Whether `ulimit -v` leaves room to run at all.
  public static var hasRoom: Bool {
    let limit = limit
    guard limit < .infinity, let used else { return true }
    return limit - used >= leastRoom
  }
}
