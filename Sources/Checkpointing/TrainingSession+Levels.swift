/// Several levels of checkpoints within a session.
///
/// Checkpoints are numbered from the start of the session; `position` more is their number within
/// the pattern of levels. At each, all levels that are due are saved one after the other.
extension TrainingSession {
  /// Levels of checkpoints that there are.
  public var levels: Int { 1 + further.count }

  /// Time that the saves of further levels at a checkpoint take.
  @usableFromInline func furtherSaves(at number: Double) -> Double {
    further.count == 0 ? 0 : further.time(at: position + number)
  }

  /// Time that the saves of further levels take after one checkpoint up to another.
  @usableFromInline func furtherSaves(between first: Double, _ last: Double) -> Double {
    further.time(upTo: position + last) - further.time(upTo: position + first)
  }

  /// Saves after the next one that end within `time` seconds of its end.
  @usableFromInline func savesWithin(_ time: Double) -> Double {
    let first = standing.saves + 1
    let period = further.period * cycle + further.time(upTo: further.period)
    let periods = (time / period).rounded(.down)
    guard periods < .infinity else { return .infinity }
    // The greatest number of the rest of a period that fits, by bisection.
    var (fits, ends) = (periods * further.period, (periods + 1) * further.period)
    while ends - fits > 1 {
      let middle = ((fits + ends) / 2).rounded(.down)
      let isOver = middle * cycle + furtherSaves(between: first, first + middle) <= time
      if isOver { fits = middle } else { ends = middle }
    }
    return fits
  }

  /// The newest checkpoint up to one of this number at which a level is saved; 0 or less if there is
  /// none in this session.
  private func newest(ofLevel level: Int, upTo number: Double) -> Double {
    guard level > 0 else { return number }
    let every = further.every[level - 1]
    return ((position + number) / every).rounded(.down) * every - position
  }

  /// Checkpoints from one save of a level to the next.
  public func every(_ level: Int) -> Double { level == 0 ? 1 : further.every[level - 1] }

  /// When the copy of a level at a checkpoint, or the last one before, is durable, in seconds from
  /// `standing` on.
  @usableFromInline func copyEnd(ofLevel level: Int, number: Double) -> Double {
    let number = newest(ofLevel: level, upTo: number)
    guard number > standing.saves else {
      return level == 0 ? standing.copyEnd : standing.furtherCopyEnds[level - 1]
    }
    let saveEnd = saveEnd(number) - further.time(at: position + number, from: level)
    return saveEnd + (level == 0 ? write : further.write[level - 1])
  }

  /// When all copies that were begun by a checkpoint are durable, in seconds from `standing` on.
  func copiesInFlight(after saves: Double, saveEnd: Double) -> Double {
    guard further.count > 0 else { return copyEnd(saves, saveEnd: saveEnd) }
    return (0..<levels).reduce(-.infinity) { max($0, copyEnd(ofLevel: $1, number: saves)) }
  }

  /// The save and the write of the safest level.
  var safestSave: Double { further.count > 0 ? further.save[further.count - 1] : save }
  var safestWrite: Double { further.count > 0 ? further.write[further.count - 1] : write }

  /// Number of the newest durable checkpoint of each level at `time`, counted from the start of the
  /// session; 0 for a level without one. An orderly stop's own copy is not among them.
  public func newestCopies(at time: Double) -> SIMD4<Double> {
    let tolerance = 4 * time.ulp
    let elapsed = min(time, pauseBegin) - standing.time
    let saves = completedSaves(elapsed, tolerance: tolerance)
    let isSaving = saves < fullSegments && stop?.usesSave ?? true
    let begun = isSaving ? saves + 1 : saves
    var numbers = SIMD4<Double>.zero
    for level in 0..<levels {
      // The levels that are saved first have a copy before the whole checkpoint is complete.
      var number = newest(ofLevel: level, upTo: begun)
      if number > saves, copyEnd(ofLevel: level, number: number) > elapsed + tolerance {
        number = newest(ofLevel: level, upTo: saves)
      }
      // The one before was durable when this save began.
      if number > 0, copyEnd(ofLevel: level, number: number) > elapsed + tolerance {
        number -= every(level)
      }
      numbers[level] = max(0, number)
    }
    return numbers
  }

  /// Checkpoints after which the pattern of levels repeats.
  public var period: Double { further.period }

  /// Number of a checkpoint within the pattern of levels.
  public func position(ofCheckpoint number: Double) -> Double {
    further.count == 0 ? 0 : (position + number).truncatingRemainder(dividingBy: further.period)
  }

  /// Number of the first checkpoint of the session at which a level is saved.
  public func firstCheckpoint(ofLevel level: Int) -> Double {
    newest(ofLevel: level, upTo: 0) + every(level)
  }
}
