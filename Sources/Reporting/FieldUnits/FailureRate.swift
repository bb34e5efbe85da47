/// How often GPUs fail, in each of the units in which the field has published it.
///
/// A node is one of 8 GPUs, whatever the nodes of the cluster are; rates of other nodes are converted
/// (`Figure.gpusPerNode`).
public struct FailureRate: Sendable, Equatable, Comparable {
  /// Failures a GPU and hour; greater than zero and finite.
  public let perGPUHour: Double

  /// A rate; nil unless it is greater than zero and finite.
  public init?(perGPUHour: Double) {
    guard perGPUHour > 0, perGPUHour < .infinity else { return nil }
    self.perGPUHour = perGPUHour
  }

  public static func < (left: FailureRate, right: FailureRate) -> Bool {
    left.perGPUHour < right.perGPUHour
  }

  /// A unit of published rates.
  public enum Unit: String, Sendable, CaseIterable {
    /// Failures in 54 days on 16,384 GPUs (Meta, Llama 3, 2024).
    case countAtMeta = "failures_in_54_days_on_16384_gpus"
    /// Percent of nodes a week (Imbue 2024).
    case nodesPerWeek = "nodes_per_week_percent"
    /// Failures in 1,000 node-days (Meta, RSC, 2025).
    case perThousandNodeDays = "per_1000_node_days"
    /// GPU-hours a failure (Epoch AI 2024).
    case gpuHours = "gpu_hours_per_failure"
    /// GPU-days between failures (SemiAnalysis 2025).
    case gpuDays = "gpu_days_per_failure"
  }

  /// What Meta's 419 unexpected interruptions were counted over.
  static let metaExposure = Exposure(gpus: 16_384, days: 54)
  /// GPUs of the nodes that these units are of.
  static let nodeGPUs = 8.0

  /// The rate in a unit.
  public func value(in unit: Unit) -> Double {
    switch unit {
    case .countAtMeta: perGPUHour * Self.metaExposure.gpuDays * 24
    case .nodesPerWeek: perGPUHour * Self.nodeGPUs * 7 * 24 * 100
    case .perThousandNodeDays: perGPUHour * Self.nodeGPUs * 24 * 1000
    case .gpuHours: 1 / perGPUHour
    case .gpuDays: 1 / (perGPUHour * 24)
    }
  }

  /// The rate that has a value in a unit; nil unless the value is greater than zero and finite.
  public init?(_ value: Double, in unit: Unit) {
    guard value > 0, value < .infinity else { return nil }
    // Each value is proportional to the rate, or to its inverse.
    let one = FailureRate(perGPUHour: 1).map { $0.value(in: unit) } ?? 1
    self.init(perGPUHour: unit.isTime ? one / value : value / one)
  }
}

extension FailureRate.Unit {
  /// Whether a larger value means fewer failures.
  var isTime: Bool { self == .gpuHours || self == .gpuDays }

  /// Over a column of a table, two lines of a few characters.
  var heading: String {
    switch self {
    case .countAtMeta: "in 54 d, 16k GPUs"
    case .nodesPerWeek: "nodes a week"
    case .perThousandNodeDays: "/1,000 node-d"
    case .gpuHours: "GPU-h each"
    case .gpuDays: "GPU-d each"
    }
  }

  /// Before a number of this unit.
  var title: String {
    switch self {
    case .countAtMeta: "in 54 d on 16,384 GPUs"
    case .nodesPerWeek: "of 8-GPU nodes a week"
    case .perThousandNodeDays: "in 1,000 8-GPU node-days"
    case .gpuHours: "GPU-hours a failure"
    case .gpuDays: "GPU-days a failure"
    }
  }

  /// A value as people read it.
  func text(_ value: Double) -> String {
    switch self {
    case .countAtMeta, .gpuHours, .gpuDays: HumaneText.short(value)
    case .nodesPerWeek: "\(HumaneText.number(value, decimals: 2)) %"
    case .perThousandNodeDays: HumaneText.number(value, decimals: 2)
    }
  }
}
