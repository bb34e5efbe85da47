/// The counter-based generator Threefry 2x64 with 20 rounds.
///
/// A block is a fixed bijection of its 128-bit counter, chosen by a 128-bit key; it has no state.
/// It passes BigCrush with 13 rounds; 20 is the published safety margin.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011,
/// section 4.1 and the Random123 known answers.
public enum Threefry2x64 {
  /// Two random words for one counter under one key.
  @inlinable
  public static func block(
    counter: (UInt64, UInt64), key: (UInt64, UInt64)
  ) -> (UInt64, UInt64) {
    // The parity constant of Skein's key schedule, version 1.3.
    let thirdKey = 0x1BD1_1BDA_A9FC_1A22 ^ key.0 ^ key.1
    var x = counter.0 &+ key.0
    var y = counter.1 &+ key.1
    fourRounds(&x, &y, (16, 42, 12, 31), key: (key.1, thirdKey), injection: 1)
    fourRounds(&x, &y, (16, 32, 24, 21), key: (thirdKey, key.0), injection: 2)
    fourRounds(&x, &y, (16, 42, 12, 31), key: (key.0, key.1), injection: 3)
    fourRounds(&x, &y, (16, 32, 24, 21), key: (key.1, thirdKey), injection: 4)
    fourRounds(&x, &y, (16, 42, 12, 31), key: (thirdKey, key.0), injection: 5)
    return (x, y)
  }

  /// Four mixing rounds, then the next two words of the key and the number of the injection.
  @inlinable @inline(__always)
  static func fourRounds(
    _ x: inout UInt64, _ y: inout UInt64, _ rotations: (UInt64, UInt64, UInt64, UInt64),
    key: (UInt64, UInt64), injection: UInt64
  ) {
    mix(&x, &y, rotations.0)
    mix(&x, &y, rotations.1)
    mix(&x, &y, rotations.2)
    mix(&x, &y, rotations.3)
    x &+= key.0
    y &+= key.1 &+ injection
  }

  @inlinable @inline(__always)
  static func mix(_ x: inout UInt64, _ y: inout UInt64, _ rotation: UInt64) {
    x &+= y
    y = (y &<< rotation | y &>> (64 &- rotation)) ^ x
  }
}
