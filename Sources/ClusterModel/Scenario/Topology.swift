/// The tree of fault domains in numbers: which nodes make up which domain.
public struct Topology: Sendable, Equatable, BitwiseCopyable {
  /// All machines, used and waiting.
  public let nodes: Int
  private let gpusPerNode: Int
  private let nodesPerRack: Int
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
    nodesPerPod = cluster.nodesPerRack * cluster.racksPerPod
  }

  /// Number of domains of a level; the last rack and pod may be smaller. There is one job.
  public func units(of domain: Domain) -> Int {
    switch domain {
    case .gpu: nodes * gpusPerNode
    case .node: nodes
    case .rack: (nodes + nodesPerRack - 1) / nodesPerRack
    case .pod: (nodes + nodesPerPod - 1) / nodesPerPod
    case .cluster, .job: 1
    }
  }

  /// The first domain of a level whose first node is a node or one after it; their number if there
  /// is none.
  func firstUnit(of domain: Domain, from node: Int) -> Int {
    switch domain {
    case .gpu: node * gpusPerNode
    case .node: node
    case .rack: (node + nodesPerRack - 1) / nodesPerRack
    case .pod: (node + nodesPerPod - 1) / nodesPerPod
    case .cluster, .job: min(node, 1)
    }
  }

  /// The nodes of a domain, given by its number within its level. A GPU stands for its node.
  func nodes(of domain: Domain, number: Int) -> Range<Int> {
    switch domain {
    case .gpu:
      let node = number / gpusPerNode
      return node..<node + 1
    case .node: return number..<number + 1
    case .rack: return run(of: nodesPerRack, number)
    case .pod: return run(of: nodesPerPod, number)
    case .cluster: return 0..<nodes
    case .job: return 0..<0
    }
  }

  /// The nodes of the domain of a level that holds a node.
  func nodes(of domain: Domain, around node: Int) -> Range<Int> {
    switch domain {
    case .gpu, .node: node..<node + 1
    case .rack: run(of: nodesPerRack, node / nodesPerRack)
    case .pod: run(of: nodesPerPod, node / nodesPerPod)
    case .cluster, .job: nodes(of: domain, number: 0)
    }
  }

  private func run(of size: Int, _ number: Int) -> Range<Int> {
    let first = number * size
    return first..<min(first + size, nodes)
  }
}
