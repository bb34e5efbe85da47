/// The tree of fault domains in numbers: which nodes make up which domain.
public struct Topology: Sendable, Equatable, BitwiseCopyable {
  /// All machines, used and waiting.
  public let nodes: Int
  private let gpusPerNode: Int
  private let nodesPerRack: Int
  private let nodesPerPowerDomain: Int
  private let nodesPerCoolingDomain: Int
  private let nodesPerPod: Int

  /// The tree of a cluster.
  public init(_ cluster: Cluster) {
    self.init(cluster, nodes: cluster.allNodes)
  }

  /// The part of a cluster's tree that holds its first nodes.
  public init(_ cluster: Cluster, nodes: Int) {
    self.nodes = nodes
    gpusPerNode = cluster.gpusPerNode
    nodesPerRack = cluster.nodesPerRack
    nodesPerPowerDomain = cluster.nodesPerRack * cluster.racksPerPowerDomain
    nodesPerCoolingDomain = cluster.nodesPerRack * cluster.racksPerCoolingDomain
    nodesPerPod = cluster.nodesPerRack * cluster.racksPerPod
  }

  /// Nodes of a domain of a level, if it is not the last one; that of a GPU is its node.
  public func size(of domain: Domain) -> Int {
    switch domain {
    case .gpu, .node: 1
    case .rack: nodesPerRack
    case .powerDomain: nodesPerPowerDomain
    case .coolingDomain: nodesPerCoolingDomain
    case .pod: nodesPerPod
    case .cluster, .job: nodes
    }
  }

  /// Number of domains of a level; the last of a level may be smaller. There is one job.
  public func units(of domain: Domain) -> Int {
    switch domain {
    case .cluster, .job: 1
    default: firstUnit(of: domain, from: nodes)
    }
  }

  /// The first domain of a level whose first node is a node or one after it; their number if there
  /// is none.
  func firstUnit(of domain: Domain, from node: Int) -> Int {
    switch domain {
    case .gpu: node * gpusPerNode
    case .node: node
    case .cluster, .job: min(node, 1)
    default: (node + size(of: domain) - 1) / size(of: domain)
    }
  }

  /// The nodes of a domain, given by its number within its level. A GPU stands for its node.
  func nodes(of domain: Domain, number: Int) -> Range<Int> {
    switch domain {
    case .gpu:
      let node = number / gpusPerNode
      return node..<node + 1
    case .node: return number..<number + 1
    case .cluster: return 0..<nodes
    case .job: return 0..<0
    default:
      let first = number * size(of: domain)
      return first..<min(first + size(of: domain), nodes)
    }
  }

  /// The nodes of the domain of a level that holds a node.
  func nodes(of domain: Domain, around node: Int) -> Range<Int> {
    switch domain {
    case .gpu, .node: node..<node + 1
    case .cluster, .job: nodes(of: domain, number: 0)
    default: nodes(of: domain, number: node / size(of: domain))
    }
  }
}
