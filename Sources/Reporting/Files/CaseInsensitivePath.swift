/// Finds files by paths whose letters may differ in case.
enum CaseInsensitivePath {
  /// The path itself if something stands there, else the one path that differs from it only in
  /// letter case; nil if there is none.
  ///
  /// - Throws: `InputError.Problem.ambiguous` when there are several.
  static func find(_ path: String) throws(InputError) -> String? {
    if FolderListing.exists(path) { return path }
    var found = [path.hasPrefix("/") ? "/" : ""]
    for component in path.split(separator: "/") {
      found = found.flatMap { matches(String(component), in: $0) }
    }
    guard found.count < 2 else { throw InputError(path: path, problem: .ambiguous(found)) }
    return found.first
  }

  /// What a folder holds under this name: exactly if it can be, else but for letter case.
  private static func matches(_ component: String, in folder: String) -> [String] {
    let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : "\(folder)/"
    if component == "." || component == ".." || FolderListing.exists(prefix + component) {
      return [prefix + component]
    }
    let lowercased = component.lowercased()
    return FolderListing.names(in: folder.isEmpty ? "." : folder)
      .filter { $0.lowercased() == lowercased }
      .map { prefix + $0 }
  }
}
