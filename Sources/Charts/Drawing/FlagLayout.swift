/// Places labels of vertical lines beside them, in rows, so that none lies on another nor on the
/// line of another.
enum FlagLayout {
  struct Flag {
    let x: Double
    let width: Double
  }

  struct Place: Hashable {
    /// 0 is the row next to the plot.
    let row: Int
    /// Where the text begins.
    let start: Double
  }

  private static let gap = 4.0

  /// Places for the flags, in their order.
  ///
  /// Flags left of a cut have their labels at the right and are placed from the cut outwards, those
  /// right of it the other way about; each is tried with labels strictly so and with labels on the
  /// other side where that takes a nearer row. What crosses least and takes the fewest rows wins.
  static func places(_ flags: [Flag], from left: Double, to right: Double) -> [Place] {
    let order = flags.indices.sorted { (flags[$0].x, $0) < (flags[$1].x, $1) }
    let attempts = (0...flags.count).flatMap { cut -> [Attempt] in
      let lefts = order[..<cut].reversed().map { (index: $0, toRight: true) }
      let rights = order[cut...].map { (index: $0, toRight: false) }
      let inwards = order[..<cut].map { (index: $0, toRight: false) }
      return [
        lefts + rights, rights + lefts, inwards + order[cut...].reversed().map { ($0, true) },
      ]
      .flatMap { order in
        [true, false].map { attempt(flags, order, keepsSide: $0, left, right) }
      }
    }
    let best = attempts.min {
      ($0.crossings, $0.rows, $0.totalRows) < ($1.crossings, $1.rows, $1.totalRows)
    }
    return best?.places ?? []
  }

  private struct Attempt {
    var places: [Place]
    var crossings = 0
    var rows = 0
    var totalRows = 0
  }

  private static func attempt(
    _ flags: [Flag], _ order: [(index: Int, toRight: Bool)], keepsSide: Bool, _ left: Double,
    _ right: Double
  ) -> Attempt {
    var result = Attempt(places: flags.map { Place(row: 0, start: $0.x) })
    var placed: [Int] = []
    for (index, toRight) in order {
      let flag = flags[index]
      let sides = [flag.x + gap, flag.x - gap - flag.width]
      var starts = (toRight ? sides : sides.reversed()).filter {
        $0 >= left && $0 + flag.width <= right
      }
      if starts.isEmpty { starts = [max(left, min(flag.x + gap, right - flag.width))] }
      let rows = 0...placed.count
      let candidates =
        keepsSide
        ? starts.flatMap { start in rows.map { Place(row: $0, start: start) } }
        : rows.flatMap { row in starts.map { Place(row: row, start: $0) } }
      let free = candidates.first { candidate in
        placed.allSatisfy { fits(candidate, flag, beside: result.places[$0], flags[$0]) }
      }
      // A row of its own keeps a label readable even where its line crosses another.
      if free == nil { result.crossings += 1 }
      let place = free ?? Place(row: result.rows + 1, start: starts[0])
      result.places[index] = place
      result.rows = max(result.rows, place.row)
      result.totalRows += place.row
      placed.append(index)
    }
    return result
  }

  private static func fits(
    _ place: Place, _ flag: Flag, beside other: Place, _ otherFlag: Flag
  ) -> Bool {
    let overlap =
      place.start < other.start + otherFlag.width + 2 * gap
      && other.start < place.start + flag.width + 2 * gap
    if place.row == other.row, overlap { return false }
    let ownLineCrosses =
      place.row >= other.row && flag.x > other.start - 2
      && flag.x < other.start + otherFlag.width + 2
    let otherLineCrosses =
      other.row >= place.row && otherFlag.x > place.start - 2
      && otherFlag.x < place.start + flag.width + 2
    return !ownLineCrosses && !otherLineCrosses
  }
}
