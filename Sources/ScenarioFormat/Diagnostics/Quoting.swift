/// The text as a message may show it: one line, in double quotes, at most 60 characters of it.
///
/// Control characters, marks that turn the direction of writing, invisible characters and line
/// separators are escaped as `\u{202E}`, and quotes as `\"`, so that no text can forge or hide
/// part of a message.
func quoted(_ text: String) -> String {
  "\"" + visible(text) + "\""
}

/// The text as a message may show it, without quotes around it.
func visible(_ text: String, limit: Int = 60) -> String {
  var shown = ""
  for scalar in text.unicodeScalars.prefix(limit) {
    if scalar == "\"" { shown += "\\" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default:
      shown.unicodeScalars.append(scalar)
    }
  }
  return text.unicodeScalars.dropFirst(limit).isEmpty ? shown : shown + "…"
}
