/// A published source and the figures observed in it.
///
/// References are data files, one a source: `Scenarios/References/<name>.json`. A new one, or a
/// new figure in an old one, needs no Swift.
public struct Reference: Sendable, Equatable {
  /// Name under which scenarios refer to it, which is also that of its file.
  public var name: String
  /// Who observed it, in a word or two, for tables: "Meta".
  public var publisher: String
  /// Authors and title.
  public var title: String
  /// Year of publication.
  public var year: Int
  /// Where it can be read.
  public var link: String
  /// The place in the source.
  public var place: String
  /// Whether its figures were read in the source itself, where they do not say otherwise.
  public var isFirstHand: Bool
  /// What was observed.
  public var figures: [Figure]

  /// Creates a reference.
  public init(
    name: String, publisher: String, title: String, year: Int, link: String, place: String,
    isFirstHand: Bool, figures: [Figure]
  ) {
    self.name = name
    self.publisher = publisher
    self.title = title
    self.year = year
    self.link = link
    self.place = place
    self.isFirstHand = isFirstHand
    self.figures = figures
  }
}

/// How much was watched for how long, so that a count becomes a rate.
public struct Exposure: Sendable, Equatable {
  /// GPUs that were watched.
  public var gpus: Double
  /// How long they were watched, in days.
  public var days: Double

  /// Creates an exposure of so many GPUs over so many days.
  public init(gpus: Double, days: Double) {
    self.gpus = gpus
    self.days = days
  }

  /// GPUs times days.
  public var gpuDays: Double { gpus * days }
}
