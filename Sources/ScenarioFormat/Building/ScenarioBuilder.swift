import ClusterModel

/// Makes a scenario of checked values, and tells what does not fit together.
///
/// Each part is built on its own, so that a problem in one does not hide those of the others.
struct ScenarioBuilder {
  var problems: ProblemList
  /// The references that there are; nil if that is not known.
  let knownReferences: [String]?

  /// The document; only of use if no problem was told.
  mutating func document(
    _ top: CheckedObject, tree: JSONNode, assumptions: [Assumption], settings: [Setting]
  ) throws(AlreadyTold) -> ScenarioDocument {
    // That of a text has been followed; one that is no text has been told.
    if (try? top.text("extends")) != nil {
      problems.error(
        top.place(of: "extends"), "can't be set: only a text can extend a scenario")
    }
    let scenario = try scenario(top)
    let name = try top.text("name")
    return ScenarioDocument(
      name: name,
      title: top.has("title") ? try top.text("title") : name,
      sources: try texts(top, "sources"),
      references: try references(top),
      calibratedOn: try texts(top, "calibrated_on"),
      knownDisagreements: try knownDisagreements(top),
      scenario: scenario, canonical: JSONValue(tree),
      assumptions: assumptions.filter { scenario.makes($0) },
      warnings: problems.warnings, settings: settings)
  }

  private mutating func scenario(_ top: CheckedObject) throws(AlreadyTold) -> Scenario {
    let cluster = try? cluster(top.object("cluster"))
    let job = try? job(top.object("job"), cluster: cluster)
    let horizon = try? horizon(top)
    let repair = try? repair(top.object("repair"))
    let routes = try? routes(top.object("repair"), crews: repair?.crews)
    let faults = try? faults(top.list("faults"), cluster: cluster, routes: routes)
    if let cluster, let faults, let object = try? top.object("cluster") {
      checkAges(of: cluster, object, faults: faults)
    }
    let frailty = try? frailty(top, faults: faults)
    let size = size(of: job, cluster)
    let checkpoint = try? checkpoint(
      top.object("checkpoint"), size, runLength: [job?.work, horizon].compactMap { $0 }.min())
    let recovery = try? recovery(top, size)
    // What is optional and has a problem is left out here: the problem has been told.
    let maintenance = try? maintenance(top)
    let throughput = try? throughput(top)
    let cost = try? cost(top)
    guard let cluster, let job, let repair, let routes, let faults, let checkpoint, let recovery
    else {
      throw AlreadyTold()
    }
    return Scenario(
      cluster: cluster, faults: faults, frailty: frailty, repairRoutes: routes, repair: repair,
      job: job, checkpoint: checkpoint.policy, storage: checkpoint.storage, recovery: recovery,
      maintenance: maintenance, throughput: throughput, horizon: horizon, cost: cost)
  }

  /// The names, each of which must be known and be given once.
  private mutating func references(_ top: CheckedObject) throws(AlreadyTold) -> [String] {
    var names: [String] = []
    for element in try top.list("references") {
      let name = try element.text()
      if names.contains(name) { throw fail(element.place, "\(quoted(name)) is given twice") }
      names.append(name)
      guard let knownReferences, !knownReferences.contains(name) else { continue }
      let nearest = Spelling.suggestion(for: name, among: knownReferences)
      let all = "; there are: \(knownReferences.joined(separator: ", "))"
      throw fail(
        element.place, "there is no reference \(quoted(name))" + (nearest.isEmpty ? all : nearest))
    }
    return names
  }

  /// The disagreements, each with a figure of its own.
  private mutating func knownDisagreements(
    _ top: CheckedObject
  ) throws(AlreadyTold) -> [KnownDisagreement] {
    var known: [KnownDisagreement] = []
    for element in try top.list("known_disagreements") {
      let object = try element.object()
      let figure = try object.text("figure")
      guard !known.contains(where: { $0.figure == figure }) else {
        throw fail(object.place(of: "figure"), "\(quoted(figure)) is given twice")
      }
      known.append(KnownDisagreement(figure: figure, why: try object.text("why")))
    }
    return known
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
