import ScenarioFormat

/// Whose results a folder holds, from the manifest or the records in it.
struct FolderOwner: Equatable {
  private let kind: String
  private let name: String
  /// The paths that a sweep varies: sweeps over others are other experiments.
  private let paths: [String]

  /// Files of records to look at: all that are there together are of one experiment.
  private static let mostRecords = 3

  /// Whose results are in the way of a plan, in words; nil if none are.
  static func inTheWay(of plan: ExperimentPlan, in folder: OutputFolder) -> String? {
    let names = FolderListing.names(in: folder.path)
    let mine = FolderOwner(
      kind: plan.kind, name: plan.name, paths: paths(plan.variation?.vary, plan.variation?.zip))
    let manifest = names.contains(Manifest.fileName) ? [FolderOwner(manifestIn: folder)] : []
    let records = names.filter(RecordedExperiment.isRecordName).prefix(mostRecords)
      .compactMap { FolderOwner(records: "\(folder.path)/\($0)") }
    return (manifest + records).first { $0 != mine }?.description
  }

  private var description: String {
    guard !name.isEmpty else { return "files of something else" }
    let over = paths.isEmpty ? "" : " over \(paths.joined(separator: ", "))"
    return "a \(kind) of \(name)\(over)"
  }

  private static let unknown = FolderOwner(kind: "", name: "", paths: [])

  private init(kind: String, name: String, paths: [String]) {
    self.kind = kind
    self.name = name
    self.paths = paths
  }

  private init(manifestIn folder: OutputFolder) {
    let path = "\(folder.path)/\(Manifest.fileName)"
    guard let bytes = try? InputFile.read(path, allowsPipes: false),
      let node = try? JSONReader.read(bytes), node["format"]?.text == Manifest.format,
      let name = node["scenario"]?["name"]?.text
    else {
      self = Self.unknown
      return
    }
    self.init(
      kind: node["kind"]?.text ?? "run", name: name,
      paths: Self.paths(node["vary"]?.texts, node["zip"]?.texts))
  }

  /// The owner of records; nil if their header was never written whole.
  private init?(records path: String) {
    var reader = RecordReader(path)
    do throws(InputError) {
      guard let header = try reader.header() else {
        if reader.isCutOff { return nil }
        self = Self.unknown
        return
      }
      let identity = header.identity
      self.init(
        kind: identity["kind"]?.string ?? "", name: identity["name"]?.string ?? "",
        paths: Self.paths(identity["vary"]?.texts, identity["zip"]?.texts))
    } catch {
      self = Self.unknown
    }
  }

  private static func paths(_ vary: [String]?, _ zip: [String]?) -> [String] {
    ((vary ?? []) + (zip ?? [])).map { String($0.prefix { $0 != "=" }) }
  }
}
