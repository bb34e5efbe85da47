import ClusterModel

extension CheckReport {
  /// The cluster, the job and its saves.
  var setting: [String] {
    paragraph(clusterSentence, jobSentence, checkpointSentence)
  }

  private var clusterSentence: String {
    let cluster = scenario.cluster
    let gpu = "\(TerminalText.plain(cluster.accelerator)) GPU"
    let kind = cluster.accelerator == "GPU" ? "GPU" : gpu
    let spares =
      switch (cluster.spareNodes, cluster.sparesArePowered) {
      case (0, _): "and no spares"
      case (let spares, true): "and \(Self.count(spares, "spare")), powered"
      case (let spares, false): "and \(Self.count(spares, "spare")), switched off"
      }
    let tree =
      cluster.nodesPerRack == 1
      ? "" : ", \(HumaneText.grouped(cluster.nodesPerRack)) nodes to a rack"
    return "The cluster has \(Self.count(cluster.nodes, "node")) of "
      + "\(Self.count(cluster.gpusPerNode, kind))\(tree), \(spares)."
  }

  private var jobSentence: String {
    let nodes = scenario.job.nodes
    let gpus = Self.count(nodes * scenario.cluster.gpusPerNode, "GPU")
    let place =
      nodes == scenario.cluster.nodes
      ? "all of them (\(gpus))" : "\(HumaneText.grouped(nodes)) of them (\(gpus))"
    let end =
      switch (scenario.job.work, scenario.horizon) {
      case (let work?, let horizon?):
        "until \(Self.duration(work)) of work are done, for \(Self.duration(horizon)) "
          + "at most"
      case (let work?, nil): "until \(Self.duration(work)) of work are done"
      case (nil, let horizon): "for \(Self.duration(horizon ?? .infinity))"
      }
    return "The job trains on \(place), \(end)."
  }

  private var checkpointSentence: String {
    let policy = scenario.checkpoint
    let durable =
      policy.write > 0
      ? ", and the copy can be restored from \(Self.duration(policy.write)) later" : ""
    return "After every \(Self.duration(policy.interval)) of work it saves: that blocks it for"
      + " \(Self.duration(policy.save))\(durable)."
  }
}
