/// The look of charts, for the style sheet of the page they are on.
public enum ChartStyle {
  /// All rules of charts: colours as custom properties `--chart-…` for light and dark schemes and
  /// for print, then classes, all of them within `.chart` but for `chart-wide`, `chart-narrow` and
  /// `chart-swatch`.
  public static let css: String =
    ":root{\(Palette.light.properties)}\n"
    + "@media screen and (prefers-color-scheme:dark){:root{\(Palette.dark.properties)}}\n"
    + seriesRules + rules

  /// A small square of a series' colour, for keys in HTML.
  public static func swatch(_ colour: Int) -> String {
    "<svg class=\"chart-swatch\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">"
      + "<path class=\"\(SeriesClass.of(colour)) fl\" d=\"M0 0h12v12h-12z\"/></svg>"
  }

  private static var seriesRules: String {
    var text = ""
    for index in Palette.light.series.indices {
      text +=
        ".chart .s\(index),.chart-swatch .s\(index){--c:var(--chart-\(index));"
      text += "--t:var(--chart-\(index)-text);"
      text += "--o:var(--chart-\(index)-on)}\n"
    }
    for index in Palette.light.heat.indices {
      text += ".chart .h\(index){--c:var(--chart-h\(index));--o:var(--chart-h\(index)-on)}\n"
    }
    let dashes = ["", "7 3", "2 3", "9 3 2 3", "4 2", "1 4", "12 4", "6 2 1 2 1 2"]
    for (index, dash) in dashes.enumerated() where !dash.isEmpty {
      text += ".chart .d\(index + 1){stroke-dasharray:\(dash);stroke-linecap:butt}\n"
    }
    return text
  }

  private static let rules = """
    .chart{display:block;break-inside:avoid;width:100%;height:auto;\
    font-variant-numeric:tabular-nums;\
    print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .chart text{font-size:12px;fill:var(--chart-ink)}
    .chart .sm{font-size:11px}
    .chart .st{font-weight:600}
    .chart .am{text-anchor:middle}
    .chart .ae{text-anchor:end}
    .chart .mu{fill:var(--chart-muted)}
    .chart .tc{fill:var(--t)}
    .chart .on,.chart .ho{fill:var(--o)}
    .chart .ha{paint-order:stroke;stroke:var(--chart-paper);stroke-width:3px;stroke-linejoin:round}
    .chart .fl,.chart-swatch .fl,.chart .hc{fill:var(--c)}
    .chart .hs{fill:none;stroke:var(--c)}
    .chart .ln{fill:none;stroke:var(--c);stroke-width:2px;stroke-linejoin:round;\
    stroke-linecap:round}
    .chart .th{stroke-width:1.5px}
    .chart .hb{fill:var(--chart-bar)}
    .chart .bd{fill:var(--c);fill-opacity:.18}
    .chart .pt{fill:var(--c);stroke:var(--chart-paper);stroke-width:1px}
    .chart .pm{fill:var(--chart-paper);stroke:var(--chart-ink);stroke-width:1.5px}
    .chart .wh{fill:none;stroke:var(--c);stroke-width:2px}
    .chart .we{fill:none;stroke:var(--c);stroke-width:1.5px}
    .chart .ev{fill:none;stroke:var(--c);stroke-width:1.5px}
    .chart .gr{fill:none;stroke:var(--chart-grid);stroke-width:1px}
    .chart .ax{fill:none;stroke:var(--chart-axis);stroke-width:1px}
    .chart .ld{fill:none;stroke:var(--chart-axis);stroke-width:1px}
    .chart .dl{stroke-dasharray:1 3}
    .chart .le{fill:var(--chart-grid);fill-opacity:.5}
    .chart .rf{fill:none;stroke:var(--chart-ink);stroke-width:1px;stroke-dasharray:4 3}
    .chart .ml{fill:none;stroke:var(--chart-ink);stroke-width:1.5px}
    .chart .ql{fill:none;stroke:var(--chart-ink);stroke-width:1px;stroke-dasharray:1 3}
    .chart .ht{fill:none;stroke:var(--chart-axis);stroke-width:1.5px}
    .chart .be{fill:none;stroke:var(--chart-ink);stroke-width:2.5px}
    .chart .bi{fill:none;stroke:var(--chart-paper);stroke-width:1.5px}
    .chart-swatch{width:.8em;height:.8em;vertical-align:-.05em;print-color-adjust:exact;\
    -webkit-print-color-adjust:exact}
    .chart-narrow{display:none}
    @media screen and (max-width:800px){.chart-narrow .chart{max-width:520px}\
    .chart-wide{display:none}.chart-narrow{display:block}}

    """
}
