/// An operating system: family, edition and service pack.
public struct OperatingSystem: Hashable, Sendable {
  /// What it is.
  public let family: Family
  /// Which edition.
  public let edition: Edition
  /// The place of its service pack in the family's list; 0 is the first release.
  public let servicePack: Int

  /// An operating system.
  public init(_ family: Family, _ edition: Edition, servicePack: Int) {
    precondition(
      family.servicePacks.indices.contains(servicePack),
      "There is no such service pack."
    )
    self.family = family
    self.edition = edition
    self.servicePack = servicePack
  }

  /// A family of operating systems, whose service packs follow one another.
  public enum Family: String, VocabularyWord {
    case windowsNT4 = "NT 4.0"
    case windows2000 = "Windows 2000"

    /// Its whole name.
    public var meaning: String {
      switch self {
      case .windowsNT4: "Windows NT 4.0."
      case .windows2000: "Windows 2000."
      }
    }

    /// Its service packs in order. They are ordinals: no file version tells them.
    public var servicePacks: [String] {
      switch self {
      case .windowsNT4: ["RTM", "SP1", "SP2", "SP3", "SP4", "SP5", "SP6", "SP6a"]
      case .windows2000: ["RTM", "SP1", "SP2", "SP3", "SP4"]
      }
    }

    /// Its editions, the one that is meant without saying first.
    public var editions: [Edition] {
      switch self {
      case .windowsNT4: [.server, .workstation, .terminalServer]
      case .windows2000: [.server, .professional, .advancedServer]
      }
    }

    /// Who serves the registry to remote callers.
    public var registryServerImage: String {
      switch self {
      case .windowsNT4: "winlogon.exe"
      case .windows2000: "regsvc.exe"
      }
    }
  }

  /// An edition of an operating system.
  public enum Edition: String, VocabularyWord {
    case server = "Server"
    case workstation = "Workstation"
    case terminalServer = "Terminal Server"
    case professional = "Professional"
    case advancedServer = "Advanced Server"

    /// What it is for.
    public var meaning: String {
      switch self {
      case .server: "For servers."
      case .workstation: "For workstations."
      case .terminalServer: "For servers whose users have their sessions there."
      case .professional: "For workstations."
      case .advancedServer: "For larger servers."
      }
    }
  }

  /// The name of its service pack, such as `SP4`, or `RTM`.
  public var servicePackName: String { family.servicePacks[servicePack] }
}

extension OperatingSystem: CustomStringConvertible {
  /// `NT 4.0 Server SP4`
  public var description: String {
    "\(family.rawValue) \(edition.rawValue) \(servicePackName)"
  }
}
