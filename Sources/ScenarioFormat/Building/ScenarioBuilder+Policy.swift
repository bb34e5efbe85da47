import ClusterModel

extension ScenarioBuilder {
  /// What the job does when a fault hits it, of the object of its recovery.
  mutating func policy(
    _ object: CheckedObject, _ job: JobSize?
  ) throws(AlreadyTold) -> RecoveryPolicy {
    let name = try object.text("policy")
    let elasticKeys = RecoveryDefinition.elasticKeys.map { (key: $0, policy: "elastic") }
    var isMixed = false
    for (key, policy) in [("hot_restart", "hot_spare")] + elasticKeys
    where name != policy && object.given.contains(key) {
      problems.error(object.place(of: key), "only goes with policy \(quoted(policy))")
      isMixed = true
    }
    if isMixed { throw AlreadyTold() }
    switch name {
    case "hot_spare":
      return .hotSpare(restart: try restart(try object.member("hot_restart"), job))
    case "elastic": return .elastic(try replicas(object, job))
    default: return .restart
    }
  }

  private mutating func replicas(
    _ object: CheckedObject, _ job: JobSize?
  ) throws(AlreadyTold) -> ElasticReplicas {
    guard object.has("replicas") else {
      throw fail(
        object.place(of: "replicas"), #"is missing: policy "elastic" can't do without it"#)
    }
    let (replicas, minimum) = (try object.count("replicas"), try object.count("minimum_replicas"))
    guard minimum <= replicas else {
      throw fail(
        object.place(of: "minimum_replicas"),
        "can be at most replicas, \(replicas), not \(minimum)")
    }
    guard let job else { throw AlreadyTold() }
    guard !job.isPlaced else {
      throw fail(
        object.place(of: "policy"),
        #"replicas on whole racks are not simulated; remove "elastic" or job.placement"#)
    }
    guard job.nodes.isMultiple(of: replicas) else {
      throw fail(
        object.place(of: "replicas"),
        "the \(job.nodes) nodes of the job can't be divided into \(replicas) equal replicas"
          + Self.nearestDivisor(of: job.nodes, to: replicas))
    }
    return ElasticReplicas(
      replicas: replicas, minimum: minimum, stall: try law(try object.member("stall")),
      rejoin: try law(try object.member("rejoin")),
      rejoinStall: try law(try object.member("rejoin_stall")))
  }

  /// The end of a message: the numbers of equal parts that are nearest to one which does not divide.
  private static func nearestDivisor(of nodes: Int, to replicas: Int) -> String {
    func divides(_ number: Int) -> Bool { nodes.isMultiple(of: number) }
    let less = (1...min(replicas, nodes)).last(where: divides)
    let more = replicas < nodes ? (replicas...nodes).first(where: divides) : nil
    let words = [less, more].compactMap { $0.map(String.init) }
    return words.isEmpty ? "" : "; \(Checker.either(words)) would do"
  }
}
