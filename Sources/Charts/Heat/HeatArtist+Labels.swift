extension HeatArtist {
  /// Names the rows and columns; every n-th where there are more than fit.
  func drawLabels(into drawing: inout Drawing) {
    let everyRow = max(1, Int((14 / cell.height).rounded(.up)))
    for row in stride(from: 0, to: rows, by: everyRow) {
      let y = top + cell.height * (Double(row) + 0.5) + 4
      drawing.text(chart.rows[row], left - 8, y, anchor: .end, "mu", within: left - 8)
    }
    let everyColumn = max(1, Int((14 / cell.width).rounded(.up)))
    for column in stride(from: 0, to: columns, by: columnStyle == nil ? everyColumn : 1) {
      let centre = left + cell.width * (Double(column) + 0.5)
      if let columnStyle {
        drawing.text(
          chart.columns[column], centre, top - 6, anchor: .middle, style: columnStyle, "mu",
          within: max(cell.width, drawing.width - left))
      } else {
        drawing.upright(chart.columns[column], centre + 4, startingAt: top - 5, within: 90)
      }
    }
    let titles = [chart.rowTitle, chart.columnTitle]
    guard titles.contains(where: { !$0.isEmpty }) else { return }
    let rowTitle = MarkupText.plain(chart.rowTitle)
    let rowWidth = min(TextWidth.of(rowTitle, .normal), drawing.width * 0.45)
    drawing.text(rowTitle, 0, 12, "mu", within: drawing.width * 0.45)
    let start = max(left, rowTitle.isEmpty ? 0 : rowWidth + 12)
    drawing.text(chart.columnTitle, start, 12, "mu")
  }
}
