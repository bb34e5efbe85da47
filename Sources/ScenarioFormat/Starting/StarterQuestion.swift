/// A value of the starter scenario that its author may choose: an option of the command line, and
/// a question on a terminal.
public struct StarterQuestion: Sendable, Hashable {
  /// The option, as messages name it.
  let option: String
  /// Where the value stands, as in `--set`; the keys lead through objects alone.
  let path: String
  /// What is asked, in a few words.
  public let text: String
  /// What holds without an answer, where that is not simply the value of the starter text.
  public let rule: String?
  /// Whether the value is a text, even if it looks like a number.
  let isText: Bool

  private init(
    _ option: String, _ path: String, _ text: String, rule: String? = nil, isText: Bool = false
  ) {
    self.option = option
    self.path = path
    self.text = text
    self.rule = rule
    self.isText = isText
  }

  /// All of them, in the order in which they are asked: what others follow from comes first.
  public static let all = [
    name, accelerator, nodes, gpusPerNode, spareNodes, horizon, interval, save, price,
  ]

  public static let name = StarterQuestion("NAME", "name", "Name of the scenario", isText: true)
  public static let accelerator = StarterQuestion(
    "--accelerator", "cluster.accelerator", "Name of the accelerator", isText: true)
  public static let nodes = StarterQuestion("--nodes", "cluster.nodes", "Nodes of the job")
  public static let gpusPerNode = StarterQuestion(
    "--gpus-per-node", "cluster.gpus_per_node", "GPUs on each node")
  public static let spareNodes = StarterQuestion(
    "--spare-nodes", "cluster.spare_nodes", "Spare nodes beside those", rule: "3 % of the nodes")
  public static let horizon = StarterQuestion("--horizon", "horizon", "Length of the run")
  public static let interval = StarterQuestion(
    "--interval", "checkpoint.interval", "Training time between two checkpoints")
  public static let save = StarterQuestion(
    "--save", "checkpoint.save", "Time for which a checkpoint stops the job")
  public static let price = StarterQuestion(
    "--price", "cost.gpu_hour", "Price of a GPU-hour in USD", rule: "no costs")

  /// The value that a starter scenario has for this; nil if it has none.
  public func value(in document: ScenarioDocument) -> String? {
    var value: JSONValue? = document.canonical
    for step in path.split(separator: ".") { value = value?[String(step)] }
    return switch value {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The answer as a setting.
  ///
  /// What would be read as another kind of JSON value, or as null, which takes away, is a text.
  func setting(_ answer: String) -> Setting {
    let isPlain =
      switch (try? JSONReader.read(Array(answer.utf8)))?.content {
      case nil: true
      case .number: !isText
      default: false
      }
    return Setting(
      path: path, value: isPlain ? answer : JSONText.quoted(answer), option: option)
  }
}
