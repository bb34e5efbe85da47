/// What happened in a replication, for those who want to look.
struct Timeline {
  var entries = [TimelineEntry]()
}

extension ClusterState {
  /// Notes an event when the replication is being watched; otherwise costs one comparison.
  mutating func record(
    _ event: TimelineEntry.Event, at time: Double, fault: Int? = nil, node: Int? = nil,
    lost: Double = 0
  ) {
    guard timeline != nil else { return }
    let running = phase.isTraining ? session.progress(at: time).done - lost : 0
    timeline?.entries.append(
      TimelineEntry(
        time: time, event: event, fault: fault.map { scenario.faults[$0].name }, node: node,
        phase: phase.name, lostSeconds: lost, progressSeconds: savedWork + running))
  }
}
