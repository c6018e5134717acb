import Testing

/// What is said of `trigger`, `pools`, `effect` and `shows`.
@Suite("Diagnostics of triggers and effects")
struct EffectDiagnosticTests {
  @Test(
    "triggers",
    arguments: [
      """
      trigger: { event: store.logof }
      #                 ^^^^^^^^^^^ unknown-word
      """,
      """
      trigger: { event: store.logoff, when: { mechanism: ntlm } }
      #                                       ^^^^^^^^^ attribute-elsewhere
      """,
      """
      trigger: { event: pop3.logon, when: { mechanism: nltm } }
      #                                                ^^^^ unknown-word
      """,
      """
      trigger: { event: pop3.logon, when: { mechansim: ntlm } }
      #                                     ^^^^^^^^^ unknown-word
      """,
      """
      trigger: { event: pcmta.dispatch, when: { transit: yes } }
      #                                                  ^^^ unknown-word
      """,
      """
      trigger: { event: store.submit, when: { size: 21 } }
      #                                             ^^ unit-missing
      """,
      """
      trigger: { event: store.submit, when: { size: over 21 KB } }
      #                                             ^^^^^^^^^^ unit-unknown
      """,
      """
      trigger: { event: store.submit, when: { recipients: 2 KiB } }
      #                                                   ^^^^^ wrong-form
      """,
      """
      trigger: { event: store.submit, when: { recipients: 2..5 } }
      #                                                   ^^^^ wrong-form
      """,
      """
      trigger: { event: store.submit, when: { recipients: 5 to 2 } }
      #                                                   ^^^^^^ out-of-range
      """,
      """
      trigger: { event: store.submit, when: { recipients: under 0 } }
      #                                                   ^^^^^^^ out-of-range
      """,
      """
      trigger: { every: 1h, when: { recipients: 2 } }
      #                     ^^^^ key-out-of-place
      """,
      """
      trigger: { every: 1 }
      #                 ^ unit-missing
      """,
      """
      trigger: { event: store.logoff, after: 3 }
      #                                      ^ unit-missing
      """,
      """
      trigger: { event: store.logoff, probability: 0.1 }
      #                                            ^^^ unit-missing
      """,
      """
      trigger: { event: store.logoff, of: process }
      #                                   ^^^^^^^ key-out-of-place
      """,
      """
      trigger: { uptime: 30d }
      #                  ^^^ missing-key
      """,
      """
      trigger: { uptime: 30d, of: store.exe }
      #                           ^^^^^^^^^ level-scope
      """,
      """
      trigger:
        event: ims.connect
        when: { forwarding: true, peer: other, size: 1 B, recipients: 1, priority: urgent, trait: a,
          outcome: failed, direction: inbound, link: lan }
      #                    ^^^^^^^^^ attribute-elsewhere
      #                                        ^^^^ attribute-elsewhere
      #                                        ^^^^ too-many-tests
      """,
    ]
  )
  func triggers(marked: String) { MarkedArticle(marked).check() }

  @Test(
    "levels",
    arguments: [
      """
      trigger: { level: handles, of: host, above: 65535 }
      #                              ^^^^ level-scope
      """,
      """
      trigger: { level: private-bytes, of: store.exe, above: 90% }
      #                                    ^^^^^^^^^ level-scope
      """,
      """
      trigger: { level: private-bytes, of: host, above: 90 }
      #                                                 ^^ wrong-unit
      """,
      """
      trigger: { level: handles, of: store.exe, above: 90 KiB }
      #                                                ^^^^^^ wrong-unit
      """,
      """
      trigger: { level: handels, of: store.exe, above: 90 }
      #                 ^^^^^^^ unknown-resource
      """,
      """
      trigger: { level: handles, of: process }
      #                 ^^^^^^^ missing-key
      """,
      """
      trigger: { level: handles, above: 5 }
      #                 ^^^^^^^ missing-key
      """,
      """
      affects: [ { os: NT 4.0 } ]
      trigger: { level: handles, of: process, above: 5 }
      effect: [ { stop: process } ]
      #                 ^^^^^^^ process-missing
      """,
    ]
  )
  func levels(marked: String) { MarkedArticle(marked).check() }

  @Test(
    "what is taken",
    arguments: [
      """
      effect: [ { withhold: handles } ]
      #                     ^^^^^^^ nothing-to-withhold
      """,
      """
      effect: [ { leak: control-block, amount: 1 } ]
      #                 ^^^^^^^^^^^^^ unknown-resource
      """,
      """
      effect: [ { leak: private-bytes, amount: 2 } ]
      #                                        ^ wrong-unit
      """,
      """
      effect: [ { leak: handles, amount: { value: 2 KiB, source: text } } ]
      #                                           ^^^^^ wrong-unit
      """,
      """
      effect: [ { leak: handles, amount: 0 } ]
      #                                  ^ out-of-range
      """,
      """
      effect: [ { leak: private-bytes, amount: 1 KiB to 4 } ]
      #                                        ^^^^^^^^^^ unit-missing
      """,
      """
      effect: [ { leak: private-bytes, amount: { value: 1 KiB, taken: per-recipient } } ]
      #                                                               ^^^^^^^^^^^^^ event-without-measure
      """,
      """
      effect: [ { leak: handles, amount: 1, holder: sotre.exe } ]
      #                                             ^^^^^^^^^ unfamiliar-name
      """,
      """
      effect: [ { leak: handles, amount: 1, holder: registry-sever } ]
      #                                             ^^^^^^^^^^^^^^ unknown-word
      """,
      """
      effect: [ { leak: handles, amount: 1, until: restart } ]
      #                                            ^^^^^^^ key-out-of-place
      """,
      """
      effect: [ { leak: handles } ]
      #                 ^^^^^^^ missing-key
      """,
      """
      effect: [ { block: pop3 } ]
      #                  ^^^^ missing-key
      """,
      """
      effect: [ { grow: disk, each: 1s, until: restart } ]
      #                 ^^^^ missing-key
      """,
      """
      effect: [ { grow: disk, amount: 1 MiB, until: restart } ]
      #                 ^^^^ missing-key
      """,
      """
      effect: [ { grow: disk, amount: 1 MiB, each: 1s } ]
      #                 ^^^^ missing-key
      """,
      """
      effect: [ { leak: blocks, amount: 1 } ]
      #                 ^^^^^^ unknown-resource
      pools: { block: { per: host, capacity: 5, ladder: [ { at: 100%, does: hang } ] } }
      #        ^^^^^ unused-pool
      """,
      """
      pools: { handles: { per: host, capacity: 5, ladder: [ { at: 100%, does: hang } ] } }
      #        ^^^^^^^ pool-name
      """,
      """
      effect: [ { leak: blocks, amount: 1 } ]
      pools: { blocks: { per: key, capacity: 5, ladder: [ { at: 90%, does: slow }, { at: 90%, does: hang } ] } }
      #                                                                                  ^^^ ladder-order
      trigger: { event: registry.open }
      """,
      """
      trigger: { event: ims.convert }
      effect: [ { leak: blocks, amount: 1 } ]
      pools: { blocks: { per: key, capacity: 5, ladder: [ { at: 90%, does: slow } ] } }
      #                       ^^^ event-without-key
      """,
    ]
  )
  func amounts(marked: String) { MarkedArticle(marked).check() }
  @Test(
    "what is done",
    arguments: [
      """
      effect: [ { answer: same } ]
      #                   ^^^^ answer-without-decision
      """,
      """
      trigger: { decision: ims.expires }
      effect: [ { answer: same } ]
      #                   ^^^^ unknown-answer
      """,
      """
      trigger: { decision: ims.expires }
      effect: [ { answer: expires } ]
      #                   ^^^^^^^ sound-answer
      """,
      """
      trigger: { decision: ims.conversion-failure }
      effect: [ { answer: stop }, { answer: retry } ]
      #                                     ^^^^^ contradicting-answers
      """,
      """
      trigger: { decision: ims.expires }
      effect: [ { answer: nevr } ]
      #                   ^^^^ unknown-word
      """,
      """
      effect: [ { stop: process }, { log: { source: MSExchangeIS, id: 1 } } ]
      #                              ^^^ effect-after-stop
      """,
      """
      effect: [ { log: { source: MSExchangeIS, id: 70000 } } ]
      #                                            ^^^^^ out-of-range
      """,
      """
      effect: [ { strand: mta.queue, until: time-out } ]
      #                   ^^^^^^^^^ event-without-item
      """,
      """
      effect: [ { poison: process, survives: disk } ]
      #                   ^^^^^^^ event-without-item
      """,
      """
      effect: [ { latch: pop3 } ]
      #                  ^^^^ missing-key
      """,
      """
      trigger: { event: ims.convert }
      effect: [ { latch: ims.inbound, until: restart, for: key } ]
      #                                                    ^^^ event-without-key
      """,
      """
      effect: [ { block: pop4 } ]
      #                  ^^^^ unknown-word
      """,
      """
      effect: [ { block: pop3, workers: 1 KiB } ]
      #                                 ^^^^^ wrong-unit
      """,
      """
      effect: [ { distort: 'Memory\\Committed Bytes' } ]
      #                    ^^^^^^^^^^^^^^^^^^^^^^^^ missing-key
      """,
      """
      effect: [ { distort: 'Memory\\Comitted Bytes', share: 110% } ]
      #                    ^^^^^^^^^^^^^^^^^^^^^^^ unknown-counter
      """,
      """
      effect: [ { distort: 'Memory\\Committed Bytes', share: 110 } ]
      #                                                     ^^^ unit-missing
      """,
    ]
  )
  func actions(marked: String) { MarkedArticle(marked).check() }

  @Test(
    "signs",
    arguments: [
      """
      shows: [ { counter: 'Proces(store)\\Handle Count', is: rising } ]
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-counter
      """,
      """
      shows: [ { counter: 'Process(store)\\Handles', is: rising } ]
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^ unknown-counter
      """,
      """
      shows: [ { counter: 'Process\\Handle Count', is: rising } ]
      #                   ^^^^^^^^^^^^^^^^^^^^^^ wrong-form
      """,
      """
      shows: [ { counter: 'Memory(1)\\Commit Limit', is: rising } ]
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^ wrong-form
      """,
      """
      shows: [ { counter: 'HUB1\\Memory\\Commit Limit', is: rising } ]
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-form
      """,
      """
      shows: [ { counter: 'Process(sotre)\\Handle Count', is: rising } ]
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unfamiliar-name
      """,
      """
      shows: [ { counter: 'Memory\\Commit Limit', is: stopped } ]
      #                                              ^^^^^^^ key-out-of-place
      """,
      """
      shows: [ { counter: 'Memory\\Commit Limit' } ]
      #                   ^^^^^^^^^^^^^^^^^^^^^ missing-key
      """,
      """
      shows: [ { service: MSExchangeIS, is: rising } ]
      #                                     ^^^^^^ key-out-of-place
      """,
      """
      shows: [ { service: MSExchangIS, is: stopped } ]
      #                   ^^^^^^^^^^^ unfamiliar-name
      """,
      """
      shows: [ { connections: established } ]
      #                       ^^^^^^^^^^^ missing-key
      """,
      """
      shows: [ { hang: host, for-longer-than: 5m } ]
      #                                       ^^ key-out-of-place
      """,
    ]
  )
  func signs(marked: String) { MarkedArticle(marked).check() }
}
