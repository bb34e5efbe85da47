import Foundation

extension BadInput {
  /// Scenarios that build on, or refer to, what is not there or can't be read.
  static let bases: [BadInput] = [
    extending("nothing", #""""#, ":1:12: /extends: names no scenario"),
    extending(
      "a file that is not there", #""no.json""#, ":1:12: /extends: no.json: no such file"),
    extending("a folder", #"".""#, ":1:12: /extends: .: can't read: Is a directory"),
    extending(
      "an endless device", #""/dev/zero""#,
      ":1:12: /extends: /dev/zero: can't read: neither a regular file nor a pipe"),
    BadInput(
      "an extension of a pipe", ["run", file], exitCode: 65,
      tells: [file + ":1:12: /extends: pipe: can't read"]
    ) { folder in
      mkfifo(folder.place("pipe").path, 0o600)
      try folder.write(#"{"extends":"pipe","name":"a"}"#, to: file)
    },
    extending("itself", #""scenario.json""#, ":1:12: /extends: more than 8 scenarios deep"),
    extending("a name that turns the text", "\"a\u{202E}b\"", ":1:12: /extends: ab: no such file"),
    BadInput(
      "a mistake in what is extended", ["run", file], exitCode: 65,
      tells: [#"base.json:1:26: /horizon: "30" has no unit"#]
    ) { folder in
      try folder.write(#"{"name":"a","horizon":   "30","cluster":{"nodes":1}}"#, to: "base.json")
      try folder.write(#"{"extends": "base.json", "name": "b"}"#, to: file)
    },
    BadInput(
      "a base that is a list", ["run", file], exitCode: 65,
      tells: ["base.json:1:1: must be an object, not a list"]
    ) { folder in
      try folder.write("[]", to: "base.json")
      try folder.write(
        #"{"extends": "base.json", "name": "b", "horizon": "1d", "cluster": {"nodes": 1}}"#,
        to: file)
    },
    BadInput(
      "an extension of a number", ["run", file], exitCode: 65,
      tells: [file + ":1:12: /extends: must be a text, not 5"]
    ) { folder in
      try folder.write(
        #"{"extends":5,"name":"b","horizon":"1d","cluster":{"nodes":1}}"#, to: file)
    },
    BadInput(
      "two extensions", ["run", file], exitCode: 65,
      tells: [file + ":1:21: /extends: key given twice"]
    ) { folder in
      try folder.write(#"{"extends":"llama3","extends": "imbue","name":"b"}"#, to: file)
    },
    BadInput(
      "a base that is cut short", ["run", file], exitCode: 65,
      tells: ["base.json:1:2: a key in double quotes"]
    ) { folder in
      try folder.write("{", to: "base.json")
      try folder.write(#"{"extends": "base.json", "name": "b"}"#, to: file)
    },
    BadInput(
      "an unknown reference", ["run", file, "--set", #"references=["llama3-2025"]"#], exitCode: 65,
      tells: [
        #"--set references=[\"llama3-2025\"]: /references/0: there is no reference "llama3-2025"; "#
          + #"did you mean "llama3-2024"?"#
      ]),
    BadInput(
      "a reference given twice",
      ["run", file, "--set", #"references=["imbue-2024", "imbue-2024"]"#], exitCode: 65,
      tells: [
        #"--set references=[\"imbue-2024\", \"imbue-2024\"]: /references/1: "imbue-2024" is given"#
      ]),
  ]

  private static func extending(_ kind: String, _ base: String, _ problem: String) -> BadInput {
    BadInput(
      "an extension of \(kind)", ["run", file], exitCode: 65, tells: [file + problem]
    ) { try $0.write(#"{"extends":\#(base),"name":"a"}"#, to: file) }
  }
}
