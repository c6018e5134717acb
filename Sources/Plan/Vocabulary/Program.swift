/// A program that the modelled world runs: its image, and its service where it has one.
public struct Program: Sendable {
  /// The file it is loaded from, in small letters.
  public let image: String
  /// The service it runs as; nil where it has none, or one whose name the administrator chooses.
  public let service: String?
  /// What it is.
  public let meaning: String

  private init(_ image: String, _ service: String?, _ meaning: String) {
    self.image = image
    self.service = service
    self.meaning = meaning
  }

  /// The programs whose names need not be explained to anybody.
  ///
  /// A defect may name others; one that is nearly one of these is probably misspelt.
  public static let all: [Program] = [
    Program("store.exe", "MSExchangeIS", "The Information Store."),
    Program("emsmta.exe", "MSExchangeMTA", "The message transfer agent."),
    Program("msexcimc.exe", "MSExchangeIMC", "The Internet Mail Service."),
    Program("mt.exe", "MSExchangeMSMI", "The Connector Interchange."),
    Program("dsamain.exe", "MSExchangeDS", "The directory service."),
    Program("mad.exe", "MSExchangeSA", "The System Attendant."),
    Program("dxa.exe", "MSExchangeDX", "The directory synchronisation agent."),
    Program("macgate.exe", "MSExchangeATMTA", "The Connector (AppleTalk) MTA."),
    Program("async.exe", nil, "A Connector (PC) MTA for LAN and asynchronous links."),
    Program("x25eicon.exe", nil, "A Connector (PC) MTA for X.25 links."),
    Program("external.exe", nil, "External, the transfer agent of MS Mail."),
    Program("inetinfo.exe", "SMTPSVC", "Internet Information Server, with its SMTP service."),
    Program("services.exe", nil, "The service controller and the services that live in it."),
    Program("winlogon.exe", nil, "Who logs users on; on NT 4.0 it serves the registry as well."),
    Program("regsvc.exe", "RemoteRegistry", "The Remote Registry Service of Windows 2000."),
    Program("lsass.exe", nil, "The local security authority."),
    Program("wins.exe", "WINS", "The Windows Internet Name Service."),
    Program("snmp.exe", "SNMP", "The SNMP agent."),
    Program("nmagent.exe", "NMAGENT", "The agent of Network Monitor."),
  ]

  /// The program of an image, whatever its capitals.
  public static func loaded(from image: String) -> Program? {
    all.first { $0.image == image.lowercased() }
  }

  /// The program of a service, whatever its capitals.
  public static func running(_ service: String) -> Program? {
    all.first { $0.service?.lowercased() == service.lowercased() }
  }
}
