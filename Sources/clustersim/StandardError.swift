import Reporting

/// Standard error: for everything that is not a result.
enum StandardError {
  /// Writes a text; that it can't be written can't be told anywhere.
  static func write(_ text: String) {
    try? CheckedOutput(descriptor: 2, name: "standard error").write(text)
  }

  /// Tells what is odd but possible.
  static func warn(_ message: String) {
    write("clustersim: warning: \(message)\n")
  }
}
