import ClusterModel

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

  /// The job's size, or nil if that is not known.
  func size(of job: Job?, _ cluster: Cluster?) -> JobSize? {
    guard let job, let cluster else { return nil }
    return JobSize(
      nodes: job.nodes, gpus: job.nodes * cluster.gpusPerNode, isPlaced: job.nodesOfRack != nil)
  }

  /// The end of the run, or nil if only the job's work ends it.
  mutating func horizon(_ top: CheckedObject) throws(AlreadyTold) -> Double? {
    if top.has("horizon") { return try top.seconds("horizon") }
    guard try top.object("job").has("work") else {
      throw fail(top.place(of: "horizon"), "is missing: give the horizon of the run, or job.work")
    }
    return nil
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

/// What of the job the times of checkpoints and of recovery depend on.
struct JobSize {
  let nodes: Int
  let gpus: Int
  /// Whether it lies on whole racks.
  let isPlaced: Bool
}
