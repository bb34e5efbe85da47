/// What a value of the scenario format may be.
indirect enum Kind: Sendable {
  case boolean
  case text(TextRule)
  /// This string and no other.
  case constant(String)
  /// One of these strings.
  case choice([String])
  /// A whole number.
  case count(ClosedRange<Int>)
  case number(NumberRange)
  /// A string of a number and a unit, or one of these words.
  case duration(DurationRange, or: [String] = [])
  /// A string of a number and a unit of size or bandwidth.
  case size(SizeText)
  case list(of: Kind, count: ClosedRange<Int> = 0...10_000)
  /// An object whose keys are names given by the scenario.
  case named(Kind, atMost: Int)
  case object(Definition)
  case variants(Variants)
  /// A string (or a number: a duration without its unit) is read as the first kind, anything else
  /// as the second.
  case stringOr(Kind, Kind)
  /// A kind that contains itself, or stands in many places.
  case shared(SharedKind)
  /// A key of the format that this version refuses; says what a later one will do with it.
  case notYet(String)

  var isNotYet: Bool {
    if case .notYet = self { true } else { false }
  }
}

/// Kinds that contain themselves or stand in many places, and so are referred to by name.
enum SharedKind: String, CaseIterable, Sendable {
  /// A duration, or the law of one.
  case duration
  /// The law of a time to failure.
  case lifetime
  /// A size by a bandwidth.
  case transfer
  /// A duration, the law of one, or a transfer.
  case transferOrLaw = "transfer_or_law"
  /// A duration, the law of one, or a time that grows with the job.
  case restart

  var kind: Kind {
    switch self {
    case .duration: .stringOr(.duration(.delay), .variants(LawDefinitions.durationLaws))
    case .lifetime: LawDefinitions.lifetime
    case .transfer: .object(TransferDefinition.transfer)
    case .transferOrLaw: .stringOr(.duration(.delay), .variants(TransferDefinition.orLaw))
    case .restart: .stringOr(.duration(.delay), .variants(RecoveryDefinition.restart))
    }
  }
}

/// Numbers between two bounds.
struct NumberRange: Sendable {
  let lower: Double
  let upper: Double
  /// Whether `lower` itself is left out.
  var isOpen = false

  static let probability = NumberRange(lower: 0, upper: 1)
  static let slowness = NumberRange(lower: 0.001, upper: 0.999)
  /// A probability of something that must not happen every time.
  static let setback = NumberRange(lower: 0, upper: 0.99)
  static let positiveShare = NumberRange(lower: 1e-6, upper: 1)
  /// A factor of a hazard that does not do away with it.
  static let multiplier = NumberRange(lower: 0, upper: 1e6, isOpen: true)

  func contains(_ value: Double) -> Bool {
    value <= upper && (isOpen ? value > lower : value >= lower)
  }

  /// The range in the words of a message.
  var description: String {
    let bounds = [lower, upper].map { NumberText.nineDigits($0) ?? "" }
    return isOpen
      ? "more than \(bounds[0]) and at most \(bounds[1])"
      : "between \(bounds[0]) and \(bounds[1])"
  }
}

/// Durations between two bounds.
struct DurationRange: Sendable {
  /// The least duration as it is written.
  let lower: String
  /// The greatest duration as it is written.
  let upper: String
  /// Units that a number without one probably meant.
  let usualUnits: [String]
  /// The least and the greatest duration, as they are written, beyond which the unit was probably
  /// meant to be another.
  var usual: (least: String, most: String)?

  /// The same range with usual bounds in it.
  func usually(_ least: String, _ most: String) -> DurationRange {
    var range = self
    range.usual = (least, most)
    return range
  }

  /// A pause or a delay, which may be nothing.
  static let delay = DurationRange(lower: "0s", upper: "1000y", usualUnits: ["s", "min"])
  /// The time between two things, which can't be nothing.
  static let interval = DurationRange(lower: "1ms", upper: "1000y", usualUnits: ["min", "h"])
  /// The length of a run.
  static let span = DurationRange(lower: "1ms", upper: "1000y", usualUnits: ["h", "d"])
  /// The time to failure of one thing.
  static let lifetime = DurationRange(lower: "1ms", upper: "1e9y", usualUnits: ["h", "d"])
  /// The least time to failure of one thing, which may be nothing.
  static let lifetimeOrNothing = DurationRange(
    lower: "0s", upper: "1e9y", usualUnits: ["h", "d"])
  /// How old something is, or was tested for.
  static let age = DurationRange(lower: "0s", upper: "1000y", usualUnits: ["h", "d"])
  /// A time of the day, from midnight.
  static let timeOfDay = DurationRange(lower: "0s", upper: "24h", usualUnits: ["h", "min"])
  /// An instant of the run.
  static let instant = DurationRange(lower: "0s", upper: "1000y", usualUnits: ["h", "d"])
}

/// Strings of a certain form.
struct TextRule: Sendable {
  /// The form in the words of a message.
  let description: String
  /// The form as a regular expression for the JSON Schema; nil for any string.
  let pattern: String?
  let accepts: @Sendable (String) -> Bool

  /// Any string.
  static let any = TextRule(description: "a text", pattern: nil) { _ in true }

  /// A text that can be shown on one line.
  static let line = TextRule(
    description: "one line of at most 500 characters, without control or invisible ones",
    pattern: nil
  ) { text in
    text.unicodeScalars.count <= 500
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        // The joiner belongs to some scripts and emoji; the other format marks hide or turn text.
        case .format: scalar == "\u{200D}"
        default: true
        }
      }
  }

  /// A name within a scenario; without dots, which divide the paths of `--set`.
  static let name = TextRule(
    description: #"a name of 1 to 64 letters, digits, "_" and "-" that starts with no "-""#,
    pattern: "^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$"
  ) { text in
    isName(text, with: "-")
  }

  /// A name that is also that of a folder.
  static let folderName = TextRule(
    description:
      #"a name of 1 to 64 letters, digits, "_", "-" and "." that starts with no "-" or ".""#,
    pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"
  ) { text in
    isName(text, with: "-.")
  }

  /// A currency.
  static let currency = TextRule(
    description: "an ISO 4217 code of three capital letters, such as \"USD\"",
    pattern: "^[A-Z]{3}$"
  ) { text in
    text.unicodeScalars.count == 3 && text.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
  }

  private static func isName(_ text: String, with marks: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.unicodeScalars.enumerated().allSatisfy { index, scalar in
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_": true
        default: index > 0 && marks.unicodeScalars.contains(scalar)
        }
      }
  }
}
