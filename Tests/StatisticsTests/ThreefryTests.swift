import Testing

@testable import Statistics

@Suite("Threefry 2x64-20")
struct ThreefryTests {
  // Zeros and ones: the known answers that Random123 publishes (kat_vectors, threefry2x64 20).
  // Digits of pi: computed with the C header of Random123 1.14.0 (Debian librandom123-dev),
  // threefry2x64_R(20, counter, key); the same program reproduces the published answer for zeros.
  @Test(
    "The known answers of Random123 are reproduced",
    arguments: [
      ([0, 0, 0, 0], [0xc2b6_e3a8_c2c6_9865, 0x6f81_ed42_f350_084d]),
      (
        [.max, .max, .max, .max], [0xe02c_b7c4_d95d_277a, 0xd066_33d0_893b_8b68]
      ),
      (
        [
          0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0,
          0x082e_fa98_ec4e_6c89,
        ],
        [0x263c_7d30_bb0f_0af1, 0x56be_8361_d331_1526]
      ),
    ] as [([UInt64], [UInt64])])
  func knownAnswers(input: [UInt64], output: [UInt64]) {
    let words = Threefry2x64.block(counter: (input[0], input[1]), key: (input[2], input[3]))
    #expect([words.0, words.1] == output)
  }

  @Test("One bit of counter or key changes half of the output bits on average")
  func avalanche() {
    let base = Threefry2x64.block(counter: (1, 2), key: (3, 4))
    var changed = 0
    for bit in 0..<64 {
      let flip = UInt64(1) << UInt64(bit)
      for words in [
        Threefry2x64.block(counter: (1 ^ flip, 2), key: (3, 4)),
        Threefry2x64.block(counter: (1, 2 ^ flip), key: (3, 4)),
        Threefry2x64.block(counter: (1, 2), key: (3 ^ flip, 4)),
        Threefry2x64.block(counter: (1, 2), key: (3, 4 ^ flip)),
      ] {
        changed += (words.0 ^ base.0).nonzeroBitCount + (words.1 ^ base.1).nonzeroBitCount
      }
    }
    // 256 blocks of 128 bits, each changed with probability one half.
    let bits = 256.0 * 128
    #expect(abs(Double(changed) - bits / 2) < 4 * (bits / 4).squareRoot())
  }
}
