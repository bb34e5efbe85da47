/// Finds the first byte of a text that UTF-8 does not allow.
///
/// Table 3-7 of the Unicode Standard, which leaves out overlong forms, surrogates and what lies
/// beyond U+10FFFF. A NUL is refused as well: it is what UTF-16 and binary files show first.
enum UTF8Check {
  /// What is wrong, and at which byte.
  struct Fault {
    let offset: Int
    let message: String
  }

  /// The first fault of the text, or nil if there is none.
  static func firstFault(in bytes: [UInt8]) -> Fault? {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      return Fault(offset: 0, message: "the text is UTF-16; save it as UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Fault(
        offset: 0, message: "the text starts with a byte order mark; save it without one")
    }
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      if lead == 0 {
        return Fault(offset: offset, message: "a NUL byte; is this a text in UTF-8?")
      }
      if lead < 0x80 {
        offset += 1
        continue
      }
      guard let form = Form(lead: lead) else {
        return Fault(
          offset: offset,
          message: "not UTF-8: the byte 0x\(String(lead, radix: 16, uppercase: true)) can't be here"
        )
      }
      let tail = bytes[(offset + 1)...].prefix(form.continuations)
      guard tail.count == form.continuations, let second = tail.first,
        tail.allSatisfy({ $0 & 0xC0 == 0x80 })
      else {
        return Fault(offset: offset, message: "not UTF-8: a character is cut short")
      }
      guard form.second.contains(second) else {
        return Fault(offset: offset, message: "not UTF-8: \(form.fault)")
      }
      offset += 1 + form.continuations
    }
    return nil
  }

  /// What may follow a lead byte.
  private struct Form {
    var continuations: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    /// What it is when the second byte is a continuation, but not one of `second`.
    var fault = ""

    init?(lead: UInt8) {
      switch lead {
      case 0xC2...0xDF: continuations = 1
      case 0xE0: (continuations, second, fault) = (2, 0xA0...0xBF, "an overlong form")
      case 0xED: (continuations, second, fault) = (2, 0x80...0x9F, "half of a surrogate pair")
      case 0xE1...0xEF: continuations = 2
      case 0xF0: (continuations, second, fault) = (3, 0x90...0xBF, "an overlong form")
      case 0xF1...0xF3: continuations = 3
      case 0xF4: (continuations, second, fault) = (3, 0x80...0x8F, "beyond U+10FFFF")
      default: return nil
      }
    }
  }
}
