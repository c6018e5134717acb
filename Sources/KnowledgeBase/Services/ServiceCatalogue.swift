import Kernel
public import Plan

/// The services that the simulator knows. Dependencies are documented (Q143380); how long a start takes
/// and what a sound process holds is assumed.
public enum ServiceCatalogue {
  /// The name under which reports list what is assumed here.
  public static let assumption = Assumption(
    name: "what a sound process holds",
    value: "a table of handles, threads and private bytes, fluctuating by 3%",
    reason: "without a baseline no counter could be told to rise",
    provenance: .assumed
  )

  /// What runs on every host of a family.
  public static func system(_ family: OperatingSystem.Family) -> [ServiceDescription] {
    let shared = [
      ServiceDescription(
        "winlogon.exe",
        nil,
        "Winlogon",
        handles: 60,
        threads: 12,
        privateKilobytes: 3_200,
        endsWithHost: true
      ),
      ServiceDescription(
        "services.exe",
        nil,
        "Services and Controller",
        handles: 260,
        threads: 30,
        privateKilobytes: 3_600,
        endsWithHost: true
      ),
      ServiceDescription(
        "lsass.exe",
        nil,
        "Local Security Authority",
        handles: 110,
        threads: 14,
        privateKilobytes: 2_400,
        endsWithHost: true
      ),
    ]
    return switch family {
    case .windowsNT4: shared
    case .windows2000:
      shared + [
        ServiceDescription(
          "regsvc.exe",
          "RemoteRegistry",
          "Remote Registry Service",
          handles: 30,
          threads: 3,
          privateKilobytes: 900
        )
      ]
    }
  }

  /// What an installed component runs, by the component's name.
  public static let components: [(component: String, service: ServiceDescription)] = [
    (
      "SMTPSVC",
      ServiceDescription(
        "inetinfo.exe",
        "SMTPSVC",
        "SMTP Service of the Option Pack",
        startSeconds: 4,
        handles: 420,
        threads: 24,
        privateKilobytes: 6_400
      )
    ),
    (
      "SNMP",
      ServiceDescription(
        "snmp.exe",
        "SNMP",
        "SNMP Service",
        startSeconds: 2,
        handles: 120,
        threads: 6,
        privateKilobytes: 1_800
      )
    ),
    (
      "WINS",
      ServiceDescription(
        "wins.exe",
        "WINS",
        "Windows Internet Name Service",
        startSeconds: 3,
        handles: 150,
        threads: 12,
        privateKilobytes: 4_800
      )
    ),
  ]

  /// The services of every Exchange server, in the order of their start.
  public static let exchange: [ServiceDescription] = [
    ServiceDescription(
      "mad.exe",
      "MSExchangeSA",
      "System Attendant",
      startSeconds: 5,
      handles: 230,
      threads: 18,
      privateKilobytes: 5_200
    ),
    ServiceDescription(
      "dsamain.exe",
      "MSExchangeDS",
      "Directory Service",
      dependsOn: ["MSExchangeSA"],
      startSeconds: 15,
      handles: 320,
      threads: 40,
      privateKilobytes: 18_000
    ),
    ServiceDescription(
      "store.exe",
      "MSExchangeIS",
      "Information Store",
      dependsOn: ["MSExchangeDS"],
      startSeconds: 30,
      handles: 680,
      threads: 70,
      privateKilobytes: 24_000
    ),
    ServiceDescription(
      "emsmta.exe",
      "MSExchangeMTA",
      "Message Transfer Agent",
      dependsOn: ["MSExchangeDS"],
      startSeconds: 20,
      handles: 360,
      threads: 60,
      privateKilobytes: 12_000
    ),
  ]

  /// The Connector Interchange.
  public static let interchange = ServiceDescription(
    "mt.exe",
    "MSExchangeMSMI",
    "MS Mail Connector Interchange",
    dependsOn: ["MSExchangeDS"],
    startSeconds: 8,
    handles: 140,
    threads: 7,
    privateKilobytes: 4_200
  )

  /// An instance of the Connector (PC) MTA; its service has a name that is chosen.
  public static let connectorAgent = ServiceDescription(
    "async.exe",
    nil,
    "MS Mail Connector (PC) MTA",
    startSeconds: 3,
    handles: 70,
    threads: 5,
    privateKilobytes: 2_100
  )

  /// The Internet Mail Service.
  public static let internetMail = ServiceDescription(
    "msexcimc.exe",
    "MSExchangeIMC",
    "Internet Mail Service",
    dependsOn: ["MSExchangeIS", "MSExchangeMTA"],
    startSeconds: 12,
    handles: 330,
    threads: 32,
    privateKilobytes: 8_400
  )

  /// An instance of External.exe.
  public static let external = ServiceDescription(
    "external.exe",
    nil,
    "MS Mail External",
    startSeconds: 3,
    handles: 45,
    threads: 2,
    privateKilobytes: 1_100
  )

  /// A process of which nothing else is known.
  public static func other(_ image: String) -> ServiceDescription {
    ServiceDescription(image, nil, image, handles: 80, threads: 4, privateKilobytes: 2_000)
  }
}
