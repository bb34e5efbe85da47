/// The colours of charts for one scheme, as `#rrggbb`.
struct Palette {
  /// A colour for areas and lines, one for words in it, and one for words on it.
  struct Series {
    let mark: String
    let text: String
    let on: String
  }

  /// The page the chart lies on.
  let paper: String
  let ink: String
  let muted: String
  let axis: String
  let grid: String
  /// The bars of a histogram, which lines in ink lie on.
  let bar: String
  /// Grey, then the eight colours of series.
  let series: [Series]
  /// From the least value to the greatest: a colour for cells and one for words on it.
  let heat: [(cell: String, on: String)]

  // The hues follow Okabe and Ito, "Color universal design", 2008: blue, vermilion, green, purple,
  // sky, yellow, then indigo and red, which differ in lightness from their likes.
  static let light = Palette(
    paper: "#ffffff", ink: "#1d2731", muted: "#5f6b78", axis: "#7d8894", grid: "#e3e7eb",
    bar: "#4f97cb",
    series: [
      Series(mark: "#6b7580", text: "#5b6570", on: "#ffffff"),
      Series(mark: "#1f6fb0", text: "#1b64a0", on: "#ffffff"),
      Series(mark: "#d9730d", text: "#a85400", on: "#000000"),
      Series(mark: "#2a9461", text: "#1d7a4d", on: "#000000"),
      Series(mark: "#b65a94", text: "#a14a80", on: "#000000"),
      Series(mark: "#3b9bc4", text: "#1f7398", on: "#000000"),
      Series(mark: "#a67c00", text: "#7d5d00", on: "#000000"),
      Series(mark: "#4a4a8c", text: "#44448a", on: "#ffffff"),
      Series(mark: "#b3434f", text: "#a63a46", on: "#ffffff"),
    ],
    heat: [
      ("#eef4fa", "#12202e"), ("#d8e7f4", "#12202e"), ("#bcd7ec", "#12202e"),
      ("#97c2e0", "#12202e"), ("#6ca9d2", "#12202e"), ("#468fc2", "#000000"),
      ("#2a73aa", "#ffffff"), ("#17578c", "#ffffff"), ("#0b3a66", "#ffffff"),
    ])

  static let dark = Palette(
    paper: "#14181d", ink: "#e6eaee", muted: "#9aa5b1", axis: "#76818d", grid: "#2a313a",
    bar: "#2f6fa6",
    series: [
      Series(mark: "#8d97a3", text: "#a3adb8", on: "#000000"),
      Series(mark: "#5aa9e6", text: "#6fb6ee", on: "#000000"),
      Series(mark: "#f0954a", text: "#f5a35f", on: "#000000"),
      Series(mark: "#45c08a", text: "#55cb96", on: "#000000"),
      Series(mark: "#dd8fc2", text: "#e39fcb", on: "#000000"),
      Series(mark: "#8fd0ee", text: "#9bd6f1", on: "#000000"),
      Series(mark: "#dcb23f", text: "#e2bc55", on: "#000000"),
      Series(mark: "#a3a1ee", text: "#b3b1f2", on: "#000000"),
      Series(mark: "#ee8089", text: "#f2929a", on: "#000000"),
    ],
    heat: [
      ("#15273a", "#ffffff"), ("#17354f", "#ffffff"), ("#184566", "#ffffff"),
      ("#1c587f", "#ffffff"), ("#2a6d98", "#ffffff"), ("#4386b0", "#000000"),
      ("#659fc4", "#000000"), ("#92bcd8", "#000000"), ("#c7dfef", "#000000"),
    ])

  /// The colours as custom properties.
  var properties: String {
    var text = "--chart-paper:\(paper);--chart-ink:\(ink);--chart-muted:\(muted);"
    text += "--chart-axis:\(axis);--chart-grid:\(grid);--chart-bar:\(bar);"
    for (index, colour) in series.enumerated() {
      text += "--chart-\(index):\(colour.mark);--chart-\(index)-text:\(colour.text);"
      text += "--chart-\(index)-on:\(colour.on);"
    }
    for (index, colour) in heat.enumerated() {
      text += "--chart-h\(index):\(colour.cell);--chart-h\(index)-on:\(colour.on);"
    }
    return text
  }
}
