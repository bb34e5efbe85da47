/// The name of a random stream, as the 64 bits that select it.
///
/// The bits are the FNV-1a hash of the name's UTF-8, so they are the same in every run, on every
/// machine and in every version.
///
/// Source: Fowler, Noll, Vo, Eastlake, Hansen, "The FNV Non-Cryptographic Hash Algorithm", IETF
/// draft-eastlake-fnv.
@frozen public struct StreamIdentifier: Sendable, Equatable, Hashable, BitwiseCopyable {
  public let value: UInt64

  /// The identifier of a name; different names have different identifiers for all practical
  /// purposes (see Documentation/RandomNumbers.md for the odds).
  public init(_ name: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    value = hash
  }

  private init(value: UInt64) {
    self.value = value
  }

  /// The identifier of one of many streams under this name, by its number.
  @inline(__always)
  public func numbered(_ number: Int) -> StreamIdentifier {
    // An odd factor: no two numbers have the same identifier.
    let bits = (UInt64(truncatingIfNeeded: number) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return StreamIdentifier(value: value ^ bits)
  }
}
