/// The keys of the cluster: its tree, its spares, and the age of its nodes.
enum ClusterDefinition {
  static let cluster = Definition(
    "a cluster", "GPUs in nodes, nodes in racks, racks in pods.",
    [
      Field("accelerator", .text(.line), .defaultsTo("GPU"), "Name of the accelerator."),
      Field(
        "nodes", .count(1...ScenarioDefinition.mostNodes), .required,
        "Machines that the job may use."),
      Field(
        "gpus_per_node", .count(1...1024), .defaultsTo(8, from: "as on an HGX board"),
        "GPUs on each node."),
      Field(
        "nodes_per_rack", .count(1...ScenarioDefinition.mostNodes),
        .defaultsTo(1, from: "a choice"),
        "Nodes in a rack."),
      Field(
        "racks_per_power_domain", .count(1...ScenarioDefinition.mostNodes), .defaultsTo(1),
        "Racks on one power feed."),
      Field(
        "racks_per_cooling_domain", .count(1...ScenarioDefinition.mostNodes), .defaultsTo(1),
        "Racks on one cooling loop."),
      Field(
        "racks_per_pod", .count(1...ScenarioDefinition.mostNodes), .defaultsTo(1, from: "a choice"),
        "Racks in a pod."),
      Field(
        "spare_nodes", .count(0...ScenarioDefinition.mostNodes), .defaultsTo(0, from: "a choice"),
        "Machines that wait."),
      Field(
        "spares_powered", .boolean, .defaultsTo(true),
        "Whether a waiting node is switched on, so that it can fail."),
      Field(
        "spare_activation", .shared(.duration), .defaultsTo("0s"),
        "Until a waiting node that is called can be put in place: a cold one boots, one that does "
          + "other work is preempted."),
      Field(
        "warm_spares", .count(0...ScenarioDefinition.mostNodes), .defaultsTo(0),
        "Waiting nodes that are kept ready: one that is called is there at once, and the next is "
          + "made ready, which takes spare_activation."),
      Field(
        "installed", .list(of: .object(cohort), count: 0...100), .defaultsTo([]),
        "Nodes that are not new when the run begins, from the first one on; the rest is new."),
      Field(
        "burn_in", .duration(.age.usually("0s", "1y")), .defaultsTo("0s"),
        "For how long a node was tested, and all on it survived, before it comes into service."),
      Field(
        "scale", .object(scale), .optional,
        "How rates grow with the cluster; without it they do not."),
    ])

  private static let cohort = Definition(
    "a cohort of nodes", "Nodes in a row that came into service at one time.",
    [
      Field("nodes", .count(1...ScenarioDefinition.mostNodes), .required, "How many there are."),
      Field(
        "age", .duration(.age.usually("0s", "20y")), .required,
        "Age of all that lives on them when the run begins; of a rack that of its first node."),
    ])

  private static let scale = Definition(
    "a scale of rates", "All hazards times (GPUs / over_gpus) to the power of rate_exponent.",
    [
      Field(
        "rate_exponent", .number(NumberRange(lower: -2, upper: 5)), .required,
        "Power of the size of the cluster."),
      Field(
        "over_gpus", .count(1...Int(Int32.max)), .required,
        "GPUs up to which rates are as given; spares are not counted."),
    ])
}
