/// What happened in a replication, for those who want to look.
struct Timeline {
  /// Entries that are kept at most; a run with more is not for reading.
  static let mostEntries = 200_000
  private(set) var entries = [TimelineEntry]()
  /// Lost work that was told of, in seconds.
  private(set) var lostSeconds = 0.0

  /// Adds an entry while there is room; the last one says that more are left out.
  mutating func append(_ entry: TimelineEntry) {
    lostSeconds += entry.lostSeconds
    guard entries.count < Self.mostEntries else { return }
    entries.append(entry)
    if entries.count == Self.mostEntries { entries[entries.count - 1].event = .cut }
  }
}

extension ClusterState {
  /// Notes an event when the replication is being watched; otherwise costs one comparison.
  @inline(__always)
  mutating func record(
    _ event: TimelineEntry.Event, at time: Double, fault: Int? = nil, node: Int? = nil,
    lost: Double = 0
  ) {
    if timeline != nil { tell(event, at: time, fault: fault, node: node, lost: lost) }
  }

  private mutating func tell(
    _ event: TimelineEntry.Event, at time: Double, fault: Int?, node: Int?, lost: Double
  ) {
    let running = phase.holdsSession ? session.progress(at: time).done - lost : 0
    timeline?.append(
      TimelineEntry(
        time: time, event: event, fault: fault.map { scenario.faults[$0].name }, node: node,
        phase: phase.name, lostSeconds: lost, progressSeconds: savedWork + running,
        spares: inventory.spares, nodesInRepair: inventory.inRepair))
  }
}
