/// A random order of the numbers below a count, of which any place can be asked without making all.
///
/// A Feistel network on a × b ≥ count numbers, whose rounds add a keyed hash of one half to the
/// other, modulo a and b in turn; numbers outside of the count are passed through again. Constant
/// time and memory for any count. All orders of few numbers, and all pairs of places of many, are
/// equally likely as far as tests tell; a 64-bit key can't select each of count! orders of many.
///
/// Source: Black, Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002, section 5.
public struct RandomPermutation: BitwiseCopyable, Sendable {
  private static let rounds = 16
  private let count: UInt64
  private let rows: UInt64
  private let columns: UInt64
  private let key: UInt64

  /// The order of the numbers below `count` that a word selects.
  public init(count: Int, key: UInt64) {
    precondition(count > 0, "nothing can be ordered among \(count) numbers")
    self.count = UInt64(count)
    rows = UInt64(Double(count).squareRoot().rounded(.up))
    columns = (self.count + rows - 1) / rows
    self.key = key
  }

  /// The number at a place.
  public func number(at place: Int) -> Int {
    precondition(place >= 0 && place < count, "there is no place \(place) among \(count)")
    var value = UInt64(place)
    repeat { value = pass(value) } while value >= count
    return Int(value)
  }

  /// The place of a number.
  public func place(of number: Int) -> Int {
    precondition(number >= 0 && number < count, "there is no number \(number) among \(count)")
    var value = UInt64(number)
    repeat { value = passBack(value) } while value >= count
    return Int(value)
  }

  private func pass(_ value: UInt64) -> UInt64 {
    var (row, column) = value.quotientAndRemainder(dividingBy: columns)
    for round in 0..<Self.rounds {
      if round & 1 == 0 {
        row += hash(column, round, below: rows)
        if row >= rows { row -= rows }
      } else {
        column += hash(row, round, below: columns)
        if column >= columns { column -= columns }
      }
    }
    return row * columns + column
  }

  private func passBack(_ value: UInt64) -> UInt64 {
    var (row, column) = value.quotientAndRemainder(dividingBy: columns)
    for round in (0..<Self.rounds).reversed() {
      if round & 1 == 0 {
        let shift = hash(column, round, below: rows)
        row = row >= shift ? row - shift : row + rows - shift
      } else {
        let shift = hash(row, round, below: columns)
        column = column >= shift ? column - shift : column + columns - shift
      }
    }
    return row * columns + column
  }

  /// A number below `bound`, from the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
  @inline(__always)
  private func hash(_ half: UInt64, _ round: Int, below bound: UInt64) -> UInt64 {
    var bits = key &+ (half << 4 | UInt64(round)) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return (bits ^ (bits >> 31)).multipliedFullWidth(by: bound).high
  }
}
