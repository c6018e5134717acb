/// A topology that has something of everything and about which nothing is to be said.
enum WholeSite {
  static let text = #"""
    title: Everything
    run: { duration: 5d, seed: 7, sample: 5m }
    hours:
      shift: { monday-to-friday: 10 pm to 6 am, saturday: 9 am to 1 pm, rest: 2% }
    hosts:
      HUB1: { os: Windows 2000 Server SP1, memory: 256 MiB, disks: { C: { size: 4 GiB }, D: { size: 8 GiB } } }
      HUB2: { os: NT 4.0 Server SP5, installed: [SNMP] }
      HUB3: { os: NT 4.0 Server SP3, installed: [SMTPSVC] }
      MTA1: { os: NT 4.0 Workstation SP4 }
      WS##: { os: NT 4.0 Workstation SP4, count: 12 }
    exchange:
      HUB1:
        version: 5.5 SP3
        mailboxes: 150
        disk: D
        msmail-connector:
          post-office: HQ/SHADOW
          instances: { PCMTA-LAN: { serves: [HQ/SALES, HQ/PLANT, BR/PO##] } }
      HUB2:
        version: 5.5 SP1
        mailboxes: 80
        internet-mail: { domain: example.com, reroute: { example.org: HUB2, '#example.net': inbound } }
      HUB3: { version: 5.0 SP2, site: BRANCH, mailboxes: 40 }
    connectors:
      HUB1-HUB3: { between: [HUB1, HUB3], kind: x400, cost: 3, bandwidth: 64 kbit/s }
    post-offices:
      HQ/SALES: { mailboxes: 200, host: MTA1, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }
      HQ/PLANT: { mailboxes: 120, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }
      BR/PO##: { mailboxes: 12, count: 30, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }
    external:
      EXT1: { host: MTA1, serves: [HQ/SALES, HQ/PLANT], does: dispatch, cycle: 2m }
    internet:
      example.net: { hosts: { mx1.example.net: { preference: 10 }, mx2.example.net: { preference: 5 } } }
      example.org: { hosts: { mx.example.org: { server: HUB2, manner: sound } } }
    mail:
      sales-out: { from: HQ/SALES, to: { HQ/PLANT: 70%, HUB1: 30% }, volume: 400/day, hours: office }
      branches: { from: BR/PO##, to: { BR/PO##: 50%, HUB3: 50% }, volume: 8/mailbox/day, hours: shift }
      out: { from: { HUB1: 60%, HUB3: 40% }, to: example.net, volume: 900/day, priority: urgent }
      in: { from: example.net, to: { HUB1: 90%, HQ/PLANT: 10% }, volume: 800/day, recipients: 3 }
      through: { from: example.net, to: example.org, volume: 20/day, traits: { binhex: 1% } }
      local: { from: HUB2, to: HUB2, volume: 100/day, size: { median: 6 KiB, p95: 80 KiB } }
    pop3:
      ROAD: { server: HUB2, users: 30, mechanism: ntlm, bad-passwords: 2% }
    administrators:
      NOC: { tool: srvinfo, against: [HUB1, WS##], every: 15m }
    operators:
      NIGHT: { when: { stopped: MSExchangeIMC }, host: HUB2, does: [ { restart: MSExchangeIMC } ] }
      WEEKLY: { every: 7d, first: 2d, does: [ { reboot: HUB1 } ] }
    changes:
      pack: { at: 3d, host: HUB2, does: [ { install: 5.5 SP4 }, { restart: MSExchangeIS } ] }
      detour: { at: 4d, does: [ { route: HQ/SALES, routes: { HQ/PLANT: direct, others: via HQ/PLANT } } ] }
    faults:
      silent: { mail-host: mx1.example.net, manner: silent, from: 1d, for: 6h, share: 30% }
      full: { disk: 'HUB1\D', free: 2 MiB, from: 2d }
      line: { connector: HUB1-HUB3, from: 1d, for: 1h }
    activities:
      backup: { host: HUB1, process: mad.exe, rate: 1/day, hours: shift }
      scan: { host: WS03, process: scan.exe, rate: 4/day }
    expect:
      - { counter: 'HUB1\Process(async)\Private Bytes', is: rising, at-least: 1 MiB/day }
      - { counter: 'HUB1\Process(mt)\Private Bytes', is: level }
      - { reproduces: Q260554 }
      - { not: Q214573, from: 1d, until: 2d }
      - { mail: out, delivered: 99%, within: 1h }
      - { service: 'HUB2\MSExchangeIMC', state: running, at: 2d }
      - { event: { host: HUB1, source: MSExchangeMTA, id: 9156 }, logged: false }
    observe: ['HUB1\Process(*)\Handle Count', '*\Memory\Available Bytes']
    sweep:
      vary: { mail.sales-out.volume: 100..800 x2, exchange.HUB1.version: [5.5 SP3, 5.5 SP4] }
      replications: 3
    """#
}
