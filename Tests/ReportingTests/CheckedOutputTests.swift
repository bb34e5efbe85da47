import Dispatch
import Synchronization
import Testing

@testable import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Checked output")
struct CheckedOutputTests {
  @Test("A full disk is an error", .enabled(if: access("/dev/full", W_OK) == 0, "no /dev/full"))
  func full() {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let output = CheckedOutput(descriptor: descriptor, name: "standard output")
    let error = #expect(throws: OutputError.self) { try output.write("text") }
    #expect(error == OutputError(path: "standard output", stage: .write, code: ENOSPC))
    #expect(error?.exitCode == 74)
  }

  @Test("A closed descriptor is an error, unless there is nothing to write")
  func closed() throws {
    let output = CheckedOutput(descriptor: -1, name: "closed")
    let error = #expect(throws: OutputError.self) { try output.write("text") }
    #expect(error?.code == EBADF)
    try output.write("")
  }

  @Test("A reader that has left is told apart")
  func readerGone() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let output = CheckedOutput(descriptor: ends[1], name: "pipe")
    let error = #expect(throws: OutputError.self) { try output.write("text") }
    #expect(error?.isReaderGone == true)
    #expect(error?.exitCode == 141)
  }

  @Test("A megabyte goes whole through a pipe that takes a little at a time")
  func partialWrites() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (source, sink) = (ends[0], ends[1])
    #expect(fcntl(sink, F_SETFL, O_NONBLOCK) == 0)
    let bytes = (0..<1_000_003).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let received = Mutex<[UInt8]>([])
    // Threads of Dispatch: blocked ones would keep the tests' own from running.
    let readers = DispatchGroup()
    DispatchQueue.global().async(group: readers) {
      var chunk = [UInt8](repeating: 0, count: 5000)
      while true {
        let count = read(source, &chunk, chunk.count)
        guard count > 0 else { return }
        received.withLock { $0 += chunk[..<count] }
      }
    }
    try CheckedOutput(descriptor: sink, name: "pipe").write(bytes)
    close(sink)
    readers.wait()
    #expect(received.withLock { $0 } == bytes)
    close(source)
  }
}
