#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Moments as ISO 8601 writes them, in UTC: `2024-07-23T15:00:00Z`.
public enum Timestamp {
  /// The present moment, to the second.
  public static var now: String { text(secondsSince1970: time(nil)) }

  /// A moment, given in seconds since the start of 1970 in UTC.
  static func text(secondsSince1970 seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    // Fails only for years that do not fit into an Int32.
    guard gmtime_r(&seconds, &parts) != nil else { return "" }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
