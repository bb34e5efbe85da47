/// The levels of checkpoints after the first one, as a session needs them: fixed storage without an
/// allocation.
///
/// A lane a level; a level that there is not saves nothing.
@usableFromInline struct FurtherLevels: Sendable, Equatable, BitwiseCopyable {
  /// How many there are.
  @usableFromInline let count: Int
  /// Segments from one save of a level to the next.
  @usableFromInline let every: SIMD4<Double>
  @usableFromInline let save: SIMD4<Double>
  @usableFromInline let write: SIMD4<Double>

  init(_ levels: [CheckpointLevel]) {
    precondition(levels.count < CheckpointPolicy.mostLevels)
    var (every, save, write) = (SIMD4<Double>(repeating: 1), SIMD4<Double>.zero, SIMD4<Double>.zero)
    for (lane, level) in levels.enumerated() {
      every[lane] = Double(level.every)
      save[lane] = level.save
      write[lane] = level.write
    }
    (count, self.every, self.save, self.write) = (levels.count, every, save, write)
  }

  /// Segments after which the pattern of saves repeats: nested levels repeat with the last one.
  @usableFromInline var period: Double { count > 0 ? every[count - 1] : 1 }

  /// Time that the saves of these levels take up to the checkpoint of this number.
  @usableFromInline func time(upTo number: Double) -> Double {
    ((SIMD4(repeating: number) / every).rounded(.down) * save).sum()
  }

  /// Whether a level is saved at the checkpoint of this number.
  func isDue(_ lane: Int, at number: Double) -> Bool {
    number.truncatingRemainder(dividingBy: every[lane]) == 0
  }

  /// Time that the saves at the checkpoint of this number take, from the level of a lane on.
  func time(at number: Double, from lane: Int = 0) -> Double {
    (lane..<max(lane, count)).reduce(0) { $0 + (isDue($1, at: number) ? save[$1] : 0) }
  }
}
