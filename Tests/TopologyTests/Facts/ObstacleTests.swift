import Testing

/// Whether a defect that is in force is said to be never set off.
@Suite("What keeps a trigger from happening")
struct ObstacleTests {
  @Test("transit mail sets Q260554 off only between post offices that are both indirect")
  func transit() {
    for (isFirstDirect, isSecondDirect) in [(false, false), (false, true), (true, true)] {
      func routes(_ other: String, _ isDirect: Bool) -> String {
        "HQ/S: direct, " + (isDirect ? "\(other): direct" : "others: via HQ/S")
      }
      let compiled = Compiled(
        """
        hosts: { HUB1: { os: Windows 2000 SP1 } }
        exchange:
          HUB1:
            version: 5.5 SP3
            msmail-connector: { post-office: HQ/S, instances: { P: { serves: [HQ/A, HQ/B] } } }
        post-offices:
          HQ/A: { mailboxes: 5, routes: { \(routes("HQ/B", isFirstDirect)) } }
          HQ/B: { mailboxes: 5, routes: { \(routes("HQ/A", isSecondDirect)) } }
        mail: { m: { from: HQ/A, to: HQ/B, volume: 1/day }, n: { from: HQ/B, to: HQ/A, volume: 1/day } }
        expect: [ { reproduces: Q260554 } ]
        """
      )
      let isKept = isFirstDirect || isSecondDirect
      #expect(compiled.plan != nil, "\(compiled.report)")
      #expect(compiled.codes.contains("trigger-never") == isKept, "\(compiled.report)")
    }
  }

  @Test(
    "failed logons by NTLM set Q214573 off, and nothing else of POP3 does",
    arguments: [
      ("ntlm", "1%", true), ("ntlm", "0.0000001%", true), ("ntlm", "0%", false),
      ("basic", "1%", false), ("basic", "0%", false),
    ]
  )
  func logons(mechanism: String, badPasswords: String, canHappen: Bool) {
    let compiled = Compiled(
      """
      hosts: { HUB1: { os: NT 4.0 SP3 } }
      exchange: { HUB1: { version: 5.0 SP2, mailboxes: 5 } }
      pop3: { R: { server: HUB1, users: 5, mechanism: \(mechanism), bad-passwords: \(badPasswords) } }
      mail: { m: { from: HUB1, to: HUB1, volume: 1/day } }
      expect: [ { reproduces: Q214573 } ]
      """
    )
    #expect(compiled.codes == (canHappen ? [] : ["trigger-never"]), "\(compiled.report)")
  }
}
