extension BadInput {
  /// Texts that would leave a folder, forge a message, or run where they are shown.
  static let hostile: [BadInput] = [
    BadInput(
      "an empty name", #""name": "base""#, is: #""name": """#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a dot as name", #""name": "base""#, is: #""name": ".""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "the folder above as name", #""name": "base""#, is: #""name": "..""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a path out of the folder", #""name": "base""#, is: #""name": "../../x""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a path from the root", #""name": "base""#, is: #""name": "/etc/passwd""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a path of Windows", #""name": "base""#, is: #""name": "C:\\x""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a hidden name", #""name": "base""#, is: #""name": ".bashrc""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "an option as name", #""name": "base""#, is: #""name": "--force""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name of 65 letters", #""name": "base""#,
      is: #""name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name with a NUL", #""name": "base""#, is: #""name": "a\u0000b""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name with a line feed", #""name": "base""#,
      is: #""name": "a\nclustersim: error: b""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name that sets colours", #""name": "base""#, is: #""name": "\u001B[31mred""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name that turns the text", #""name": "base""#,
      is: "\"name\": \"a\u{202E}gpj.exe\"", .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name that turns the text, in escapes", #""name": "base""#,
      is: #""name": "a\u202Egpj.exe""#, .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name with an invisible space", #""name": "base""#,
      is: "\"name\": \"ba\u{200B}se\"", .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name in look-alike letters", #""name": "base""#, is: "\"name\": \"b\u{430}se\"", .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a name in wide letters", #""name": "base""#, is: "\"name\": \"\u{FF42}ase\"", .refuses,
      tells: #"2:11: /name: must be a name of 1 to 64 letters, digits, "_", "-" and ".""#),
    BadInput(
      "a script as name", #""name": "gpu""#, is: #""name": "<script>alert(1)</script>""#, .refuses,
      tells: #"6:15: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-""#),
    BadInput(
      "a formula as name", #""name": "gpu""#, is: #""name": "=cmd()""#, .refuses,
      tells: #"6:15: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-""#),
    BadInput(
      "a formula with a minus as name", #""name": "gpu""#, is: #""name": "-1+1""#, .refuses,
      tells: #"6:15: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-""#),
    BadInput(
      "a command as name", #""name": "gpu""#, is: #""name": "$(touch x)""#, .refuses,
      tells: #"6:15: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-""#),
    BadInput(
      "a comma as name", #""name": "gpu""#, is: #""name": "a,b""#, .refuses,
      tells: #"6:15: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-""#),
    BadInput(
      "a quote as name", #""name": "gpu""#, is: #""name": "a\"b""#, .refuses,
      tells: #"6:15: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-""#),
    BadInput(
      "a dot in a name that --set must reach", #""name": "gpu""#, is: #""name": "a.b""#, .refuses,
      tells: #"6:15: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-""#),
    BadInput(
      "a script as title", #""name": "gpu""#,
      is: "\"title\": \"<script>\u{202E}\", \"name\": \"gpu\"", .accepts,
      tells: "6:16: /faults/0/title: must be one line of at most 500 characters"),
    BadInput(
      "two lines as title", #""name": "gpu""#, is: #""title": "a\r\nb", "name": "gpu""#, .accepts,
      tells: "6:16: /faults/0/title: must be one line of at most 500 characters"),
    BadInput(
      "a line separator in a category", #""name": "gpu""#,
      is: #""category": "a\u2028b", "name": "gpu""#, .accepts,
      tells: "6:19: /faults/0/category: must be one line of at most 500 characters"),
    BadInput(
      "a key that sets colours", #""interval""#, is: #""\u001B[31minterval""#, .refuses,
      tells: #"11:19: /checkpoint/\u{1B}[31minterval: unknown key"#),
    BadInput(
      "a key that turns the text", #""interval""#, is: "\"\u{202E}lavretni\"", .refuses,
      tells: #"11:19: /checkpoint/\u{202E}lavretni: unknown key"#),
    BadInput(
      "a key with slashes and tildes", #""interval""#, is: #""a/b~c""#, .refuses,
      tells: "11:19: /checkpoint/a~1b~0c: unknown key"),
    BadInput(
      "a value that turns the text", #""horizon": "30d""#,
      is: "\"horizon\": \"30\u{202E}d\"", .refuses,
      tells: #"3:14: /horizon: "30\u{202E}d" has the unknown unit "\u{202E}d""#),
    BadInput(
      "a value with a quote that ends a message", #""horizon": "30d""#,
      is: #""horizon": "5\" is fine""#, .refuses,
      tells: #"3:14: /horizon: "5\" is fine" has the unknown unit"#),
    BadInput(
      "a name with an accent behind it", #""name": "gpu""#,
      is: "\"name\": \"gpu\u{301}\"", .refuses,
      tells: #"6:15: /faults/0/name: must be a name of 1 to 64 letters, digits, "_" and "-""#),
    BadInput(
      "a key with a line feed behind it", #""interval""#, is: #""interval\n""#, .refuses,
      tells: #"11:19: /checkpoint/interval\u{A}: unknown key; did you mean "interval"?"#),
    BadInput(
      "a key with an accent behind it", #""interval""#, is: "\"interval\u{301}\"", .refuses,
      tells: "11:19: /checkpoint/interval\u{301}: unknown key; did you mean \"interval\"?"),
    BadInput(
      "a title with a tag that is not seen", #""name": "gpu""#,
      is: "\"title\": \"\u{E0041}\", \"name\": \"gpu\"", .accepts,
      tells: "6:16: /faults/0/title: must be one line of at most 500 characters"),
    BadInput(
      "a unit with an accent", #""horizon": "30d""#, is: "\"horizon\": \"30d\u{301}\"", .refuses,
      tells: "3:14: /horizon: \"30d\u{301}\" has the unknown unit \"d\u{301}\""),
    BadInput(
      "a digit with an accent", #""horizon": "30d""#, is: "\"horizon\": \"30\u{301}d\"", .refuses,
      tells: "3:14: /horizon: \"30\u{301}d\" has the unknown unit"),
    BadInput(
      "the name of a route with a slash", #""routes": { "swap""#,
      is: #""routes": { "a/b": 1, "swap""#, .refuses,
      tells: #"9:27: /repair/routes/a~1b: "a/b" must be a name of 1 to 64 letters"#),
  ]
}
