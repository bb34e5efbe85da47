import Dispatch
import Testing

@testable import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Files that ship and files that are read")
struct SharedFilesTests {
  let temporary: TemporaryFolder
  /// The temporary folder with links followed (`/tmp` is one on macOS).
  let root: String

  init() throws {
    temporary = try TemporaryFolder()
    root = FolderListing.withoutLinks(temporary.path)
  }

  @Test("An installed program finds its scenarios beside its folder, through links too")
  func installed() throws {
    let program = try temporary.file("usr/bin/clustersim")
    try temporary.file("usr/share/clustersim/scenarios/llama3.json")
    let link = temporary.place("link")
    #expect(symlink(program, link) == 0)
    for path in [program, link] {
      let shared = SharedFiles(executable: path)
      #expect(shared.scenarioFolder == "\(root)/usr/share/clustersim/scenarios")
      #expect(shared.scenarioNames == ["llama3"])
    }
  }

  @Test("In a checkout the scenarios are found by walking up")
  func checkout() throws {
    let program = try temporary.file("checkout/.build/debug/clustersim")
    try temporary.file("checkout/Package.swift")
    try temporary.file("checkout/Scenarios/References/imbue-2024.json")
    let shared = SharedFiles(executable: program)
    #expect(shared.scenarioFolder == "\(root)/checkout/Scenarios")
    #expect(shared.references?.folder == "\(root)/checkout/Scenarios/References")
    #expect(shared.referenceNames == ["imbue-2024"])
    #expect(shared.scenarioNames.isEmpty)
  }

  @Test("Elsewhere nothing ships, and names are not found")
  func nothing() throws {
    let shared = SharedFiles(executable: try temporary.file("bin/clustersim"))
    #expect(shared.scenarioFolder == nil)
    let error = #expect(throws: InputError.self) { try shared.resolve("llama3") }
    #expect(error?.exitCode == 66)
  }

  @Test("A scenario is standard input, a path, a path in another case, or a name that ships")
  func resolve() throws {
    let shipped = try temporary.file("share/llama3.json")
    let mine = try temporary.file("Work/Mine.json")
    let shared = SharedFiles(scenarioFolder: "\(temporary.path)/share")
    let cases: [(String, SharedFiles.Source)] = [
      ("-", .standardInput), (mine, .file(mine)), ("llama3", .file(shipped)),
      ("llama3.json", .file(shipped)), ("\(temporary.path)/wORK/mINE.json", .file(mine)),
    ]
    for (argument, source) in cases { #expect(try shared.resolve(argument) == source) }
  }

  @Test("What is not there is told with what ships")
  func unknown() throws {
    try temporary.file("share/llama3.json")
    let shared = SharedFiles(scenarioFolder: "\(temporary.path)/share")
    let error = #expect(throws: InputError.self) { try shared.resolve("lama3") }
    #expect(error?.exitCode == 66)
    #expect(error?.description.contains("llama3") == true)
    #expect(throws: InputError.self) { try shared.resolve("") }
  }

  @Test("Two files that differ only in case are told apart by exact names only")
  func ambiguous() throws {
    let upper = try temporary.file("A.json")
    let lower = try temporary.file("a.json")
    try #require(
      FolderListing.names(in: temporary.path).count == 2, "a file system without letter case")
    let shared = SharedFiles(scenarioFolder: nil)
    #expect(try shared.resolve(upper) == .file(upper))
    let error = #expect(throws: InputError.self) {
      try shared.resolve("\(temporary.path)/a.JSON")
    }
    #expect(error?.problem == .ambiguous([upper, lower]))
  }

  @Test("A folder that has the name of a shipped scenario does not hide it")
  func folderInTheWay() throws {
    let shipped = try temporary.file("share/results.json")
    let shared = SharedFiles(scenarioFolder: "\(temporary.path)/share")
    let folder = "\(temporary.path)/share"
    #expect(try shared.resolve("results") == .file(shipped))
    #expect(try shared.resolve(folder) == .file(folder))
    let error = #expect(throws: InputError.self) { try InputFile.read(folder) }
    #expect(error?.problem == .system(EISDIR))
    #expect(error?.exitCode == 66)
  }

  @Test("Only regular files and pipes are read")
  func kinds() throws {
    let error = #expect(throws: InputError.self) { try InputFile.read("/dev/zero") }
    #expect(error?.problem == .notRegular)
    #expect(throws: InputError.self) { try InputFile.read("\(temporary.path)/none") }
    #expect(throws: InputError.self) { try InputFile.read("a\u{0}b") }
    let pipe = temporary.place("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    // Both ends at once, so that neither waits for the other.
    let descriptor = open(pipe, O_RDWR)
    defer { close(descriptor) }
    let writers = DispatchGroup()
    DispatchQueue.global().async(group: writers) {
      let bytes = [UInt8](repeating: 7, count: InputFile.maximumBytes + 1)
      try? CheckedOutput(descriptor: descriptor, name: "pipe").write(bytes)
    }
    let tooLong = #expect(throws: InputError.self) { try InputFile.read(pipe) }
    #expect(tooLong?.problem == .tooLong(limit: InputFile.maximumBytes))
    #expect(tooLong?.exitCode == 65)
    writers.wait()
  }
}
