import ClusterModel
import Statistics

extension ScenarioBuilder {
  mutating func cluster(_ object: CheckedObject) throws(AlreadyTold) -> Cluster {
    let cluster = Cluster(
      accelerator: try object.text("accelerator"),
      nodes: try object.count("nodes"),
      gpusPerNode: try object.count("gpus_per_node"),
      nodesPerRack: try object.count("nodes_per_rack"),
      racksPerPod: try object.count("racks_per_pod"),
      spareNodes: try object.count("spare_nodes"),
      sparesArePowered: try object.boolean("spares_powered"),
      spareActivation: try law(try object.member("spare_activation")))
    guard Int32(exactly: cluster.allNodes * cluster.gpusPerNode) != nil else {
      throw fail(
        object.place(of: "nodes"),
        "nodes and spare_nodes times gpus_per_node come to more than \(Int32.max) GPUs")
    }
    if cluster.spareNodes > cluster.nodes {
      problems.warning(
        object.place(of: "spare_nodes"),
        "more nodes wait (\(cluster.spareNodes)) than the job may use (\(cluster.nodes))")
    }
    return cluster
  }

  /// The price, or nil if none was given.
  func cost(_ top: CheckedObject) throws(AlreadyTold) -> Cost? {
    guard top.has("cost") else { return nil }
    let object = try top.object("cost")
    return Cost(gpuHour: try object.number("gpu_hour"), currency: try object.text("currency"))
  }
}
