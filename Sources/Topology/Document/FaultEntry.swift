import Kernel
import Plan
import Schema

/// Something that fails.
struct FaultEntry: Record {
  static let name = "fault"
  static let summary = "Something that fails, from a time on, for a while or until the end."

  let target: Written<Target>
  let manner: Written<MailHostManner>?
  let free: Written<Int>?
  let from: Written<Moment>
  let lasting: Written<Interval>?
  let share: Written<Share>

  /// What fails.
  enum Target: Sendable {
    case mailHost(String)
    case postOffice(String)
    case connector(String)
    case disk(String)
    case service(String)
    case host(String)
  }

  init(_ keys: inout Keys) {
    target = keys.oneOf([
      Alternative(
        "mail-host",
        Shape<String>.domainName,
        "A mail host of the Internet takes another `manner`.",
        example: "mx1.example.net"
      ) { .mailHost($0.value) },
      Alternative(
        "post-office",
        Shape<String>.postOfficeName,
        "A post office's share cannot be opened.",
        example: "HQ/SALES"
      ) { .postOffice($0.value) },
      Alternative(
        "connector",
        Shape<String>.label,
        "A connector passes nothing.",
        example: "HUB1-HUB2"
      ) { .connector($0.value) },
      Alternative(
        "disk",
        Shape<String>.diskPath,
        "A disk has only so much `free` any more.",
        example: "'HUB1\\C'"
      ) { .disk($0.value) },
      Alternative(
        "service",
        Shape<String>.servicePath,
        "A service ends unexpectedly.",
        example: "'HUB1\\MSExchangeIMC'"
      ) { .service($0.value) },
      Alternative(
        "host",
        Shape<String>.hostName,
        "A host is off.",
        example: "HUB1"
      ) { .host($0.value) },
    ])
    manner = keys.optional(
      "manner",
      .vocabulary(MailHostManner.self),
      "How the mail host then behaves.",
      example: "silent"
    )
    free = keys.optional("free", .size, "What the disk then has left.", example: "2 MiB")
    from = keys.value(
      "from",
      .moment,
      default: .afterStart(.zero),
      "From when; without it from the start."
    )
    lasting = keys.optional(
      "for",
      .duration.within(.seconds(1) ... .days(3_660)),
      "For how long; without it until the end.",
      example: "6h"
    )
    share = keys.value(
      "share",
      .share,
      default: Share(billionths: 1_000_000_000),
      "Of what share of its uses; for mail hosts and post offices."
    )
  }
}
