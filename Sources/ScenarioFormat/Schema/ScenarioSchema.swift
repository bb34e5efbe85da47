/// The JSON Schema of scenarios, for editors: draft 2020-12, in keywords that draft 7 has too.
///
/// It follows from the definitions that the reader holds scenarios to, and knows their keys, types,
/// ranges of numbers and forms of strings. What only the reader can tell is left to it: ranges of
/// durations, names that must exist, sums that must fit. A scenario that extends another is held to
/// the keys that it gives; what it must have may come from the other.
public func scenarioSchema() -> JSONValue {
  let scenario = ScenarioDefinition.scenario
  let definitions = Extent.allCases.flatMap { extent in
    SharedKind.allCases.map { shared in
      (key: extent.name(of: shared), value: JSONValue.object(shared.kind.schema(extent)))
    }
  }
  return .object([
    ("$schema", "https://json-schema.org/draft/2020-12/schema"),
    ("title", .string("A scenario of clustersim")),
    ("description", .string(scenario.documentation)),
    ("type", "object"),
    ("if", ["required": ["extends"]]),
    ("then", .object([("required", ["name"])] + scenario.schema(.extending))),
    ("else", .object(scenario.schema(.whole))),
    ("$defs", .object(definitions)),
  ])
}

/// How much of a scenario a text gives.
private enum Extent: CaseIterable {
  case whole
  /// Only what differs from another one; null takes away.
  case extending

  func name(of shared: SharedKind) -> String {
    self == .whole ? shared.rawValue : "partial_" + shared.rawValue
  }
}

private typealias Members = [(key: String, value: JSONValue)]

extension Kind {
  fileprivate func schema(_ extent: Extent) -> Members {
    switch self {
    case .boolean: [("type", "boolean")]
    case .text(let rule):
      [("type", "string")] + (rule.pattern.map { [("pattern", .string($0))] } ?? [])
    case .constant(let text): [("const", .string(text))]
    case .choice(let words): [("enum", .array(words.map(JSONValue.string)))]
    case .count(let range):
      [
        ("type", "integer"), ("minimum", JSONValue(range.lowerBound)),
        ("maximum", JSONValue(range.upperBound)),
      ]
    case .number(let range):
      [
        ("type", "number"),
        (range.isOpen ? "exclusiveMinimum" : "minimum", JSONValue(range.lower)),
        ("maximum", JSONValue(range.upper)),
      ]
    case .duration(_, let words) where words.isEmpty: Self.text(DurationText.pattern)
    case .duration(_, let words):
      [
        (
          "anyOf",
          [.object(Self.text(DurationText.pattern)), ["enum": .array(words.map(JSONValue.string))]]
        )
      ]
    case .size(let quantity): Self.text(quantity.pattern)
    case .list(let kind, let count):
      [
        ("type", "array"), ("items", .object(kind.schema(extent))),
        ("minItems", JSONValue(count.lowerBound)), ("maxItems", JSONValue(count.upperBound)),
      ]
    case .named(let kind, let most):
      [
        ("type", "object"), ("properties", .object(Definition.annotationSchema(extent))),
        ("propertyNames", .object(Kind.text(.name).schema(extent))),
        ("maxProperties", JSONValue(most)),
        ("additionalProperties", .object(kind.schema(extent))),
      ]
    case .object(let definition): definition.schema(extent)
    case .variants, .stringOr: [("anyOf", .array(choices(extent).map(JSONValue.object)))]
    case .shared(let kind): [("$ref", .string("#/$defs/" + extent.name(of: kind)))]
    case .notYet: [("not", [:])]
    }
  }

  private static func text(_ pattern: String) -> Members {
    [("type", "string"), ("pattern", .string(pattern))]
  }

  /// The kinds among which this one leaves the choice.
  private func choices(_ extent: Extent) -> [Members] {
    switch self {
    case .stringOr(let first, let second): first.choices(extent) + second.choices(extent)
    case .variants(let variants):
      variants.cases.map { $0.definition.schema(extent, tag: (variants.key, $0.name)) }
        + (variants.otherwise.map { [$0.schema(extent)] } ?? [])
    default: [schema(extent)]
    }
  }
}

extension Definition {
  /// The schema of the texts for people; null removes those of a base.
  fileprivate static func annotationSchema(_ extent: Extent) -> Members {
    let type: JSONValue = extent == .whole ? "string" : ["string", "null"]
    return annotations.map { ($0, .object([("type", type), ("description", "For people.")])) }
  }

  /// The schema of the object; `tag` is the key that tells it apart from other variants.
  fileprivate func schema(
    _ extent: Extent, tag: (key: String, value: String)? = nil
  ) -> Members {
    let known = fields.filter { !$0.kind.isNotYet }
    let tagSchema: Members = tag.map { [($0.key, .object([("const", .string($0.value))]))] } ?? []
    let properties = tagSchema + known.map { $0.schema(extent) } + Self.annotationSchema(extent)
    let required = (tag.map { [$0.key] } ?? []) + known.filter(\.isRequired).map(\.key)
    var schema: Members = [
      ("description", .string(documentation)), ("type", "object"),
      ("properties", .object(properties)), ("additionalProperties", false),
    ]
    guard extent == .whole else { return schema }
    schema.append(("required", .array(required.map(JSONValue.string))))
    let choices = groups.map { JSONValue.array($0.schemas) }
    if choices.count == 1 {
      schema.append(("oneOf", choices[0]))
    } else if !choices.isEmpty {
      schema.append(("allOf", .array(choices.map { .object([("oneOf", $0)]) })))
    }
    return schema
  }
}

extension AlternativeGroup {
  /// Schemas of which exactly one holds.
  fileprivate var schemas: [JSONValue] {
    // Of a loose alternative none need be given.
    let none = isRequired || !alternatives.allSatisfy(\.isWhole) ? [] : [Alternative()]
    return (alternatives + none).map(schema(of:))
  }

  /// All keys of the alternative, and none of the others'.
  private func schema(of alternative: Alternative) -> JSONValue {
    let own = alternative.allKeys
    let others = alternatives.flatMap(\.allKeys).filter { !own.contains($0) }
    return .object([
      ("properties", .object(others.map { ($0, false) })),
      ("required", .array((alternative.isWhole ? alternative.keys : []).map(JSONValue.string))),
    ])
  }
}

extension Field {
  fileprivate var isRequired: Bool {
    if case .required = presence { true } else { false }
  }

  fileprivate func schema(_ extent: Extent) -> (key: String, value: JSONValue) {
    var members = kind.schema(extent)
    members.removeAll { $0.key == "description" }
    if extent == .extending {
      members = [("anyOf", .array([.object(members), ["type": "null"]]))]
    }
    members.append(("description", .string(documentation)))
    if case .defaultsTo(let value, _) = presence { members.append(("default", value)) }
    return (key, .object(members))
  }
}
