extension String {
  /// The text as a sentence begins.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
