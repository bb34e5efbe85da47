import Reporting

extension TerminalReport.Style {
  /// As wide as the terminal, at most 100 columns, and in colour if it takes it.
  static var ofStandardOutput: TerminalReport.Style {
    TerminalReport.Style(
      width: min(100, Machine.columns(of: 1) ?? 80), isColoured: Machine.wantsColour)
  }
}
