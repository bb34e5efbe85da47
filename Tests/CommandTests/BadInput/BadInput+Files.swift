import Foundation

extension BadInput {
  /// Inputs that are no texts, and outputs that can't be.
  static let files: [BadInput] = [
    BadInput(
      "a file that is not there", ["run", "nothing.json"], exitCode: 66,
      tells: ["nothing.json: no such file, and no scenario of this name ships"]),
    BadInput(
      "an empty path", ["run", ""], exitCode: 66,
      tells: [": no such file, and no scenario of this name ships"]),
    BadInput(
      "a path that turns the text", ["run", "a\u{202E}nosj.b"], exitCode: 66,
      tells: ["anosj.b: no such file"]),
    BadInput(
      "a path through a file", ["run", "\(file)/\(file)"], exitCode: 66,
      tells: ["\(file)/\(file): "]),
    BadInput(
      "a path of 100,000 letters", ["run", String(repeating: "a", count: 100_000)], exitCode: 66,
      tells: ["aaaa"]),
    BadInput(
      "a folder", ["run", "folder"], exitCode: 66, tells: ["folder: can't read: Is a directory"]
    ) { try $0.write("", to: "folder/file") },
    BadInput(
      "a link to itself", ["run", "loop"], exitCode: 66, tells: ["loop: "]
    ) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.place("loop").path, withDestinationPath: "loop")
    },
    BadInput(
      "a link to nothing", ["run", "link"], exitCode: 66,
      tells: ["link: can't read: No such file or directory"]
    ) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.place("link").path, withDestinationPath: "nothing")
    },
    BadInput(
      "a file with two lines as name", ["run", "a\nclustersim: error: b"], exitCode: 65,
      tells: [#"a\u{A}clustersim: error: b:1:2: a key in double quotes or "}" was expected"#]
    ) { try $0.write("{", to: "a\nclustersim: error: b") },
    BadInput(
      "an endless device", ["run", "/dev/zero"], exitCode: 66,
      tells: ["/dev/zero: can't read: neither a regular file nor a pipe"]),
    BadInput(
      "an endless standard input", ["run", "-"], input: "/dev/zero", exitCode: 65,
      tells: ["standard input: longer than 4 MiB"]),
    BadInput(
      "an empty standard input", ["run", "-"], exitCode: 65, tells: ["<stdin>:1:1: the text is"]),
    BadInput(
      "a folder as standard input", ["run", "-"], input: ".", exitCode: 66,
      tells: ["standard input: can't read: Is a directory"]),
    BadInput(
      "a mistake on standard input", ["run", "-"], input: file, exitCode: 65,
      tells: [#"<stdin>:2:13: /horizon: "30" has no unit"#]
    ) {
      try $0.write("{\"name\": \"a\", \"cluster\": {\"nodes\": 1},\n \"horizon\": 30}", to: file)
    },
    BadInput(
      "an output that is a file", ["run", file, "--output", file], exitCode: 73,
      tells: ["\(file): can't create: "]),
    BadInput(
      "an output in a file", ["run", file, "--output", "\(file)/a"], exitCode: 73,
      tells: ["\(file)/a: can't create: "]),
    BadInput(
      "a result that is a folder", ["run", file, "--no-files", "--json", "folder"], exitCode: 73,
      tells: ["folder: can't create: "]
    ) { folder in
      try folder.write(good, to: file)
      try folder.write("", to: "folder/file")
    },
    BadInput(
      "an output with two lines as name", ["run", file, "--output", "\(file)/a\nb\u{202E}"],
      exitCode: 73, tells: ["\(file)/a b: can't create: "]),
    BadInput(
      "an output in a device", ["run", file, "--output", "/dev/null/a"], exitCode: 73,
      tells: ["/dev/null/a: can't create: "]),
  ]
}
