import Testing
import Text

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "The digests are those of FIPS 180-4 and of RFC 6234",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(
          repeating: "0123456701234567012345670123456701234567012345670123456701234567",
          count: 10
        ),
        "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5"
      ),
    ]
  )
  func published(_ text: String, _ digest: String) {
    let hexadecimal = SHA256(Array(text.utf8)).bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(hexadecimal.joined() == digest)
  }

  @Test("In base 64 a digest has 43 letters and one sign for what is missing")
  func base64() {
    #expect(
      SHA256(Array("abc".utf8)).base64 == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
    )
    #expect(SHA256([]).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test("Another length of the same bytes is another digest, around each border of a block")
  func lengths() {
    let digests = (50...130).map { SHA256([UInt8](repeating: 0, count: $0)) }
    #expect(Set(digests).count == digests.count)
  }
}
