/// Words of a command line that can be pasted into a POSIX shell.
public enum ShellWord {
  /// The text as one word: in single quotes if the shell would read it otherwise.
  public static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", "_", "-", ".", "/": true
      default: false
      }
    }
    return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}
