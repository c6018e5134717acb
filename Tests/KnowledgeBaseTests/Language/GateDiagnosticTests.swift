import Testing

/// What is said of `affects`, `needs` and `fixed`.
@Suite("Diagnostics of gates")
struct GateDiagnosticTests {
  @Test(
    "versions",
    arguments: [
      """
      affects: [ { component: store.exe, from: 5.0.1457, below: 5.5.2653 } ]
      #                                                         ^^^^^^^^ version-range
      """,
      """
      affects: [ { component: store.exe, from: 5.5.2653, below: 5.5.2653 } ]
      #                                                         ^^^^^^^^ version-range
      """,
      """
      affects: [ { component: store.exe, below: 5.5.0 } ]
      #                                         ^^^^^ version-range
      """,
      """
      affects: [ { component: store.exe } ]
      #                       ^^^^^^^^^ version-range
      """,
      """
      affects: [ { component: store.exe, from: SP3 } ]
      #                                        ^^^ version-range
      """,
      """
      affects: [ { component: store.exe, from: 5.5 } ]
      #                                        ^^^ wrong-form
      """,
      """
      affects: [ { component: Store.exe, from: 5.5.1960 } ]
      #                       ^^^^^^^^^ wrong-form
      """,
      """
      affects: [ { component: stroe.exe, from: 5.5.1960 } ]
      #                       ^^^^^^^^^ unfamiliar-name
      trigger: { event: store.logoff }
      """,
    ]
  )
  func versions(marked: String) { MarkedArticle(marked).check() }

  @Test(
    "operating systems",
    arguments: [
      """
      affects: [ { os: NT 4.0, below: SP9 } ]
      #                               ^^^ unknown-word
      """,
      """
      affects: [ { os: Windows 2000, from: SP6a } ]
      #                                    ^^^^ unknown-word
      """,
      """
      affects: [ { os: NT 4.0, from: SP4, below: SP4 } ]
      #                                          ^^^ version-range
      """,
      """
      affects: [ { os: NT 4.0, below: RTM } ]
      #                               ^^^ version-range
      """,
      """
      affects: [ { os: NT 4.0, below: 4.0.1381 } ]
      #                               ^^^^^^^^ version-range
      """,
      """
      affects: [ { os: NT 4.0 SP3 } ]
      #                ^^^^^^^^^^ wrong-form
      """,
      """
      affects: [ { os: NT 4 } ]
      #                ^^^^ unknown-word
      """,
      """
      affects: [ { os: NT 4.0 Professional } ]
      #                ^^^^^^^^^^^^^^^^^^^ unknown-word
      """,
    ]
  )
  func systems(marked: String) { MarkedArticle(marked).check() }

  @Test(
    "conditions",
    arguments: [
      """
      needs: [ { installed: SMTPSVC, below: SP4 } ]
      #                                     ^^^ key-out-of-place
      """,
      """
      needs: [ { option: rerouting, from: 5.5.0 } ]
      #                                   ^^^^^ key-out-of-place
      """,
      """
      needs: [ { hotfix: Q123456, is: 1 } ]
      #                               ^ key-out-of-place
      """,
      """
      needs: [ { option: protocol-logging, at-least: 4 } ]
      #                                              ^ out-of-range
      """,
      """
      needs: [ { option: protocol-logging, at-least: 0 } ]
      #                                              ^ out-of-range
      """,
      """
      needs: [ { option: rerouting, is: true } ]
      #                                 ^^^^ wrong-form
      """,
      """
      needs: [ { option: reruoting } ]
      #                  ^^^^^^^^^ unknown-word
      """,
      """
      needs: [ { platform: aplha } ]
      #                    ^^^^^ unknown-word
      """,
      """
      needs: [ { hotfix: 299444 } ]
      #                  ^^^^^^ wrong-form
      """,
      """
      needs: [ { os: Windows 2000, component: store.exe } ]
      #                            ^^^^^^^^^ conflicting-keys
      """,
      """
      affects: [ { os: NT 4.0, below: SP4 } ]
      #                ^^^^^^ gate-never-open
      needs: [ { os: Windows 2000 } ]
      """,
      """
      affects: [ { os: NT 4.0, and: [ { hotfix: Q123456 }, { without-hotfix: Q123456 } ] } ]
      #                ^^^^^^ gate-never-open
      """,
    ]
  )
  func conditions(marked: String) { MarkedArticle(marked).check() }

  @Test(
    "corrections and remedies",
    arguments: [
      """
      fixed: [ { file: store.exe, version: 5.5.2000 } ]
      #                                    ^^^^^^^^ fix-inside-range
      """,
      """
      fixed: [ { file: store.exe } ]
      #                ^^^^^^^^^ missing-key
      """,
      """
      fixed: [ { release: Exchange 5.5 } ]
      #                   ^^^^^^^^^^^^ wrong-form
      """,
      """
      fixed: [ { hotfix: Q123456, version: 5.5.2653 } ]
      #                                    ^^^^^^^^ key-out-of-place
      """,
      """
      frees: [ { stop: MSExchangeSI } ]
      #                ^^^^^^^^^^^^ unfamiliar-name
      """,
      """
      frees: [ { restart: sotre.exe, source: text } ]
      #                   ^^^^^^^^^ unfamiliar-name
      """,
      """
      frees: [ { reboot: hots } ]
      #                  ^^^^ unknown-word
      """,
      """
      frees: [ { remove: item, source: tekst } ]
      #                                ^^^^^ unknown-word
      """,
    ]
  )
  func corrections(marked: String) { MarkedArticle(marked).check() }
}
