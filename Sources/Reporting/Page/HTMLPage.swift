import Charts
import Mustache

/// A report as one page of HTML that needs nothing else: no script, no network, no fonts.
///
/// A content security policy forbids all but its own style, which is named by its hash.
struct HTMLPage {
  let document: ReportDocument

  /// The page.
  var text: String { Self.template.render(PageView(document, style: Self.style)) }

  private static let style =
    String(decoding: PackageResources.page_css, as: UTF8.self) + ChartStyle.css

  private static let template: MustacheTemplate = {
    MustacheContentTypes.register(PageContent(), named: PageContent.name)
    do {
      return try MustacheTemplate(
        string: String(decoding: PackageResources.page_mustache, as: UTF8.self))
    } catch {
      preconditionFailure("the template of pages is no template: \(error)")
    }
  }()
}
