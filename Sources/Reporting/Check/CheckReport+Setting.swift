import ClusterModel

extension CheckReport {
  /// The cluster, the job and its saves.
  var setting: [String] {
    paragraph(clusterSentence, ageSentence, jobSentence, speedSentence)
      + paragraph(checkpointSentence, copySentence, policySentence)
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
    let warm = cluster.spareActivation == .zero ? 0 : min(cluster.warmSpares, idleNodes)
    let ready = warm > 0 ? " (\(HumaneText.grouped(warm)) kept ready)" : ""
    let tree =
      cluster.nodesPerRack == 1
      ? "" : ", \(HumaneText.grouped(cluster.nodesPerRack)) nodes to a rack"
    return "The cluster has \(Self.count(cluster.nodes, "node")) of "
      + "\(Self.count(cluster.gpusPerNode, kind))\(tree), \(spares)\(ready)."
  }

  /// How old the nodes are when the run begins.
  private var ageSentence: String {
    let cluster = scenario.cluster
    let old = cluster.installed.filter { $0.age > 0 }.map {
      "\(Self.count($0.nodes, "node")) \($0.nodes == 1 ? "is" : "are") \(Self.age($0.age)) old"
    }
    let tested =
      cluster.burnIn > 0 ? "every new node was tested for \(Self.age(cluster.burnIn))" : ""
    let parts = (old.isEmpty ? [] : ["at the start " + Self.list(old)]) + [tested]
    let text = parts.filter { !$0.isEmpty }.joined(separator: "; ")
    return text.isEmpty ? "" : text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// An age; in years where days would be too many.
  private static func age(_ seconds: Double) -> String {
    let years = seconds / (365.25 * 86_400)
    return years >= 2 ? "\(figure(years))\u{A0}years" : duration(seconds)
  }

  private var jobSentence: String {
    let nodes = scenario.job.nodes
    let gpus = Self.count(nodes * scenario.cluster.gpusPerNode, "GPU")
    let place =
      if let ofRack = scenario.job.nodesOfRack {
        "\(Self.count(ofRack, "node")) of each of \(Self.count(nodes / ofRack, "rack")) (\(gpus))"
      } else if nodes == scenario.cluster.nodes {
        "all of them (\(gpus))"
      } else {
        "\(HumaneText.grouped(nodes)) of them (\(gpus))"
      }
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
}
