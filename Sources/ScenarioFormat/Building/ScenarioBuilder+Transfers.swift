import Statistics

extension ScenarioBuilder {
  /// Transfers longer than this are taken for a mistake in a unit.
  private static let oddTransfer = 86_400.0
  /// No duration is longer.
  private static let longestTransfer = 1000 * 365.25 * 86_400

  /// A fixed duration, or the time of a transfer.
  mutating func time(_ checked: Checked, _ job: JobSize?) throws(AlreadyTold) -> Double {
    if case .seconds(let value) = checked.value { return value }
    return try transferTime(try checked.object(), job)
  }

  /// The law of a duration, or the time of a transfer.
  mutating func lawOrTransfer(
    _ checked: Checked, _ job: JobSize?
  ) throws(AlreadyTold) -> Lifetime {
    guard case .object(let object) = checked.value, object.variant == nil else {
      return try law(checked)
    }
    return .deterministic(Deterministic(value: try transferTime(object, job)))
  }

  /// The size by the bandwidth.
  private mutating func transferTime(
    _ object: CheckedObject, _ job: JobSize?
  ) throws(AlreadyTold) -> Double {
    let bytes =
      object.has("bytes")
      ? try object.number("bytes")
      : try object.number("parameters") * object.number("bytes_per_parameter")
    let seconds = bytes / (try bandwidth(object, job))
    guard seconds <= Self.longestTransfer else {
      throw fail(object.place, "the transfer takes longer than 1000y; are the units right?")
    }
    if seconds > Self.oddTransfer {
      problems.warning(
        object.place,
        "the transfer takes \(NumberText.nineDigits(seconds) ?? "") s; are the units right?")
    }
    return seconds
  }

  private func bandwidth(_ object: CheckedObject, _ job: JobSize?) throws(AlreadyTold) -> Double {
    if object.has("bandwidth") { return try object.number("bandwidth") }
    guard let job else { throw AlreadyTold() }
    return object.has("bandwidth_per_node")
      ? try object.number("bandwidth_per_node") * Double(job.nodes)
      : try object.number("bandwidth_per_gpu") * Double(job.gpus)
  }
}
