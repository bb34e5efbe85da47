import ClusterModel
import Statistics

extension ScenarioBuilder {
  /// The fault classes; what a missing cluster or missing routes would tell is left out.
  mutating func faults(
    _ list: [Checked], cluster: Cluster?, routes: [RepairRoute]?
  ) throws(AlreadyTold) -> [FaultClass] {
    var faults: [FaultClass] = []
    var names: Set<String> = []
    for element in list {
      guard let object = try? element.object() else { continue }
      if let name = try? object.text("name"), !names.insert(name).inserted {
        problems.error(object.place(of: "name"), "another fault class is called \(quoted(name))")
      }
      guard let fault = try? fault(object, routes: routes) else { continue }
      checkInstances(of: fault, in: cluster, object.place(of: "count"))
      faults.append(fault)
    }
    guard faults.count == list.count else { throw AlreadyTold() }
    return faults
  }

  private mutating func fault(
    _ object: CheckedObject, routes: [RepairRoute]?
  ) throws(AlreadyTold) -> FaultClass {
    let per: Domain = try word(object, "per")
    let takesDown: Domain? = object.has("takes_down") ? try word(object, "takes_down") : nil
    let bursts = object.has("bursts") ? try bursts(try object.object("bursts")) : nil
    let process = try process(
      try object.object("lifetime"), of: Counted(per: per, burstSize: bursts?.meanSize ?? 1))
    let symptom: FaultClass.Symptom = try word(object, "symptom")
    let speed = try speed(object, symptom: symptom)
    let fault = FaultClass(
      name: try object.text("name"),
      title: object.has("title") ? try object.text("title") : nil,
      category: try object.text("category"),
      per: per,
      count: try object.count("count"),
      process: process,
      symptom: symptom,
      speed: speed,
      takesDown: takesDown,
      repairRoute: try route(object, among: routes),
      isRepairedTogether: try isRepairedTogether(object),
      renews: try object.boolean("renews"),
      atRisk: try word(object, "at_risk"),
      bursts: bursts,
      schedule: try schedule(object))
    try checkBlastRadius(of: fault, object)
    if fault.isRepairedTogether, fault.takesDown <= .node {
      problems.warning(
        object.place(of: "repaired"), "each fault takes one node down: nothing is repaired together"
      )
    }
    try checkProcess(of: fault, object)
    return fault
  }

  /// Whether the lifetime allows for what is to happen to it.
  private mutating func checkProcess(
    of fault: FaultClass, _ object: CheckedObject
  ) throws(AlreadyTold) {
    guard case .lifetime(let lifetime) = fault.process else {
      for key in ["bursts", "schedule"] where object.given.contains(key) {
        throw fail(
          object.place(of: key), "the class strikes at given instants: there is no hazard to change"
        )
      }
      return
    }
    if !fault.renews, lifetime.greatestValue < .infinity {
      throw fail(
        object.place(of: "renews"),
        "minimal repair keeps the age, so the lifetime must be a law without a greatest value")
    }
    if fault.bursts != nil, fault.renews, lifetime.constantRate == nil {
      throw fail(
        object.place(of: "bursts"),
        "only go with an exponential lifetime, or with renews false: a burst renews nothing")
    }
  }

  private mutating func bursts(_ object: CheckedObject) throws(AlreadyTold) -> Bursts {
    Bursts(
      meanSize: try object.number("mean_size"), delay: try law(try object.member("delay")))
  }

  private mutating func schedule(_ object: CheckedObject) throws(AlreadyTold) -> [HazardStep] {
    var steps: [HazardStep] = []
    for element in try object.list("schedule") {
      let step = try element.object()
      let from = try step.seconds("from")
      if let last = steps.last, from <= last.from {
        throw fail(
          step.place(of: "from"), "the instants must ascend; this one is not after the one before")
      }
      steps.append(HazardStep(from: from, factor: try step.number("factor")))
    }
    return steps
  }

  private mutating func isRepairedTogether(_ object: CheckedObject) throws(AlreadyTold) -> Bool {
    guard try object.text("repaired") == "together" else { return false }
    guard object.has("repair") else {
      throw fail(
        object.place(of: "repair"), #"is missing: repaired "together" can't do without it"#)
    }
    return true
  }

  /// The speed of a slow job; no other symptom has one.
  private mutating func speed(
    _ object: CheckedObject, symptom: FaultClass.Symptom
  ) throws(AlreadyTold) -> Double? {
    let isSlow = symptom == .slow
    if object.has("speed"), !isSlow {
      throw fail(object.place(of: "speed"), #"only goes with symptom "slow""#)
    }
    if isSlow, !object.has("speed") {
      throw fail(object.place(of: "speed"), #"is missing: symptom "slow" can't do without it"#)
    }
    return isSlow ? try object.number("speed") : nil
  }

  /// The case of this name. The definitions list just the names of the cases.
  func word<Word: RawRepresentable<String>>(
    _ object: CheckedObject, _ key: String
  ) throws(AlreadyTold) -> Word {
    guard let word = Word(rawValue: try object.text(key)) else { throw AlreadyTold() }
    return word
  }

  private mutating func route(
    _ object: CheckedObject, among routes: [RepairRoute]?
  ) throws(AlreadyTold) -> Int? {
    guard object.has("repair"), let routes else { return nil }
    let name = try object.text("repair")
    if let index = routes.firstIndex(where: { $0.name == name }) { return index }
    throw fail(
      object.place(of: "repair"),
      "there is no repair route \(quoted(name))"
        + Spelling.suggestion(for: name, among: routes.map(\.name)))
  }

  private mutating func checkBlastRadius(
    of fault: FaultClass, _ object: CheckedObject
  ) throws(AlreadyTold) {
    if fault.takesDown == .job, fault.repairRoute != nil {
      throw fail(
        object.place(of: "repair"),
        #"with takes_down "job" every node stays in service, so there is none to repair"#)
    }
  }

  private mutating func checkInstances(
    of fault: FaultClass, in cluster: Cluster?, _ place: Place
  ) {
    guard let cluster else { return }
    let domains = Topology(cluster).units(of: fault.per)
    if Int32(exactly: domains * fault.count) == nil {
      problems.error(
        place,
        "\(fault.count) on each of \(domains) come to more than \(Int32.max) instances")
    }
  }
}
