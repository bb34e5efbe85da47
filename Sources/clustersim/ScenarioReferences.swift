import Reporting
import ScenarioFormat

extension SharedFiles {
  /// The published figures that a scenario is compared with.
  func references(of document: ScenarioDocument) throws(Failure) -> [Reference] {
    try references(named: document.references)
  }

  /// All published figures that ship; none where they are missing.
  func allReferences() throws(Failure) -> [Reference] {
    references == nil ? [] : try references(named: referenceNames)
  }

  /// The published figures of files that ship.
  func references(named names: [String]) throws(Failure) -> [Reference] {
    guard !names.isEmpty else { return [] }
    guard let library = references else {
      throw Failure("the published references that ship with clustersim are missing", exitCode: 66)
    }
    do {
      return try library.load(names)
    } catch let error as ReferenceError {
      throw Failure("\(error)", exitCode: error.exitCode)
    } catch let error as InputError {
      throw Failure(error)
    } catch {
      throw Failure("\(error)", exitCode: 66)
    }
  }
}
