import Crypto

/// SHA-256 digests, in hexadecimal.
enum Digest {
  /// The digest of bytes, or of several pieces one after the other.
  static func text(of pieces: [UInt8]...) -> String {
    var hash = SHA256()
    for piece in pieces { hash.update(data: piece) }
    return text(of: hash.finalize())
  }

  /// A digest as it is written.
  static func text(of digest: SHA256.Digest) -> String {
    String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
