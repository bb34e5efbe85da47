extension BadInput {
  /// Texts that are not JSON as RFC 8259 has it.
  static let syntax: [BadInput] = [
    BadInput(
      "an empty text", text: "",
      tells: "1:1: the text is empty; a JSON value was expected"),
    BadInput(
      "blanks alone", text: " \n",
      tells: "2:1: the text is empty; a JSON value was expected"),
    BadInput(
      "a text that is cut short after a brace", text: "{",
      tells: #"1:2: a key in double quotes or "}" was expected; found the end of the text"#),
    BadInput(
      "a text that is cut short in a string", text: #"{"name": "base"#,
      tells: "1:10: the string has no closing quote"),
    BadInput(
      "a text that is cut short after a key", text: #"{"name""#,
      tells: #"1:8: ":" was expected after the key; found the end of the text"#),
    BadInput(
      "a text that is cut short after a value", text: #"{"name": "base""#,
      tells: #"1:16: "," or "}" was expected; found the end of the text"#),
    BadInput(
      "YAML", text: "name: base\n",
      tells: #"1:1: "name" is no JSON value; texts stand in double quotes"#),
    BadInput(
      "HTML", text: "<!DOCTYPE html>",
      tells: #"1:1: a value was expected; found "<""#),
    BadInput(
      "CSV", text: "name,nodes\nbase,128\n",
      tells: #"1:1: "name" is no JSON value"#),
    BadInput(
      "two values", text: "{} {}",
      tells: #"1:4: nothing may follow the value; found "{""#),
    BadInput(
      "a comment of a line", #""horizon": "30d""#, is: "// the run", .isNotAsked,
      tells: #"3:3: a key in double quotes was expected after the comma; found "/""#),
    BadInput(
      "a comment within a line", #""horizon": "30d""#,
      is: #""horizon": /* run */ "30d""#, .isNotAsked,
      tells: #"3:14: a value was expected; found "/""#),
    BadInput(
      "a comma after the last member", #""currency": "USD" }"#,
      is: #""currency": "USD", }"#, .isNotAsked,
      tells: #"14:49: a key in double quotes was expected after the comma; found "}""#),
    BadInput(
      "a comma after the last element", #""fixes": 0.9 } ]"#,
      is: #""fixes": 0.9 }, ]"#, .isNotAsked,
      tells: #"9:90: a value was expected; found "]""#),
    BadInput(
      "a comma before the first element", #""swap": [ {"#, is: #""swap": [ , {"#, .isNotAsked,
      tells: #"9:37: a value was expected; found ",""#),
    BadInput(
      "no comma between members", #""30d","#, is: #""30d""#, .isNotAsked,
      tells: #"4:3: "," or "}" was expected; found "\"""#),
    BadInput(
      "no colon after a key", #""horizon": "30d""#, is: #""horizon" "30d""#, .isNotAsked,
      tells: #"3:13: ":" was expected after the key; found "\"""#),
    BadInput(
      "an equals sign after a key", #""horizon": "30d""#, is: #""horizon" = "30d""#, .isNotAsked,
      tells: #"3:13: ":" was expected after the key; found "=""#),
    BadInput(
      "no value after a key", #""horizon": "30d""#, is: #""horizon": "#, .isNotAsked,
      tells: #"3:14: a value was expected; found ",""#),
    BadInput(
      "single quotes", #""horizon": "30d""#, is: #""horizon": '30d'"#, .isNotAsked,
      tells: #"3:14: a value was expected; found "'""#),
    BadInput(
      "a key without quotes", #""horizon": "30d""#, is: #"horizon: "30d""#, .isNotAsked,
      tells: #"3:3: a key in double quotes was expected after the comma; found "h""#),
    BadInput(
      "a text without quotes", #""currency": "USD""#, is: #""currency": USD"#, .isNotAsked,
      tells: #"14:42: "USD" is no JSON value; texts stand in double quotes"#),
    BadInput(
      "a duration without quotes", #""horizon": "30d""#, is: #""horizon": 30d"#, .isNotAsked,
      tells: #"3:16: "," or "}" was expected; found "d""#),
    BadInput(
      "a word of Python", #""spares_powered": true"#, is: #""spares_powered": True"#, .isNotAsked,
      tells: #"4:86: "True" is no JSON value; texts stand in double quotes"#),
    BadInput(
      "not a number", #""shape": 0.75"#, is: #""shape": NaN"#, .isNotAsked,
      tells: #"7:57: "NaN" is no JSON value; texts stand in double quotes"#),
    BadInput(
      "infinity", #""shape": 0.75"#, is: #""shape": Infinity"#, .isNotAsked,
      tells: #"7:57: "Infinity" is no JSON value"#),
    BadInput(
      "minus infinity", #""shape": 0.75"#, is: #""shape": -Infinity"#, .isNotAsked,
      tells: #"7:58: a digit was expected; found "I""#),
    BadInput(
      "a number too large for any computer", #""shape": 0.75"#, is: #""shape": 1e999"#, .isNotAsked,
      tells: #"7:57: the number "1e999" is too large"#),
    BadInput(
      "a number with a leading zero", #""nodes": 512"#, is: #""nodes": 0128"#, .isNotAsked,
      tells: "4:26: a number can't start with a zero"),
    BadInput(
      "a number with a plus", #""nodes": 512"#, is: #""nodes": +128"#, .isNotAsked,
      tells: #"4:25: a value was expected; found "+""#),
    BadInput(
      "a number without a digit before the point", #""shape": 0.75"#,
      is: #""shape": .75"#, .isNotAsked,
      tells: #"7:57: a value was expected; found ".""#),
    BadInput(
      "a number without a digit after the point", #""shape": 0.75"#,
      is: #""shape": 1."#, .isNotAsked,
      tells: #"7:59: a digit was expected; found ",""#),
    BadInput(
      "a number without an exponent", #""shape": 0.75"#, is: #""shape": 1e"#, .isNotAsked,
      tells: #"7:59: a digit was expected; found ",""#),
    BadInput(
      "a hexadecimal number", #""nodes": 512"#, is: #""nodes": 0x80"#, .isNotAsked,
      tells: #"4:26: "," or "}" was expected; found "x""#),
    BadInput(
      "a number with digits in groups", #""nodes": 512"#, is: #""nodes": 1_000"#, .isNotAsked,
      tells: #"4:26: "," or "}" was expected; found "_""#),
    BadInput(
      "an unknown escape", #""horizon": "30d""#, is: #""horizon": "\x30d""#, .isNotAsked,
      tells: #"3:15: no such escape: \ before "x""#),
    BadInput(
      "an escape of too few digits", #""horizon": "30d""#, is: #""horizon": "\u33""#, .isNotAsked,
      tells: #"3:19: a hexadecimal digit was expected; found "\"""#),
    BadInput(
      "the first half of a surrogate pair alone", #""horizon": "30d""#,
      is: #""horizon": "\uD83D""#, .isNotAsked,
      tells: "3:15: half of a surrogate pair stands alone"),
    BadInput(
      "the second half of a surrogate pair alone", #""horizon": "30d""#,
      is: #""horizon": "\uDE00""#, .isNotAsked,
      tells: "3:15: half of a surrogate pair stands alone"),
    BadInput(
      "a raw tab in a string", #""horizon": "30d""#, is: "\"horizon\": \"30\td\"", .isNotAsked,
      tells: "3:17: a control character in a string must be escaped; is a quote missing?"),
    BadInput(
      "a string that is not closed", #""horizon": "30d""#, is: #""horizon": "30d"#, .isNotAsked,
      tells: "3:19: a control character in a string must be escaped"),
    BadInput(
      "a bracket that closes a brace", #""downtime": "1h" }"#,
      is: #""downtime": "1h" ]"#, .isNotAsked,
      tells: #"13:53: "," or "}" was expected; found "]""#),
  ]
}

extension BadInput {
  /// Texts that are not UTF-8.
  static let encodings: [BadInput] = [
    BadInput(
      "a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + good.utf8,
      tells: "1:1: the text starts with a byte order mark; save it without one"),
    BadInput(
      "UTF-16 with the low byte first", bytes: [0xFF, 0xFE] + good.utf8.flatMap { [$0, 0] },
      tells: "1:1: the text is UTF-16; save it as UTF-8"),
    BadInput(
      "UTF-16 with the high byte first", bytes: [0xFE, 0xFF] + good.utf8.flatMap { [0, $0] },
      tells: "1:1: the text is UTF-16; save it as UTF-8"),
    BadInput(
      "UTF-16 without a mark", bytes: good.utf8.flatMap { [$0, 0] },
      tells: "1:2: a NUL byte; is this a text in UTF-8?"),
    BadInput(
      "a program", bytes: [0x7F] + "ELF".utf8 + [2, 1, 1, 0],
      tells: "1:8: a NUL byte; is this a text in UTF-8?"),
    BadInput(
      "a compressed file", bytes: [0x1F, 0x8B, 0x08, 0x00],
      tells: "1:2: not UTF-8: the byte 0x8B can't be here"),
    BadInput(
      "a NUL behind the text", bytes: good.utf8 + [0],
      tells: "15:2: a NUL byte; is this a text in UTF-8?"),
    BadInput(
      "Latin-1", bytes: Array("{\"name\": \"caf".utf8) + [0xE9] + "\"}".utf8,
      tells: "1:14: not UTF-8: a character is cut short"),
    BadInput(
      "a byte that UTF-8 never has", bytes: Array("{\n\"".utf8) + [0xFF],
      tells: "2:2: not UTF-8: the byte 0xFF can't be here"),
    BadInput(
      "an overlong slash", bytes: [0xC0, 0xAF],
      tells: "1:1: not UTF-8: the byte 0xC0 can't be here"),
    BadInput(
      "an overlong slash of three bytes", bytes: [0xE0, 0x80, 0xAF],
      tells: "1:1: not UTF-8: an overlong form"),
    BadInput(
      "half of a surrogate pair in UTF-8", bytes: [0x22, 0xED, 0xA0, 0x80, 0x22],
      tells: "1:2: not UTF-8: half of a surrogate pair"),
    BadInput(
      "a character beyond the last one", bytes: [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      tells: "1:2: not UTF-8: beyond U+10FFFF"),
    BadInput(
      "a character that is cut short by the end", bytes: good.utf8 + [0xF0, 0x9F],
      tells: "15:2: not UTF-8: a character is cut short"),
  ]
}
