import ClusterModel

/// Makes a scenario of checked values, and tells what does not fit together.
///
/// Each part is built on its own, so that a problem in one does not hide those of the others.
struct ScenarioBuilder {
  var problems: ProblemList

  /// The document; only of use if no problem was told.
  mutating func document(
    _ top: CheckedObject, canonical: JSONValue, assumptions: [Assumption], settings: [Setting]
  ) throws(AlreadyTold) -> ScenarioDocument {
    if top.has("extends") {
      problems.error(top.place(of: "extends"), "can't be set: only a text can extend a scenario")
    }
    let scenario = try scenario(top)
    let name = try top.text("name")
    return ScenarioDocument(
      name: name,
      title: top.has("title") ? try top.text("title") : name,
      sources: try texts(top, "sources"),
      references: try texts(top, "references"),
      calibratedOn: try texts(top, "calibrated_on"),
      scenario: scenario, canonical: canonical,
      assumptions: assumptions.filter { scenario.makes($0) },
      warnings: problems.warnings, settings: settings)
  }

  private mutating func scenario(_ top: CheckedObject) throws(AlreadyTold) -> Scenario {
    let cluster = try? cluster(top.object("cluster"))
    let job = try? job(top.object("job"), cluster: cluster)
    let horizon = try? horizon(top)
    let routes = try? routes(top.object("repair"))
    let faults = try? faults(top.list("faults"), cluster: cluster, routes: routes)
    let checkpoint = try? checkpoint(
      top.object("checkpoint"), runLength: [job?.work, horizon].compactMap { $0 }.min())
    let recovery = try? recovery(top, gpus: jobGPUs(job, cluster))
    // What is optional and has a problem is left out here: the problem has been told.
    let maintenance = try? maintenance(top)
    let cost = try? cost(top)
    guard let cluster, let job, let routes, let faults, let checkpoint, let recovery else {
      throw AlreadyTold()
    }
    return Scenario(
      cluster: cluster, faults: faults, repairRoutes: routes, job: job, checkpoint: checkpoint,
      recovery: recovery, maintenance: maintenance, horizon: horizon, cost: cost)
  }

  private func texts(_ object: CheckedObject, _ key: String) throws(AlreadyTold) -> [String] {
    var texts: [String] = []
    for element in try object.list(key) { texts.append(try element.text()) }
    return texts
  }

  /// Tells a problem that only several values together have.
  mutating func fail(_ place: Place, _ message: @autoclosure () -> String) -> AlreadyTold {
    problems.error(place, message())
    return AlreadyTold()
  }
}
