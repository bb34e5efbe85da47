import ClusterModel

extension ScenarioBuilder {
  /// How the speed of the job drifts, or nil if it does not.
  mutating func throughput(_ top: CheckedObject) throws(AlreadyTold) -> Throughput? {
    guard top.has("throughput") else { return nil }
    let object = try top.object("throughput")
    let throughput = Throughput(
      diurnal: try object.number("diurnal"), driftPerDay: try object.number("drift_per_day"),
      refresh: object.has("refresh") ? try object.seconds("refresh") : nil,
      refreshTime: try object.seconds("refresh_time"), ramp: try ramp(object))
    if object.given.contains("refresh_time"), throughput.refresh == nil {
      problems.warning(
        object.place(of: "refresh_time"), "without refresh the job never stops for it")
    }
    if throughput.refresh != nil, throughput.driftPerDay == 0 {
      problems.warning(
        object.place(of: "refresh"), "without drift_per_day there is no drift to be rid of")
    }
    return throughput
  }

  private func ramp(_ throughput: CheckedObject) throws(AlreadyTold) -> PowerRamp? {
    guard throughput.has("ramp") else { return nil }
    let object = try throughput.object("ramp")
    return PowerRamp(speed: try object.number("speed"), time: try object.seconds("time"))
  }
}
