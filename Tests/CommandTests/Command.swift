import Foundation

/// The program as users meet it: a process with arguments, streams and an exit code.
enum Command {
  /// How the program ended, and what it said.
  struct Outcome: Sendable, Equatable {
    /// Exit code as a shell gives it: 128 and the signal's number after a signal.
    let exitCode: Int32
    let output: String
    let errors: String

    /// The lines on standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// Runs `clustersim` in a folder.
  static func run(
    _ arguments: String..., in folder: TemporaryFolder, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, in: folder, input: input, environment: environment)
  }

  /// Runs `clustersim` in a folder.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(
      folderOfProducts.appending(path: "clustersim"), arguments, in: folder, input: input,
      environment: environment)
  }

  /// Runs a script of the POSIX shell, for which `clustersim` is on the path.
  static func shell(
    _ script: String, in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(
      URL(filePath: "/bin/sh"), ["-c", script], in: folder, input: "", environment: environment)
  }

  private static func start(
    _ program: URL, _ arguments: [String], in folder: TemporaryFolder, input: String,
    environment: [String: String]
  ) throws -> Outcome {
    // Files as streams: unlike a pipe, none can fill up while the other is read.
    let streams = try TemporaryFolder()
    try streams.write(input, to: "input")
    try streams.write("", to: "output")
    try streams.write("", to: "errors")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = self.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams.place("input"))
    process.standardOutput = try FileHandle(forWritingTo: streams.place("output"))
    process.standardError = try FileHandle(forWritingTo: streams.place("errors"))
    try startUnblocked(process)
    process.waitUntilExit()
    let isSignalled = process.terminationReason == .uncaughtSignal
    return Outcome(
      exitCode: process.terminationStatus + (isSignalled ? 128 : 0),
      output: try streams.text("output"), errors: try streams.text("errors"))
  }

  /// Starts a process that signals reach, although the threads of tests block some of them.
  private static func startUnblocked(_ process: Process) throws {
    var none = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try process.run()
  }

  /// The environment of the tests, but for the width of the terminal that they were started at.
  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["COLUMNS"] = nil
    environment["PATH"] = "\(folderOfProducts.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
    return environment
  }

  /// Where the build leaves the program: beside the bundle of these tests.
  private static var folderOfProducts: URL {
    let bundle = Bundle(for: Marker.self).bundleURL
    return bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
  }

  private final class Marker {}
}
