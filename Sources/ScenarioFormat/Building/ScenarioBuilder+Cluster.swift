import ClusterModel
import Statistics

extension ScenarioBuilder {
  mutating func cluster(_ object: CheckedObject) throws(AlreadyTold) -> Cluster {
    let (nodes, spareNodes) = (try object.count("nodes"), try object.count("spare_nodes"))
    let cluster = Cluster(
      accelerator: try object.text("accelerator"),
      nodes: nodes,
      gpusPerNode: try object.count("gpus_per_node"),
      nodesPerRack: try object.count("nodes_per_rack"),
      racksPerPod: try object.count("racks_per_pod"),
      racksPerPowerDomain: try object.count("racks_per_power_domain"),
      racksPerCoolingDomain: try object.count("racks_per_cooling_domain"),
      spareNodes: spareNodes,
      sparesArePowered: try object.boolean("spares_powered"),
      spareActivation: try law(try object.member("spare_activation")),
      warmSpares: try object.count("warm_spares"),
      installed: try installed(object, among: nodes + spareNodes),
      burnIn: try object.seconds("burn_in"),
      rateScale: try scale(object))
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
    if cluster.warmSpares > 0, cluster.spareActivation == .zero {
      problems.warning(
        object.place(of: "warm_spares"),
        "without spare_activation every spare is ready at once: nothing is kept warm")
    }
    return cluster
  }

  private mutating func installed(
    _ object: CheckedObject, among nodes: Int
  ) throws(AlreadyTold) -> [Cohort] {
    var cohorts: [Cohort] = []
    for element in try object.list("installed") {
      let cohort = try element.object()
      cohorts.append(
        Cohort(nodes: try cohort.count("nodes"), age: try cohort.seconds("age")))
    }
    let sum = cohorts.reduce(0) { $0 + $1.nodes }
    guard sum <= nodes else {
      throw fail(
        object.place(of: "installed"),
        "\(sum) nodes are installed, but nodes and spare_nodes come to \(nodes)")
    }
    return cohorts
  }

  private func scale(_ cluster: CheckedObject) throws(AlreadyTold) -> RateScale? {
    guard cluster.has("scale") else { return nil }
    let object = try cluster.object("scale")
    return RateScale(
      rateExponent: try object.number("rate_exponent"), overGPUs: try object.count("over_gpus"))
  }

  /// Tells ages that no instance of some class lives to; `object` is that of the cluster.
  mutating func checkAges(of cluster: Cluster, _ object: CheckedObject, faults: [FaultClass]) {
    func mortal(at age: Double) -> FaultClass? {
      guard age > 0 else { return nil }
      return faults.first { fault in
        guard fault.per != .job, case .lifetime(let law) = fault.process else { return false }
        return age >= law.greatestValue || law.cumulativeHazard(age) == .infinity
      }
    }
    if let fault = mortal(at: cluster.burnIn) {
      problems.error(object.place(of: "burn_in"), Self.isTooOld(fault, "burn_in"))
      return
    }
    for (cohort, element) in zip(cluster.installed, (try? object.list("installed")) ?? []) {
      guard let fault = mortal(at: cohort.age + cluster.burnIn) else { continue }
      let place = (try? element.object())?.place(of: "age") ?? element.place
      problems.error(
        place, Self.isTooOld(fault, cluster.burnIn > 0 ? "the age with burn_in" : "the age"))
    }
  }

  private static func isTooOld(_ fault: FaultClass, _ age: String) -> String {
    let start = "no instance of \(quoted(fault.name)) lives so long"
    guard case .lifetime(let law) = fault.process, law.greatestValue < .infinity else {
      return start
    }
    return start + "; \(age) must be below \(NumberText.nineDigits(law.greatestValue) ?? "") s"
  }

  /// The price, or nil if none was given.
  func cost(_ top: CheckedObject) throws(AlreadyTold) -> Cost? {
    guard top.has("cost") else { return nil }
    let object = try top.object("cost")
    return Cost(gpuHour: try object.number("gpu_hour"), currency: try object.text("currency"))
  }
}
