import Reporting
import ScenarioFormat

extension SharedFiles {
  /// The published figures that a scenario is compared with.
  func references(of document: ScenarioDocument) throws(Failure) -> [Reference] {
    guard !document.references.isEmpty else { return [] }
    guard let library = references else {
      throw Failure("the published references that ship with clustersim are missing", exitCode: 66)
    }
    do {
      return try library.load(document.references)
    } catch let error as ReferenceError {
      throw Failure("\(error)", exitCode: error.exitCode)
    } catch let error as InputError {
      throw Failure(error)
    } catch {
      throw Failure("\(error)", exitCode: 66)
    }
  }
}
