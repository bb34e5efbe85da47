import ClusterModel

extension ScenarioBuilder {
  /// How nodes differ in their hazard, or nil if they are alike; `faults` are the classes that can
  /// be named, nil if they have a problem.
  mutating func frailty(
    _ top: CheckedObject, faults: [FaultClass]?
  ) throws(AlreadyTold) -> Frailty? {
    guard let key = ["lemons", "frailty"].first(where: top.has) else { return nil }
    let object = try top.object(key)
    let law: Frailty.Law =
      key == "lemons"
      ? .lemons(
        fraction: try object.number("fraction"), multiplier: try object.number("multiplier"))
      : .gamma(variance: try object.number("variance"))
    guard let faults else { throw AlreadyTold() }
    let classes =
      object.has("faults")
      ? try classes(object, among: faults)
      : Set(faults.indices.filter { faults[$0].canDifferByNode })
    if classes.isEmpty {
      problems.warning(
        object.place, "no fault class with a lifetime is per gpu or node: nodes do not differ")
    }
    return Frailty(law, faults: classes)
  }

  /// The classes that are named, by their index.
  private mutating func classes(
    _ object: CheckedObject, among faults: [FaultClass]
  ) throws(AlreadyTold) -> Set<Int> {
    var classes: Set<Int> = []
    for element in try object.list("faults") {
      let name = try element.text()
      guard let index = faults.firstIndex(where: { $0.name == name }) else {
        throw fail(
          element.place,
          "there is no fault class \(quoted(name))"
            + Spelling.suggestion(for: name, among: faults.map(\.name)))
      }
      guard faults[index].canDifferByNode else {
        throw fail(element.place, Self.reason(faults[index]))
      }
      guard classes.insert(index).inserted else {
        throw fail(element.place, "\(quoted(name)) is given twice")
      }
    }
    return classes
  }

  /// Why a class can't be named.
  private static func reason(_ fault: FaultClass) -> String {
    if case .instants = fault.process {
      return "\(quoted(fault.name)) strikes at given instants, not by a hazard"
    }
    return "\(quoted(fault.name)) is per \(fault.per.rawValue); nodes only differ in what is per "
      + "gpu or node"
  }
}

extension FaultClass {
  /// Whether the multiplier of a node can hold for the class.
  fileprivate var canDifferByNode: Bool {
    guard case .lifetime = process else { return false }
    return per == .gpu || per == .node
  }
}
