import Checkpointing
import ClusterModel
import Statistics

extension ScenarioBuilder {
  mutating func job(_ object: CheckedObject, cluster: Cluster?) throws(AlreadyTold) -> Job {
    let work = object.has("work") ? try object.seconds("work") : nil
    guard let cluster else { throw AlreadyTold() }
    let placement = try nodesOfRack(object, cluster)
    let nodes = try nodes(object, cluster, nodesOfRack: placement)
    let job = Job(
      nodes: nodes, work: work, spareChoice: try word(object, "spare_choice"),
      nodesOfRack: placement)
    if placement != nil, job.spareChoice == .fewestFailures {
      throw fail(
        object.place(of: "spare_choice"),
        "with a placement a node is replaced from its own rack: there is no choice")
    }
    return job
  }

  /// The nodes that the job needs: those it gives, or as many as it can have.
  private mutating func nodes(
    _ object: CheckedObject, _ cluster: Cluster, nodesOfRack: Int?
  ) throws(AlreadyTold) -> Int {
    let (ofRack, perRack) = (nodesOfRack ?? 1, nodesOfRack == nil ? 1 : cluster.nodesPerRack)
    let most = cluster.nodes / perRack * ofRack
    let nodes = object.has("nodes") ? try object.count("nodes") : most
    guard nodes <= cluster.nodes else {
      throw fail(
        object.place(of: "nodes"),
        "the job needs \(nodes) nodes, but the cluster has \(cluster.nodes)")
    }
    guard nodes.isMultiple(of: ofRack) else {
      throw fail(
        object.place(of: "nodes"),
        "the job takes \(ofRack) nodes of each rack, and \(nodes) is not a multiple of that")
    }
    guard nodes <= most, nodes > 0 else {
      let racks = max(1, nodes / ofRack)
      throw fail(
        object.place(of: "placement"),
        "the job lies on \(racks) whole \(racks == 1 ? "rack" : "racks") of \(perRack) nodes, but the "
          + "cluster has \(cluster.nodes) nodes")
    }
    return nodes
  }

  /// The nodes of each rack that the job uses, or nil if it may lie anywhere.
  private mutating func nodesOfRack(
    _ job: CheckedObject, _ cluster: Cluster
  ) throws(AlreadyTold) -> Int? {
    guard job.has("placement") else { return nil }
    let object = try job.object("placement")
    let nodes = try object.count("nodes_of_rack")
    guard nodes <= cluster.nodesPerRack else {
      throw fail(
        object.place(of: "nodes_of_rack"),
        "the job takes \(nodes) nodes of each rack, but nodes_per_rack is \(cluster.nodesPerRack)")
    }
    guard cluster.allNodes.isMultiple(of: cluster.nodesPerRack) else {
      throw fail(
        object.place(of: "nodes_of_rack"),
        "needs whole racks: nodes and spare_nodes come to \(cluster.allNodes), which is not a "
          + "multiple of nodes_per_rack, \(cluster.nodesPerRack)")
    }
    return nodes
  }

  /// GPUs of the job, or nil if that is not known.
  func jobGPUs(_ job: Job?, _ cluster: Cluster?) -> Int? {
    guard let job, let cluster else { return nil }
    return job.nodes * cluster.gpusPerNode
  }

  /// The end of the run, or nil if only the job's work ends it.
  mutating func horizon(_ top: CheckedObject) throws(AlreadyTold) -> Double? {
    if top.has("horizon") { return try top.seconds("horizon") }
    guard try top.object("job").has("work") else {
      throw fail(top.place(of: "horizon"), "is missing: give the horizon of the run, or job.work")
    }
    return nil
  }

  /// The policy; `runLength` is the length of the run as far as it is known.
  mutating func checkpoint(
    _ object: CheckedObject, runLength: Double?
  ) throws(AlreadyTold) -> CheckpointPolicy {
    let policy = CheckpointPolicy(
      interval: try object.seconds("interval"), save: try object.seconds("save"),
      write: try object.seconds("write"), savesAtEnd: try object.boolean("at_end"))
    if let runLength, policy.interval > runLength {
      problems.warning(
        object.place(of: "interval"), "the interval is longer than the run: nothing is saved in it")
    }
    if policy.save > policy.interval {
      problems.warning(object.place(of: "save"), "saving takes longer than the interval")
    }
    if policy.write > policy.interval {
      problems.warning(
        object.place(of: "write"),
        "a copy takes longer to write than the interval: every save waits for the one before")
    }
    return policy
  }

  /// Where the copies lie, a level after the other.
  mutating func storage(_ object: CheckedObject) throws(AlreadyTold) -> [CheckpointStorage] {
    [CheckpointStorage(load: try law(try object.member("load")))]
  }

  /// The steps of a recovery; `gpus` are those of the job.
  mutating func recovery(_ top: CheckedObject, gpus: Int?) throws(AlreadyTold) -> Recovery {
    let object = try top.object("recovery")
    let detect = try object.object("detect")
    return Recovery(
      detectCrash: try law(try detect.member("crash")),
      detectHang: try law(try detect.member("hang")),
      detectSlow: try law(try detect.member("slow")),
      detectCorrupt: try law(try detect.member("corrupt")),
      diagnose: try law(try object.object("diagnose").member("time")),
      misdiagnosis: try misdiagnosis(try object.object("diagnose")),
      swap: try law(try object.member("swap")),
      restart: try restart(try object.member("restart"), gpus: gpus),
      isExposed: try object.boolean("exposed"),
      healthCheck: try healthCheck(object))
  }

  private mutating func misdiagnosis(_ object: CheckedObject) throws(AlreadyTold) -> Misdiagnosis {
    let (missed, wrong) = (try object.number("missed"), try object.number("wrong"))
    // Decimal fractions that add up to 1 need not do so in binary.
    guard missed + wrong <= 1 + 4 * 1.0.ulp else {
      let sum = NumberText.nineDigits(missed + wrong) ?? ""
      throw fail(object.place(of: "wrong"), "missed and wrong together are at most 1, not \(sum)")
    }
    return Misdiagnosis(
      missed: missed, wrong: min(wrong, 1 - missed), recurs: try law(try object.member("recurs")))
  }

  private mutating func healthCheck(_ recovery: CheckedObject) throws(AlreadyTold) -> HealthCheck? {
    guard recovery.has("health_checks") else { return nil }
    let object = try recovery.object("health_checks")
    return HealthCheck(
      time: try law(try object.member("time")), finds: try object.number("finds"))
  }

  private mutating func restart(_ checked: Checked, gpus: Int?) throws(AlreadyTold) -> Lifetime {
    guard case .object(let object) = checked.value, object.variant == nil else {
      return try law(checked)
    }
    let (base, perGPU) = (try object.seconds("base"), try object.seconds("per_gpu"))
    guard let gpus else { throw AlreadyTold() }
    return .deterministic(Deterministic(value: base + perGPU * Double(gpus)))
  }

  /// The planned interruptions, or nil if there are none.
  func maintenance(_ top: CheckedObject) throws(AlreadyTold) -> Maintenance? {
    guard top.has("maintenance") else { return nil }
    let object = try top.object("maintenance")
    let downtime = try object.seconds("downtime")
    if object.has("every") {
      let every = try object.seconds("every")
      return Maintenance(every: every, first: every, downtime: downtime)
    }
    let every = try object.seconds("over") / Double(try object.count("count"))
    return Maintenance(every: every, first: every / 2, downtime: downtime)
  }
}
