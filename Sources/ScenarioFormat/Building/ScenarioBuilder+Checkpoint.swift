import Checkpointing
import ClusterModel

extension ScenarioBuilder {
  /// The policy and where its copies lie; `runLength` is the length of the run as far as it is
  /// known.
  mutating func checkpoint(
    _ object: CheckedObject, _ job: JobSize?, runLength: Double?
  ) throws(AlreadyTold) -> (policy: CheckpointPolicy, storage: [CheckpointStorage]) {
    // Problems of one part do not hide those of the others.
    let schedule = try? schedule(try object.member("interval"))
    let levels = try? levels(object, job)
    guard let schedule, let levels, let first = levels.first else {
      throw AlreadyTold()
    }
    let policy = CheckpointPolicy(
      interval: schedule.interval, intervalRule: schedule.rule, save: first.save,
      write: first.write,
      furtherLevels: levels.dropFirst().map {
        CheckpointLevel(every: $0.every, save: $0.save, write: $0.write)
      },
      verification: try verification(object), savesAtEnd: try object.boolean("at_end"))
    if levels.count > 1 { try checkWrites(of: levels, object, schedule) }
    if schedule.rule == .given {
      warnOfInterval(policy.interval, object, levels, runLength: runLength)
    }
    return (policy, levels.map(\.storage))
  }

  private typealias Schedule = (interval: Double, rule: IntervalRule)

  /// The interval and where it is from; infinite as long as no formula has computed it.
  private func schedule(_ checked: Checked) throws(AlreadyTold) -> Schedule {
    switch checked.value {
    case .seconds(let interval): return (interval, .given)
    case .text(let word):
      guard let formula = IntervalFormula(rawValue: word) else { throw AlreadyTold() }
      return (.infinity, .computed(formula))
    default:
      let object = try checked.object()
      return (try object.seconds("initial"), .adaptive(try word(object, "adaptive")))
    }
  }

  /// The check before each save, if there is one.
  private func verification(_ checkpoint: CheckedObject) throws(AlreadyTold) -> Verification? {
    guard checkpoint.has("verify") else { return nil }
    let object = try checkpoint.object("verify")
    return Verification(time: try object.seconds("time"), finds: try object.number("finds"))
  }

  /// Tells copies that are still being written when the next of their level falls due: with
  /// several levels no save waits for another.
  private mutating func checkWrites(
    of levels: [Level], _ object: CheckedObject, _ schedule: Schedule
  ) throws(AlreadyTold) {
    guard schedule.rule == .given else {
      guard levels.contains(where: { $0.write > 0 }) else { return }
      throw fail(
        object.place(of: "interval"),
        "must be a duration: with several levels and a write time, a copy has to be written "
          + "before the next of its level")
    }
    for level in levels where level.write > Double(level.every) * schedule.interval {
      throw fail(
        level.object.place(of: "write"),
        "a copy takes longer to write than the time until the next of its level")
    }
  }

  private mutating func warnOfInterval(
    _ interval: Double, _ object: CheckedObject, _ levels: [Level], runLength: Double?
  ) {
    if let runLength, interval > runLength {
      problems.warning(
        object.place(of: "interval"), "the interval is longer than the run: nothing is saved in it")
    } else if let runLength,
      let level = levels.first(where: { Double($0.every) * interval > runLength })
    {
      problems.warning(
        level.object.place(of: "every"),
        "the first save of this level would come after the end of the run")
    }
    for level in levels where level.save > Double(level.every) * interval {
      let time = level.every == 1 ? "the interval" : "the time until the next of its level"
      problems.warning(level.object.place(of: "save"), "saving takes longer than \(time)")
    }
    if levels.count == 1, levels[0].write > interval {
      problems.warning(
        levels[0].object.place(of: "write"),
        "a copy takes longer to write than the interval: every save waits for the one before")
    }
  }
}
