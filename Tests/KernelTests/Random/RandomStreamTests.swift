import Kernel
import Testing

@Suite("Streams of random bits")
struct RandomStreamTests {
  /// Seeds and the first 40 numbers of Java 17's `L64X128MixRandom`, as Apache Commons RNG tests them.
  static let published: [([UInt64], [UInt64])] = [
    (
      [
        0xa2fc_3db3_faf2_0b60, 0x0ca1_7f84_4355_c30b, 0x9663_93c3_c699_b9c4,
        0x26d0_b369_e961_d05d,
      ],
      [
        0x431e_95bf_ddd8_68f1, 0x11d4_1649_fc25_0a2b, 0x3861_07fb_4229_f3c6, 0x5880_9538_283e_c2be,
        0x792d_8502_b636_fa57, 0xdfdd_635a_8d4b_513b, 0x639e_33d9_d467_09a4, 0xac06_4fae_27c5_8ae2,
        0xf503_c18f_9b81_e221, 0xc8e9_239b_41d7_5ac2, 0x3050_35c9_3feb_8da0, 0xcb63_9286_b0b7_7172,
        0x134c_b8de_a274_4fe3, 0x849f_85c7_979e_aaa8, 0x7ec5_1bff_d104_b0b8, 0xc9fb_22d1_f0ce_8392,
        0xdcbe_df16_be02_f77d, 0x8779_acb6_ffd5_cb89, 0x24be_000a_509e_92eb, 0x73b0_9559_615c_1540,
        0x25f9_fba5_d481_8f13, 0x1716_07e2_956f_ef8d, 0x8950_dc3f_40d5_f8cf, 0xd11e_7c72_b36f_1c72,
        0xe687_a38b_b988_7225, 0x078d_af1a_151b_a805, 0x2aeb_69f8_638f_da77, 0xff50_d662_33a5_078d,
        0x9ed2_2488_0f75_64a9, 0x298f_140c_c162_145d, 0xeb2b_a17c_17e9_7b8f, 0x59d7_85fd_7c80_a45b,
        0x45af_efc0_4e16_4b8f, 0x6282_afa6_f7a1_3d16, 0x59a5_232c_189d_6c95, 0x7c36_5469_5151_8872,
        0x7973_a0bd_d8a7_d494, 0x711c_54e3_5cc6_d30a, 0xc931_dd22_fcc5_e6a9, 0x079e_4436_8174_65d5,
      ]
    ),
    (
      [
        0x36d2_370e_6207_bab2, 0xc475_3d31_834d_a409, 0xecef_76bb_60e6_f8da,
        0xb6b6_3fbe_b371_0b5e,
      ],
      [
        0x4a3b_46e4_c463_30c6, 0x1edb_14ee_9731_03cb, 0x82ac_31b5_cfd9_b725, 0xbaa1_4531_4d88_b5c1,
        0xced9_5922_c6f6_fdcf, 0xdba6_a91b_0fb3_ecc1, 0x3d47_9c00_83bc_99e8, 0x4935_d877_9f92_155c,
        0xb375_363b_0f72_4142, 0x2a84_9a0a_4d33_28bb, 0x13d9_3848_67b9_e73d, 0x692a_97c3_7306_99c7,
        0x1110_586b_1ba6_aaf7, 0x8b49_b5c4_2008_a6b4, 0xb099_f56d_ed71_4e73, 0xe472_0280_1ea2_edee,
        0x90a3_d0c6_c4cd_6616, 0x69e2_7ce6_f839_bffe, 0xd5f1_dacb_a40d_fa28, 0xcbc3_b820_7d22_ab3c,
        0xbcfe_bfe3_1140_ebcf, 0xc5ad_e4d2_7d90_7a6e, 0xa4c5_76fd_470a_bdac, 0x9a06_6300_04e2_434c,
        0xe5c9_1ffe_2e64_9403, 0x79e8_cde3_5d8a_01c3, 0xfe6e_6a2e_ac80_c265, 0x5a90_6723_692c_f576,
        0xef00_4a00_e60d_b421, 0xa15e_e201_51bb_95f6, 0x12cb_5e8a_4c7a_dace, 0x8017_2ad9_c0ed_3661,
        0x492c_31dc_6ad3_0a4d, 0x0ac7_6150_9dd5_95ef, 0x9349_f082_82fd_74d8, 0xd2dc_bdbb_42c1_cfdd,
        0xcc21_040c_1e9d_367b, 0x62b4_48f7_3d61_c8a4, 0x567e_f895_e846_cebd, 0x8238_e9fb_ccab_bb44,
      ]
    ),
    (
      [
        0xc705_d150_b09c_1f94, 0xa828_a2ba_98ac_9c61, 0x343d_aac9_fd05_0fdb,
        0xce65_de67_934a_ebad,
      ],
      [
        0x86cb_fd59_d51c_2b12, 0x2015_e74a_b836_e71f, 0x76c5_9d63_9932_24fb, 0x5dfd_3a31_1e5d_f341,
        0xeb16_54b9_61c0_5168, 0xb008_5df8_d912_7280, 0xc9ec_3f9c_1ce1_4534, 0x44ca_e5ab_ad7c_c428,
        0xaac5_4598_5ef4_a83d, 0xbdff_b30f_032c_c9aa, 0x8309_e673_3dde_f867, 0x84b6_2aa7_9a9d_e881,
        0x8ac5_790b_da00_6d61, 0x2d66_e838_3530_9543, 0x9a69_810f_00fa_ad5e, 0xfb52_e0c7_e238_7ac6,
        0xb7ed_afde_c400_2910, 0x18b3_feea_c49b_7e4e, 0x43a4_f031_4540_8ca5, 0x9dc5_1ffb_aca7_7d03,
        0xbb7a_d1a9_43a1_dace, 0xc418_41a0_2d67_ceea, 0xb880_33e5_005f_190e, 0x79a4_0a95_6ed7_d916,
        0xc58b_ad84_8a86_fee9, 0x3a31_1ee2_f4d9_e712, 0xe4b3_2160_ddf8_e17c, 0x723d_7ac4_1d24_96aa,
        0x96f9_6a92_d33b_c637, 0x724b_68f3_e1d9_69e7, 0x80ed_fd99_dfc0_ef39, 0x7924_f19f_4d8b_fb4e,
        0x4fd9_5612_6608_af2d, 0xf81e_b1b4_8999_3b23, 0x05d2_5141_91a3_8239, 0x819d_da6b_5dd8_eb2b,
        0xb31d_2eba_6604_1796, 0x196d_3972_d36f_36b9, 0x9ee7_893a_fecf_d4ee, 0x2359_a24a_67a8_e98b,
      ]
    ),
  ]

  @Test("the generator gives the published numbers", arguments: published)
  func vectors(seed: [UInt64], numbers: [UInt64]) {
    var stream = RandomStream(addend: seed[0], linear: seed[1], first: seed[2], second: seed[3])
    #expect(numbers.map { _ in stream.next() } == numbers)
  }

  @Test("an even addend becomes odd")
  func odd() {
    #expect(
      RandomStream(addend: 6, linear: 1, first: 2, second: 3)
        == RandomStream(addend: 7, linear: 1, first: 2, second: 3)
    )
  }

  @Test("a stream is 32 bytes")
  func size() {
    #expect(MemoryLayout<RandomStream>.stride == 32)
  }

  @Test("drawing from a stream, or making one, changes no other")
  func independence() {
    func stream(_ host: UInt64) -> RandomStream {
      RandomStream(
        seed: 7,
        replication: 3,
        entity: StableName("host").child(host),
        purpose: StableName("size")
      )
    }
    var alone = stream(1)
    let expected = (0..<100).map { _ in alone.next() }
    var again = stream(1)
    var others = (2..<50).map { stream($0) }
    for number in expected {
      for index in others.indices { _ = others[index].next() }
      #expect(again.next() == number)
    }
  }

  @Test("every part of the key changes the stream, and nothing else does")
  func keys() {
    var first: Set<UInt64> = []
    var made = 0
    for seed in [0, 1, 2, UInt64.max] {
      for replication in [0, 1, 2, UInt64.max] {
        for entity in ["", "a", "b", "ab"] {
          for purpose in ["", "a", "b", "ab"] {
            var stream = RandomStream(
              seed: seed,
              replication: replication,
              entity: StableName(entity),
              purpose: StableName(purpose)
            )
            first.insert(stream.next())
            made += 1
          }
        }
      }
    }
    #expect(first.count == made)
  }

  @Test("a key gives the same numbers in every version")
  func recorded() {
    var stream = RandomStream(
      seed: 1,
      replication: 2,
      entity: StableName("site", "host"),
      purpose: StableName("size")
    )
    #expect(
      (0..<3).map { _ in stream.next() } == [
        0x550f_3741_599e_1807, 0xcf91_f1d8_b301_d6e6, 0x2c85_90f6_eece_a214,
      ]
    )
  }

  @Test(
    "neighbouring seeds, replications, entities and purposes do not resemble each other",
    arguments: Statistics.seeds
  )
  func neighbours(seed: UInt64) {
    func numbers(_ seed: UInt64, _ replication: UInt64, _ entity: UInt64, _ purpose: UInt64)
      -> [Double]
    {
      var stream = RandomStream(
        seed: seed,
        replication: replication,
        entity: StableName.root.child(entity),
        purpose: StableName.root.child(purpose)
      )
      return (0..<10_000).map { _ in stream.uniform() }
    }
    let base = numbers(seed, 0, 0, 0)
    for near in 1...5 as ClosedRange<UInt64> {
      for other in [
        numbers(seed &+ near, 0, 0, 0), numbers(seed, near, 0, 0), numbers(seed, 0, near, 0),
        numbers(seed, 0, 0, near), numbers(seed ^ 1 << (near * 12), 0, 0, 0),
      ] {
        let likeness = Statistics.correlation(base, other)
        #expect(likeness.magnitude < 5, "seed \(seed), \(near) apart")
        let shifted = Statistics.correlation(Array(base.dropFirst()), Array(other.dropLast()))
        #expect(shifted.magnitude < 5, "seed \(seed), \(near) apart, shifted")
      }
    }
  }

  @Test(
    "the first numbers of many streams are as even as the numbers of one",
    arguments: Statistics.seeds
  )
  func firsts(seed: UInt64) {
    var cells = [Int](repeating: 0, count: 256)
    for entity in 0..<50_000 as Range<UInt64> {
      var stream = RandomStream(
        seed: seed,
        replication: 0,
        entity: StableName.root.child(entity),
        purpose: .root
      )
      cells[Int(stream.next() >> 56)] += 1
    }
    let expected = [Double](repeating: 50_000 / 256, count: 256)
    #expect(Statistics.chiSquare(cells, expected) < Statistics.limit, "seed \(seed)")
  }

  @Test("each of the 64 bits is set half the time", arguments: Statistics.seeds)
  func bits(seed: UInt64) {
    var stream = Statistics.stream(seed, "bits")
    var counts = [Int](repeating: 0, count: 64)
    for _ in 0..<20_000 {
      let word = stream.next()
      for bit in 0..<64 { counts[bit] += Int(word >> UInt64(bit) & 1) }
    }
    for count in counts {
      let normal = (Double(count) - 10_000) / 5_000.0.squareRoot()
      #expect(normal.magnitude < 5.5, "seed \(seed)")
    }
  }
}
