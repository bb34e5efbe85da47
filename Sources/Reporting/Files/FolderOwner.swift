import ScenarioFormat

/// Whose results a folder holds, from the manifest or the records in it.
struct FolderOwner {
  /// A folder with something of ours that can't be read has an owner without a name.
  let description: String

  /// Whose results are in the way of a plan; nil if none are.
  static func inTheWay(of plan: ExperimentPlan, in folder: OutputFolder) -> FolderOwner? {
    let names = FolderListing.names(in: folder.path)
    let manifest = names.contains(Manifest.fileName) ? manifest(in: folder) : nil
    if let manifest, manifest != (plan.kind, plan.name) { return FolderOwner(manifest) }
    for name in names where RecordedExperiment.isRecordName(name) {
      let owner = records("\(folder.path)/\(name)")
      if let owner, owner != (plan.kind, plan.name) { return FolderOwner(owner) }
    }
    return nil
  }

  private init(_ owner: (kind: String, name: String)) {
    description =
      owner.name.isEmpty ? "files of something else" : "a \(owner.kind) of \(owner.name)"
  }

  private static func manifest(in folder: OutputFolder) -> (kind: String, name: String) {
    guard
      let bytes = try? InputFile.read("\(folder.path)/\(Manifest.fileName)", allowsPipes: false),
      let node = try? JSONReader.read(bytes), node["format"]?.text == Manifest.format,
      let name = node["scenario"]?["name"]?.text
    else { return ("", "") }
    return (node["kind"]?.text ?? "run", name)
  }

  /// The owner of records; nil if their header was never written whole.
  private static func records(_ path: String) -> (kind: String, name: String)? {
    var reader = RecordReader(path)
    do throws(InputError) {
      guard let header = try reader.header() else { return nil }
      return (header.identity["kind"]?.string ?? "", header.identity["name"]?.string ?? "")
    } catch {
      return ("", "")
    }
  }
}
