/// The files that ship with the program: scenarios and published figures.
public struct SharedFiles: Sendable {
  /// The folder of scenarios: `<prefix>/share/clustersim/scenarios` beside `<prefix>/bin`, or
  /// `Scenarios` in a checkout; nil if neither is there.
  public let scenarioFolder: String?

  /// Finds what ships by the path of the executable; links are followed.
  public init(executable: String) {
    var folder = Self.parent(of: FolderListing.withoutLinks(executable))
    let installed = folder.flatMap(Self.parent).map { "\($0)/share/clustersim/scenarios" }
    if let installed, FolderListing.exists(installed) {
      scenarioFolder = installed
      return
    }
    while let current = folder {
      if FolderListing.exists("\(current)/Package.swift"),
        FolderListing.exists("\(current)/Scenarios")
      {
        scenarioFolder = "\(current)/Scenarios"
        return
      }
      folder = Self.parent(of: current)
    }
    scenarioFolder = nil
  }

  /// Names a folder of scenarios, or none.
  public init(scenarioFolder: String?) {
    self.scenarioFolder = scenarioFolder
  }

  /// Names of the scenarios that ship, sorted.
  public var scenarioNames: [String] { Self.documentNames(in: scenarioFolder) }

  /// Names of the references that ship, sorted.
  public var referenceNames: [String] { Self.documentNames(in: references?.folder) }

  /// The published figures that ship; nil if no folder was found.
  public var references: ReferenceLibrary? {
    scenarioFolder.map { ReferenceLibrary(folder: "\($0)/References") }
  }

  /// Where a scenario named on the command line is read from.
  public enum Source: Sendable, Equatable {
    case standardInput
    case file(String)
  }

  /// Finds a scenario: `-` is standard input; then a path; then a path whose letters differ only
  /// in case; then the name of a scenario that ships, with or without `.json`.
  ///
  /// - Throws: `InputError` when nothing fits, with the nearest name that ships.
  public func resolve(_ argument: String) throws(InputError) -> Source {
    if argument == "-" { return .standardInput }
    guard !argument.isEmpty else {
      throw InputError(path: argument, problem: .unknownName(known: scenarioNames))
    }
    return .file(try find(argument, named: argument))
  }

  /// Finds the scenario that another one extends: a path from the folder of that one, or the name
  /// of a scenario that ships.
  ///
  /// - Throws: `InputError` when nothing fits.
  public func resolve(base: String, extendedBy file: String) throws(InputError) -> String {
    let folder = Self.parent(of: file) ?? "."
    let isFree = base.hasPrefix("/") || folder == "."
    return try find(isFree ? base : "\(folder)/\(base)", named: base)
  }

  /// A path, whose letters may differ in case, or else the file of a scenario that ships.
  private func find(_ path: String, named argument: String) throws(InputError) -> String {
    let found = try CaseInsensitivePath.find(path)
    if let found, !FolderListing.isFolder(found) { return found }
    let name = argument.hasSuffix(".json") ? String(argument.dropLast(5)) : argument
    if let scenarioFolder, scenarioNames.contains(name) {
      return "\(scenarioFolder)/\(name).json"
    }
    // A folder in the way of no scenario: reading it says what is wrong.
    if let found { return found }
    throw InputError(path: argument, problem: .unknownName(known: scenarioNames))
  }

  private static func documentNames(in folder: String?) -> [String] {
    guard let folder else { return [] }
    return FolderListing.names(in: folder).filter { $0.hasSuffix(".json") }.map {
      String($0.dropLast(5))
    }
  }

  /// The folder that holds a path; nil for the root.
  private static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return path == "." ? nil : "." }
    if slash == path.startIndex { return path == "/" ? nil : "/" }
    return String(path[..<slash])
  }
}
