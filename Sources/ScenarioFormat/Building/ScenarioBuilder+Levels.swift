import ClusterModel

extension ScenarioBuilder {
  /// One kind of copy; times are in seconds.
  struct Level {
    /// What it was read from: an element of `levels`, or the checkpoint policy itself.
    let object: CheckedObject
    let every: Int
    let save: Double
    let write: Double
    let storage: CheckpointStorage
  }

  /// The levels from the first one on; that of a policy without `levels` is the policy itself.
  mutating func levels(
    _ checkpoint: CheckedObject, _ job: JobSize?
  ) throws(AlreadyTold) -> [Level] {
    guard checkpoint.has("levels") else {
      return [try level(checkpoint, every: 1, survives: .cluster, job)]
    }
    var levels: [Level] = []
    var names: Set<String> = []
    // That of the level before, as far as it is known.
    var every = 1
    let elements = try checkpoint.list("levels")
    for (index, element) in elements.enumerated() {
      guard let object = try? element.object() else { continue }
      if let name = try? object.text("name"), !names.insert(name).inserted {
        problems.error(object.place(of: "name"), "another level is called \(quoted(name))")
      }
      let ownEvery = try? self.every(object, after: index == 0 ? nil : every)
      let level = try? level(
        object, every: ownEvery ?? 1, survives: try word(object, "survives"), job)
      if let level, ownEvery != nil { levels.append(level) }
      every = (try? object.count("every")) ?? every
    }
    guard levels.count == elements.count else { throw AlreadyTold() }
    warnOfLosses(levels)
    return levels
  }

  /// How often a level is saved, if that fits to the level before.
  private mutating func every(
    _ object: CheckedObject, after last: Int?
  ) throws(AlreadyTold) -> Int {
    let every = try object.count("every")
    guard let last else {
      guard every == 1 else {
        throw fail(
          object.place(of: "every"),
          "the first level is saved at each checkpoint, so that its every is 1, not \(every)")
      }
      return every
    }
    guard every.isMultiple(of: last) else {
      let nearest = max(1, (every + last / 2) / last) * last
      throw fail(
        object.place(of: "every"),
        "\(every) is not a multiple of \(last), the every of the level before; write \(nearest)")
    }
    return every
  }

  private mutating func level(
    _ object: CheckedObject, every: Int, survives: Domain, _ job: JobSize?
  ) throws(AlreadyTold) -> Level {
    let name = object.has("name") ? try object.text("name") : CheckpointStorage().name
    let save = try? time(try object.member("save"), job)
    let write = try? time(try object.member("write"), job)
    let load = try? lawOrTransfer(try object.member("load"), job)
    let storage = CheckpointStorage(
      name: name, load: load ?? .zero, survives: survives,
      unreadable: try object.number("corrupt_probability"),
      kept: object.has("keep") ? try object.count("keep") : nil)
    guard let save, let write, load != nil else { throw AlreadyTold() }
    return Level(object: object, every: every, save: save, write: write, storage: storage)
  }

  /// Tells what no copy outlives.
  private mutating func warnOfLosses(_ levels: [Level]) {
    guard let last = levels.last, !levels.contains(where: { $0.storage.survives == .cluster })
    else { return }
    let loss =
      last.storage.survives == .job
      ? "the loss of a node" : "the loss of more than a \(last.storage.survives.words)"
    problems.warning(
      last.object.place(of: "survives"),
      "no copy outlives \(loss): a fault of that kind throws the job back to its start")
  }
}

extension Domain {
  /// The domain in the words of a message.
  fileprivate var words: String { rawValue.replacing("_", with: " ") }
}
