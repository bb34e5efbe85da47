import Statistics

/// A tree of fault domains: GPU ⊂ node ⊂ rack ⊂ pod ⊂ cluster, with power and cooling domains, which
/// hold racks too and need not agree with pods.
///
/// Nodes are numbered from 0: first the `nodes` that the job may use, then the `spareNodes`.
/// Racks are runs of `nodesPerRack` nodes in that order; pods, power and cooling domains are runs of
/// racks. The last domain of a level may be smaller.
public struct Cluster: Sendable, Equatable {
  /// Name of the accelerator, for reports.
  public var accelerator: String
  /// Machines that the job may use.
  public var nodes: Int
  /// GPUs on each node.
  public var gpusPerNode: Int
  /// Nodes in a rack.
  public var nodesPerRack: Int
  /// Racks in a pod.
  public var racksPerPod: Int
  /// Racks on one power feed.
  public var racksPerPowerDomain: Int
  /// Racks on one cooling loop.
  public var racksPerCoolingDomain: Int
  /// Machines that wait beside the `nodes`.
  public var spareNodes: Int
  /// Whether a waiting node is switched on, so that it can fail.
  public var sparesArePowered: Bool
  /// Time in seconds from when a waiting node is called until it can be put in place: a cold standby
  /// boots, one that does other work is preempted.
  public var spareActivation: Lifetime
  /// Waiting nodes that are kept ready: one that is called is there at once, and the next is then
  /// made ready in its place.
  public var warmSpares: Int
  /// Nodes that are not new when the run begins, from the first node on; the rest is new.
  public var installed: [Cohort]
  /// Age in seconds of all that lives on a node when the node comes into service: it was tested for
  /// so long and has survived (Block, Savits, "Burn-in", Statistical Science 12, 1997).
  public var burnIn: Double
  /// How rates grow with the cluster; nil if a component of a large one is like any other.
  public var rateScale: RateScale?

  /// Creates a cluster; every count must be positive, `spareNodes` not negative.
  public init(
    accelerator: String = "GPU", nodes: Int, gpusPerNode: Int = 8, nodesPerRack: Int = 1,
    racksPerPod: Int = 1, racksPerPowerDomain: Int = 1, racksPerCoolingDomain: Int = 1,
    spareNodes: Int = 0, sparesArePowered: Bool = true,
    spareActivation: Lifetime = .zero, warmSpares: Int = 0, installed: [Cohort] = [],
    burnIn: Double = 0, rateScale: RateScale? = nil
  ) {
    precondition(nodes > 0 && gpusPerNode > 0 && nodesPerRack > 0 && racksPerPod > 0)
    precondition(racksPerPowerDomain > 0 && racksPerCoolingDomain > 0)
    precondition(spareNodes >= 0 && warmSpares >= 0 && burnIn >= 0)
    precondition(installed.reduce(0) { $0 + $1.nodes } <= nodes + spareNodes)
    self.accelerator = accelerator
    self.nodes = nodes
    self.gpusPerNode = gpusPerNode
    self.nodesPerRack = nodesPerRack
    self.racksPerPod = racksPerPod
    self.racksPerPowerDomain = racksPerPowerDomain
    self.racksPerCoolingDomain = racksPerCoolingDomain
    self.spareNodes = spareNodes
    self.sparesArePowered = sparesArePowered
    self.spareActivation = spareActivation
    self.warmSpares = warmSpares
    self.installed = installed
    self.burnIn = burnIn
    self.rateScale = rateScale
  }

  /// All machines, used and waiting.
  public var allNodes: Int { nodes + spareNodes }

  /// By how much hazards are multiplied in a cluster of this size.
  public var rateFactor: Double { rateScale?.factor(gpus: nodes * gpusPerNode) ?? 1 }

  /// All nodes by their age when the run begins, in seconds and with burn-in, in their order.
  public var cohorts: [Cohort] {
    let rest = allNodes - installed.reduce(0) { $0 + $1.nodes }
    return (installed + [Cohort(nodes: rest, age: 0)]).filter { $0.nodes > 0 }
      .map { Cohort(nodes: $0.nodes, age: $0.age + burnIn) }
  }
}

/// Nodes in a row that came into service at one time.
public struct Cohort: Sendable, Equatable {
  /// How many there are.
  public var nodes: Int
  /// Their age when the run begins, in seconds; not negative.
  public var age: Double

  /// Creates a cohort.
  public init(nodes: Int, age: Double) {
    precondition(nodes >= 0 && age >= 0, "\(nodes) nodes of an age of \(age) s")
    self.nodes = nodes
    self.age = age
  }
}

/// Rates that grow with the size of the cluster, as those that Meta saw between 32,000 and 98,000
/// GPUs (FT-HSDP, arXiv 2602.00277): all hazards × (GPUs / `overGPUs`)^`rateExponent`.
public struct RateScale: Sendable, Equatable {
  /// The power of the size.
  public var rateExponent: Double
  /// Size up to which rates are as given, in GPUs.
  public var overGPUs: Int

  /// Creates a scale.
  public init(rateExponent: Double, overGPUs: Int) {
    precondition(overGPUs > 0)
    self.rateExponent = rateExponent
    self.overGPUs = overGPUs
  }

  /// The factor for a cluster of so many GPUs, spares not counted.
  public func factor(gpus: Int) -> Double {
    gpus > overGPUs ? PortableMath.pow(Double(gpus) / Double(overGPUs), rateExponent) : 1
  }
}

/// A level of the tree of fault domains, smallest first, and the job that runs across it.
public enum Domain: String, Sendable, CaseIterable, Comparable, BitwiseCopyable {
  /// One accelerator.
  case gpu
  /// One machine.
  case node
  /// The machines under one top-of-rack switch.
  case rack
  /// The racks on one power feed.
  case powerDomain = "power_domain"
  /// The racks on one cooling loop.
  case coolingDomain = "cooling_domain"
  /// A group of racks.
  case pod
  /// All there is.
  case cluster
  /// The training job itself: its software, not a machine.
  case job

  /// Smaller domains come first.
  public static func < (a: Domain, b: Domain) -> Bool { a.rank < b.rank }

  /// Whether each domain of this level holds whole domains of another level, or is one of them.
  ///
  /// Power domains, cooling domains and pods need not agree: none of them holds the others.
  public func contains(_ other: Domain) -> Bool {
    let areApart = ![self, other].contains { $0 <= .rack || $0 >= .cluster }
    return areApart ? self == other : self >= other
  }

  private var rank: Int {
    switch self {
    case .gpu: 0
    case .node: 1
    case .rack: 2
    case .powerDomain: 3
    case .coolingDomain: 4
    case .pod: 5
    case .cluster: 6
    case .job: 7
    }
  }
}
