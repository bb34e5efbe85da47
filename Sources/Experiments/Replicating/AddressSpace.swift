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
}
