extension BadInput {
  /// Durations whose number or unit is wrong.
  static let units: [BadInput] = [
    BadInput(
      "a number without a unit", #""horizon": "30d""#, is: #""horizon": 30"#, .refuses,
      tells: #"3:14: /horizon: "30" has no unit; write "30h" or "30d""#),
    BadInput(
      "a text without a unit", #""horizon": "30d""#, is: #""horizon": "30""#, .refuses,
      tells: #"3:14: /horizon: "30" has no unit; write "30h" or "30d""#),
    BadInput(
      "a unit without a number", #""horizon": "30d""#, is: #""horizon": "d""#, .refuses,
      tells: #"3:14: /horizon: "d" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "an empty duration", #""horizon": "30d""#, is: #""horizon": """#, .refuses,
      tells: #"3:14: /horizon: "" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "m, of minutes or of months", #""horizon": "30d""#, is: #""horizon": "30m""#, .refuses,
      tells: #"3:14: /horizon: "30m" has the unknown unit "m"; did you mean "min"? units are"#),
    BadInput(
      "months", #""horizon": "30d""#, is: #""horizon": "2 months""#, .refuses,
      tells: #"3:14: /horizon: "2 months" has the unknown unit "months"; units are ms, s, min,"#),
    BadInput(
      "a unit in capitals", #""horizon": "30d""#, is: #""horizon": "30D""#, .refuses,
      tells: #"3:14: /horizon: "30D" has the unknown unit "D"; did you mean "d"? units are ms,"#),
    BadInput(
      "a unit spelt out", #""horizon": "30d""#, is: #""horizon": "30 days""#, .refuses,
      tells: #"3:14: /horizon: "30 days" has the unknown unit "days"; did you mean "d"? units"#),
    BadInput(
      "hours as hrs", #""horizon": "30d""#, is: #""horizon": "30 hrs""#, .refuses,
      tells: #"3:14: /horizon: "30 hrs" has the unknown unit "hrs"; did you mean "h"? units are"#),
    BadInput(
      "microseconds", #""horizon": "30d""#, is: #""horizon": "30us""#, .refuses,
      tells: #"3:14: /horizon: "30us" has the unknown unit "us"; units are ms, s, min, h, d, w,"#),
    BadInput(
      "two units", #""horizon": "30d""#, is: #""horizon": "1h30min""#, .refuses,
      tells: #"3:14: /horizon: "1h30min" has the unknown unit "h30min"; did you mean "h"? units"#),
    BadInput(
      "a time of day", #""horizon": "30d""#, is: #""horizon": "12:30""#, .refuses,
      tells: #"3:14: /horizon: "12:30" has the unknown unit ":30"; units are ms, s, min, h, d,"#),
    BadInput(
      "a duration as ISO 8601 has it", #""horizon": "30d""#, is: #""horizon": "P30D""#, .refuses,
      tells: #"3:14: /horizon: "P30D" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "a comma as decimal point", #""horizon": "30d""#, is: #""horizon": "1,5h""#, .refuses,
      tells: #"3:14: /horizon: "1,5h" has the unknown unit ",5h"; units are ms, s, min, h, d,"#),
    BadInput(
      "no digit after the point", #""horizon": "30d""#, is: #""horizon": "1.h""#, .refuses,
      tells: #"3:14: /horizon: "1.h" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "no digit before the point", #""horizon": "30d""#, is: #""horizon": ".5h""#, .refuses,
      tells: #"3:14: /horizon: ".5h" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "a negative duration", #""horizon": "30d""#, is: #""horizon": "-30d""#, .refuses,
      tells: #"3:14: /horizon: "-30d" is negative"#),
    BadInput(
      "a negative number as duration", #""horizon": "30d""#, is: #""horizon": -30"#, .refuses,
      tells: #"3:14: /horizon: "-30" is negative"#),
    BadInput(
      "a duration with a plus", #""horizon": "30d""#, is: #""horizon": "+30d""#, .refuses,
      tells: #"3:14: /horizon: "+30d" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "a duration that is not a number", #""horizon": "30d""#, is: #""horizon": "nan d""#, .refuses,
      tells: #"3:14: /horizon: "nan d" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "an infinite duration", #""horizon": "30d""#, is: #""horizon": "inf""#, .refuses,
      tells: #"3:14: /horizon: "inf" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "a blank before the number", #""horizon": "30d""#, is: #""horizon": " 30d""#, .refuses,
      tells: #"3:14: /horizon: " 30d" is no duration; write it like "90s" or "1.5h""#),
    BadInput(
      "a blank after the unit", #""horizon": "30d""#, is: #""horizon": "30d ""#, .refuses,
      tells: #"3:14: /horizon: "30d " has the unknown unit "d "; did you mean "d"? units are"#),
    BadInput(
      "two blanks before the unit", #""horizon": "30d""#, is: #""horizon": "30  d""#, .refuses,
      tells: #"3:14: /horizon: "30  d" has the unknown unit " d"; units are ms, s, min, h, d,"#),
    BadInput(
      "digits of another script", #""horizon": "30d""#,
      is: "\"horizon\": \"\u{663}\u{660}d\"", .refuses,
      tells: "3:14: /horizon: \"\u{663}\u{660}d\" is no duration; write it like \"90s\" or"),
    BadInput(
      "a unit in wide letters", #""horizon": "30d""#, is: "\"horizon\": \"30\u{FF44}\"", .refuses,
      tells: "3:14: /horizon: \"30\u{FF44}\" has the unknown unit \"\u{FF44}\"; units are ms, s,"),
    BadInput(
      "a rate as duration", #""mean": "50000h""#, is: #""mean": "2e-5/h""#, .refuses,
      tells: #"7:71: /faults/0/lifetime/mean: "2e-5/h" has the unknown unit "/h"; units are ms,"#),
    BadInput(
      "a wrong unit within a law", #""time": "24h""#,
      is: #""time": { "distribution": "exponential", "mean": "1 day" }"#, .refuses,
      tells: #"9:108: /repair/routes/swap/0/time/mean: "1 day" has the unknown unit "day"; did"#),
  ]
}
