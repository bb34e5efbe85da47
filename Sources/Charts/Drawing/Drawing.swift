/// An SVG image in the making, which knows the box of all it holds.
struct Drawing {
  let kind: String
  let identifier: String
  let title: String
  let summary: String
  let width: Double
  var height = 0.0
  private var body = ""
  /// The boxes of all marks and texts.
  private(set) var boxes: [Box] = []
  /// The boxes of texts alone.
  private(set) var textBoxes: [Box] = []

  /// An image as wide as asked for, within 280 to 2000.
  init(kind: String, heading: ChartHeading, id: String, width: Double) {
    self.kind = kind
    identifier = MarkupText.identifier(id)
    title = heading.title
    summary = heading.summary
    self.width = width.isFinite ? max(280, min(2000, width.rounded())) : 820
  }

  /// Begins marks that have a tooltip in common.
  mutating func beginGroup(tip: String) { body += "<g>\(tooltip(tip))" }

  mutating func endGroup() { body += "</g>" }

  /// Adds a path; an empty one is left out.
  mutating func path(_ path: Path, _ classes: String, tip: String? = nil) {
    guard !path.isEmpty, let box = path.box else { return }
    boxes.append(box)
    body += "<path class=\"\(classes)\" d=\"\(path.text)\"" + ending("path", tip)
  }

  /// Adds horizontal lines so thick that they are areas; shorter than rectangles.
  mutating func stroke(_ path: Path, _ classes: String, thickness: Double, tip: String? = nil) {
    guard !path.isEmpty, let box = path.box else { return }
    boxes.append(
      Box(
        minX: box.minX, minY: box.minY - thickness / 2, maxX: box.maxX,
        maxY: box.maxY + thickness / 2))
    body += "<path class=\"\(classes)\" stroke-width=\"\(Coordinate.text(thickness))\""
    body += " d=\"\(path.text)\"" + ending("path", tip)
  }

  /// Adds a rectangle.
  mutating func rectangle(_ box: Box, _ classes: String, tip: String? = nil) {
    var outline = Path()
    outline.rectangle(box)
    path(outline, classes, tip: tip)
  }

  /// Adds a straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ classes: String, tip: String? = nil
  ) {
    var stroke = Path()
    stroke.move(x1, y1)
    stroke.line(x2, y2)
    path(stroke, classes, tip: tip)
  }

  /// Adds text on a baseline, cut to the width it may have and to the image; the whole of what was
  /// cut is its tooltip.
  mutating func text(
    _ string: String, _ x: Double, _ y: Double, anchor: TextAnchor = .start,
    style: TextStyle = .normal, _ classes: String = "", within limit: Double = .infinity
  ) {
    let whole = MarkupText.plain(string)
    let room = min(limit, anchor.room(at: x, in: width))
    let shown = TextWidth.fit(whole, style, within: room)
    guard !shown.isEmpty else { return }
    let length = TextWidth.of(shown, style)
    let start = max(0, min(anchor.start(at: x, length: length), width - length))
    let box = Box(
      minX: start, minY: y - 0.8 * style.size, maxX: start + length, maxY: y + 0.24 * style.size)
    boxes.append(box)
    textBoxes.append(box)
    let all = [style.classes, anchor.classes, classes.isEmpty ? nil : classes].compactMap { $0 }
    let attribute = all.isEmpty ? "" : " class=\"\(all.joined(separator: " "))\""
    body += "<text\(attribute) x=\"\(Coordinate.text(anchor.x(start: start, length: length)))\""
    body += " y=\"\(Coordinate.text(y))\">\(MarkupText.escape(shown))"
    body += (shown == whole ? "" : tooltip(whole)) + "</text>"
  }

  /// Adds text that is read from below, its baseline at x, from y upwards, in so much height.
  mutating func upright(_ string: String, _ x: Double, startingAt y: Double, within limit: Double) {
    let whole = MarkupText.plain(string)
    let style = TextStyle.normal
    let shown = TextWidth.fit(whole, style, within: limit)
    guard !shown.isEmpty else { return }
    let length = TextWidth.of(shown, style)
    let box = Box(
      minX: x - 0.8 * style.size, minY: y - length, maxX: x + 0.24 * style.size, maxY: y)
    boxes.append(box)
    textBoxes.append(box)
    let (tx, ty) = (Coordinate.text(x), Coordinate.text(y))
    body += "<text class=\"mu\" x=\"\(tx)\" y=\"\(ty)\" transform=\"rotate(-90 \(tx) \(ty))\">"
    body += MarkupText.escape(shown) + (shown == whole ? "" : tooltip(whole)) + "</text>"
  }

  /// Adds the pattern of slanted lines that `hatched` fills with; once a drawing.
  mutating func defineHatch() {
    body += "<defs><pattern id=\"\(identifier)-h\" width=\"6\" height=\"6\""
    body += " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
    body += "<path class=\"ht\" d=\"M0 0v6\"/></pattern></defs>"
  }

  /// Adds a hatched area.
  mutating func hatched(_ path: Path, tip: String? = nil) {
    guard let box = path.box else { return }
    boxes.append(box)
    body += "<path fill=\"url(#\(identifier)-h)\" d=\"\(path.text)\"" + ending("path", tip)
  }

  /// The image as SVG.
  func markup() -> String {
    let labelled = summary.isEmpty ? "\(identifier)-t" : "\(identifier)-t \(identifier)-d"
    let size = "\(Coordinate.text(width)) \(Coordinate.text(height.rounded(.up)))"
    var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart \(kind)\""
    text += " viewBox=\"0 0 \(size)\" role=\"img\" aria-labelledby=\"\(labelled)\">"
    text += "<title id=\"\(identifier)-t\">\(MarkupText.escape(title))</title>"
    if !summary.isEmpty {
      text += "<desc id=\"\(identifier)-d\">\(MarkupText.escape(summary))</desc>"
    }
    return text + body + "</svg>\n"
  }

  private func tooltip(_ text: String) -> String {
    "<title>\(MarkupText.escape(String(text.prefix(1000))))</title>"
  }

  private func ending(_ element: String, _ tip: String?) -> String {
    guard let tip else { return "/>" }
    return ">\(tooltip(tip))</\(element)>"
  }
}
