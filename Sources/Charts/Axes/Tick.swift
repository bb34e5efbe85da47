/// A value marked on an axis.
struct Tick: Hashable {
  let value: Double
  let label: String
  /// 0 for those whose labels are kept when there is little room.
  let rank: Int
}
