import Foundation

/// The program as users meet it: a process with arguments, streams and an exit code.
///
/// It is the one of this build, or the one that the environment names in `CLUSTERSIM_PROGRAM`.
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
    let streams = try TemporaryFolder()
    try streams.write(input, to: "input")
    return try start(
      program, arguments, in: folder, input: streams.place("input").path, environment: environment
    ).outcome
  }

  /// Runs `clustersim` in a folder, its standard input a file, and measures what it takes.
  static func measure(
    _ arguments: [String], in folder: TemporaryFolder, input: String
  ) throws -> (outcome: Outcome, end: ChildProcess.End) {
    // A trace back of the stack would only be slow.
    try start(
      program, arguments, in: folder, input: input,
      environment: ["SWIFT_BACKTRACE": "enable=no"])
  }

  /// Runs a script of the POSIX shell, for which `clustersim` is on the path.
  static func shell(
    _ script: String, in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(
      URL(filePath: "/bin/sh"), ["-c", script], in: folder, input: "/dev/null",
      environment: environment
    ).outcome
  }

  private static func start(
    _ program: URL, _ arguments: [String], in folder: TemporaryFolder, input: String,
    environment: [String: String]
  ) throws -> (outcome: Outcome, end: ChildProcess.End) {
    // Files as streams: unlike a pipe, none can fill up while the other is read.
    let streams = try TemporaryFolder()
    let end = try ChildProcess.run(
      program.path, arguments, in: folder.url.path,
      environment: self.environment.merging(environment) { $1 },
      streams: ChildProcess.Streams(
        input: input, output: streams.place("output").path,
        errors: streams.place("errors").path))
    let outcome = Outcome(
      exitCode: end.exitCode, output: try streams.text("output"),
      errors: try streams.text("errors"))
    return (outcome, end)
  }

  /// The environment of the tests, but for the width of the terminal that they were started at.
  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["COLUMNS"] = nil
    let folder = program.deletingLastPathComponent().path
    environment["PATH"] = "\(folder):\(environment["PATH"] ?? "/usr/bin:/bin")"
    return environment
  }

  /// Whether the program is one that the environment names, such as that of a release build.
  static let isChosen = ProcessInfo.processInfo.environment["CLUSTERSIM_PROGRAM"] != nil

  /// The program: that of the environment, or where the build leaves it, beside the bundle of
  /// these tests.
  private static var program: URL {
    if let path = ProcessInfo.processInfo.environment["CLUSTERSIM_PROGRAM"] {
      return URL(filePath: path)
    }
    let bundle = Bundle(for: Marker.self).bundleURL
    let folder = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
    return folder.appending(path: "clustersim")
  }

  private final class Marker {}
}
