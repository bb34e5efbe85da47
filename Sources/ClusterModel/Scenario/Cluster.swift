import Statistics

/// A tree of fault domains: GPU ⊂ node ⊂ rack ⊂ pod ⊂ cluster.
///
/// Nodes are numbered from 0: first the `nodes` that the job may use, then the `spareNodes`.
/// Racks are runs of `nodesPerRack` nodes in that order, pods runs of `racksPerPod` racks; the last
/// rack and the last pod may be smaller.
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
  /// Machines that wait beside the `nodes`.
  public var spareNodes: Int
  /// Whether a waiting node is switched on, so that it can fail.
  public var sparesArePowered: Bool
  /// Time in seconds from when a waiting node is called until it can be put in place: a cold standby
  /// boots, one that does other work is preempted.
  public var spareActivation: Lifetime

  /// Creates a cluster; every count must be positive, `spareNodes` not negative.
  public init(
    accelerator: String = "GPU", nodes: Int, gpusPerNode: Int = 8, nodesPerRack: Int = 1,
    racksPerPod: Int = 1, spareNodes: Int = 0, sparesArePowered: Bool = true,
    spareActivation: Lifetime = .zero
  ) {
    precondition(nodes > 0 && gpusPerNode > 0 && nodesPerRack > 0 && racksPerPod > 0)
    precondition(spareNodes >= 0)
    self.accelerator = accelerator
    self.nodes = nodes
    self.gpusPerNode = gpusPerNode
    self.nodesPerRack = nodesPerRack
    self.racksPerPod = racksPerPod
    self.spareNodes = spareNodes
    self.sparesArePowered = sparesArePowered
    self.spareActivation = spareActivation
  }

  /// All machines, used and waiting.
  public var allNodes: Int { nodes + spareNodes }
}

/// A level of the tree of fault domains, smallest first, and the job that runs across it.
public enum Domain: String, Sendable, CaseIterable, Comparable, BitwiseCopyable {
  /// One accelerator.
  case gpu
  /// One machine.
  case node
  /// The machines under one top-of-rack switch.
  case rack
  /// A group of racks.
  case pod
  /// All there is.
  case cluster
  /// The training job itself: its software, not a machine.
  case job

  /// Smaller domains come first.
  public static func < (a: Domain, b: Domain) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .gpu: 0
    case .node: 1
    case .rack: 2
    case .pod: 3
    case .cluster: 4
    case .job: 5
    }
  }
}
