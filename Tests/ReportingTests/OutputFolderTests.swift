import Testing

@testable import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Output folder")
struct OutputFolderTests {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func read(_ path: String) throws -> String {
    String(decoding: try InputFile.read(path), as: UTF8.self)
  }

  @Test("A missing folder is made with its parents, and takes files")
  func creates() throws {
    let path = temporary.place("a/b/c", makingFolders: false)
    let folder = try OutputFolder(creating: path)
    try folder.write("one\n", to: "summary.csv")
    try folder.write("two\n", to: "summary.csv")
    #expect(try read("\(path)/summary.csv") == "two\n")
    #expect(FolderListing.names(in: path) == ["summary.csv"])
    _ = try OutputFolder(creating: "\(path)/")
  }

  @Test("A file in the place of the folder is an error of creation")
  func notAFolder() throws {
    let file = try temporary.file("taken")
    for path in [file, "\(file)/deeper"] {
      let error = #expect(throws: OutputError.self) { try OutputFolder(creating: path) }
      #expect(error?.exitCode == 73)
      #expect(error?.code == ENOTDIR)
    }
    #expect(throws: OutputError.self) { try OutputFolder(creating: "") }
  }

  @Test("Links, pipes and folders are not replaced, and what a link points to stays as it was")
  func refusals() throws {
    let folder = try OutputFolder(creating: temporary.path)
    let target = try temporary.file("target", "precious")
    #expect(symlink(target, temporary.place("link")) == 0)
    #expect(symlink("/nowhere", temporary.place("dangling")) == 0)
    #expect(mkfifo(temporary.place("pipe"), 0o600) == 0)
    #expect(mkdir(temporary.place("folder"), 0o700) == 0)
    let before = FolderListing.names(in: temporary.path)
    for name in ["link", "dangling", "pipe", "folder"] {
      let error = #expect(throws: OutputError.self) { try folder.write("new", to: name) }
      #expect(error?.exitCode == 73)
      #expect(error?.path == "\(temporary.path)/\(name)")
    }
    #expect(try read(target) == "precious")
    #expect(FolderListing.names(in: temporary.path) == before)
  }

  @Test("A device is not replaced")
  func device() throws {
    let folder = try OutputFolder(creating: "/dev")
    let error = #expect(throws: OutputError.self) { try folder.write("new", to: "null") }
    #expect(error?.exitCode == 73)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("A name that is too long leaves nothing behind")
  func longName() throws {
    let folder = try OutputFolder(creating: temporary.path)
    let name = String(repeating: "n", count: 300)
    let error = #expect(throws: OutputError.self) { try folder.write("text", to: name) }
    #expect(error?.exitCode == 73)
    #expect(FolderListing.names(in: temporary.path).isEmpty)
  }

  @Test("A temporary that a killed run left behind is no hindrance")
  func leftOver() throws {
    let folder = try OutputFolder(creating: temporary.path)
    try temporary.file(".result.json.\(getpid()).tmp", "half a fi")
    try folder.write("{}\n", to: "result.json")
    #expect(FolderListing.names(in: temporary.path) == ["result.json"])
  }

  @Test(
    "A folder without permission is told as such", .enabled(if: geteuid() != 0, "root may write"))
  func permission() throws {
    let folder = try OutputFolder(creating: temporary.path)
    #expect(chmod(temporary.path, 0o500) == 0)
    let error = #expect(throws: OutputError.self) { try folder.write("text", to: "summary.csv") }
    #expect(error?.exitCode == 77)
    let inner = #expect(throws: OutputError.self) {
      try OutputFolder(creating: "\(temporary.path)/inner")
    }
    #expect(inner?.exitCode == 77)
  }

  @Test(
    "Errors map to the codes of sysexits",
    arguments: [
      (OutputError.Stage.create, EACCES, Int32(77)), (.write, EPERM, 77), (.create, ENOSPC, 73),
      (.create, EROFS, 73), (.write, ENOSPC, 74), (.write, EIO, 74), (.write, EBADF, 74),
      (.write, EPIPE, 141),
    ])
  func codes(stage: OutputError.Stage, code: Int32, exitCode: Int32) {
    let error = OutputError(path: "p", stage: stage, code: code)
    #expect(error.exitCode == exitCode)
    #expect(error.description.hasPrefix("p: can't \(stage == .create ? "create" : "write"): "))
  }
}
