import Foundation
import Testing

@testable import Charts

@Suite struct PaletteTests {
  static let palettes = [Palette.light, Palette.dark]

  /// The relative luminance of `#rrggbb`, by WCAG 2.2.
  private func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let channels = [value >> 16, value >> 8 & 255, value & 255].map { byte in
      let share = Double(byte) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func contrast(_ first: String, _ second: String) -> Double {
    let both = [luminance(first), luminance(second)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  @Test("Black on white has a contrast of 21")
  func scale() {
    #expect((contrast("#000000", "#ffffff") - 21).magnitude < 1e-9)
  }

  @Test("Words have a contrast of 4.5 to the page and to what they are written on")
  func words() {
    for palette in Self.palettes {
      #expect(contrast(palette.ink, palette.paper) >= 7)
      #expect(contrast(palette.muted, palette.paper) >= 4.5)
      for colour in palette.series {
        #expect(contrast(colour.text, palette.paper) >= 4.5, "\(colour.text)")
        #expect(contrast(colour.on, colour.mark) >= 4.5, "\(colour.mark)")
      }
      for colour in palette.heat {
        #expect(contrast(colour.on, colour.cell) >= 4.5, "\(colour.cell)")
      }
    }
  }

  @Test("Marks have a contrast of 3 to the page")
  func marks() {
    for palette in Self.palettes {
      #expect(contrast(palette.axis, palette.paper) >= 3)
      #expect(contrast(palette.bar, palette.paper) >= 3)
      #expect(contrast(palette.bar, palette.ink) >= 3)
      for colour in palette.series {
        #expect(contrast(colour.mark, palette.paper) >= 3, "\(colour.mark)")
      }
    }
  }

  @Test("Greater values are further from the page, in even steps to the eye")
  func heat() {
    for palette in Self.palettes {
      let contrasts = palette.heat.map { contrast($0.cell, palette.paper) }
      #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $1 > 1.1 * $0 }, "\(contrasts)")
    }
    #expect(Palette.light.heat.count == HeatArtist.colours)
    #expect(Palette.dark.heat.count == HeatArtist.colours)
    #expect(Palette.light.series.count == 9 && Palette.dark.series.count == 9)
  }

  @Test("The style sheet refers to nothing outside and can't end the element it is in")
  func sheet() {
    let css = ChartStyle.css
    for word in ["url(", "@import", "<", "expression", "\u{0}"] { #expect(!css.contains(word)) }
    #expect(css.count { $0 == "{" } == css.count { $0 == "}" })
    #expect(css.utf8.count < 8000)
  }
}
