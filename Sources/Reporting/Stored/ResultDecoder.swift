import ScenarioFormat

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the JSON of results.
enum ResultDecoder {
  /// The value that a file holds.
  ///
  /// - Throws: `ResultError` with file and JSON pointer when it is another or none.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], of file: String
  ) throws(ResultError) -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw ResultError("\(file): \(description(of: error, in: bytes))")
    } catch {
      throw ResultError("\(file): can't be read: \(error)")
    }
  }

  private static func description(of error: DecodingError, in bytes: [UInt8]) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\(pointer(context.codingPath + [key])): is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(pointer(context.codingPath)): is of another type than results have there"
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      isJSON(bytes) ? "a number in it is none that results have" : "is not JSON"
    case .dataCorrupted(let context): "\(pointer(context.codingPath)): makes no sense"
    @unknown default: "is no result of this program"
    }
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    (try? JSONReader.read(bytes, limit: ResultSource.maximumBytes)) != nil
  }

  private static func pointer(_ path: [any CodingKey]) -> String {
    path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
  }
}
