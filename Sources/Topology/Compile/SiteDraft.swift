import KnowledgeBase
import Plan
import Schema

/// A site while it is compiled: the lists grow, and names find their places in them.
///
/// Each stage adds what its blocks of the document say and reports what is wrong with them; what it
/// needs of others is found by name.
struct SiteDraft {
  let document: TopologyDocument
  let reading: Reading

  var hostNames = NameIndex<HostID>("host")
  var hosts: [HostDraft] = []
  var disks: [DiskPlan] = []
  var processes: [ProcessPlan] = []

  var postOfficeNames = NameIndex<PostOfficeID>("post office")
  var postOffices: [PostOfficePlan] = []
  /// The entries of post offices as they were written, and for each post office the place of its own.
  var postOfficeTexts: [PostOfficeText] = []
  var postOfficeEntry: [Int] = []
  /// How many members the groups have that lists name.
  var entryCount = 0
  var movers: [MoverPlan] = []

  var servers: [ServerPlan] = []
  /// Their names in small letters.
  var serverNames: Set<String> = []
  /// For each server the place of its entry in the document.
  var serverEntry: [Int] = []
  /// The server of a host.
  var serverOfHost: [Int: ServerID] = [:]
  var connectorNames = NameIndex<ConnectorID>("connector")
  var connectors: [ConnectorPlan] = []

  var domainNames = NameIndex<DomainID>("domain")
  var domains: [DomainPlan] = []
  var mailHostNames = NameIndex<MailHostID>("mail host")
  var mailHosts: [MailHostPlan] = []

  var hourNumbers: [String: Int] = [:]
  var hours: [HoursPlan] = []
  var flows: [FlowPlan] = []
  var flowNames: Set<String> = []
  var populations: [PopulationPlan] = []
  var administrations: [AdministrationPlan] = []
  var activities: [ActivityPlan] = []
  var script: [ScriptedAction] = []

  init(_ document: TopologyDocument, _ reading: Reading) {
    self.document = document
    self.reading = reading
  }

  /// Reports an error or a warning.
  func report(
    _ rule: Rule,
    at place: Place,
    _ message: String,
    label: String = "",
    related: [Diagnostic.Related] = [],
    notes: [String] = [],
    fixes: [String] = []
  ) {
    reading.report(
      rule,
      at: place,
      message,
      label: label,
      related: related,
      notes: notes,
      fixes: fixes
    )
  }
}

/// A host while it is compiled.
struct HostDraft {
  let name: Written<String>
  let entry: HostEntry
  var installation: Installation
  var disks: [DiskID] = []
  var processes: [ProcessID] = []
  /// Its processes by their files, the first of each, and by their services in small letters.
  var processOfImage: [String: ProcessID] = [:]
  var processOfService: [String: ProcessID] = [:]
  /// The names of its instances of the Connector (PC) MTA and of External.
  var moverNames: [String] = []
  /// The Exchange that is installed on it.
  var exchange: Installation?
  /// The file versions of other products: External, and what `files` says.
  var files: [(file: String, version: FileVersion)] = []
  /// How things are set up.
  var options: [(option: OptionKind, value: Int64)] = []
  /// Hotfixes that are installed, whether or not their files are known.
  var hotfixes: [String] = []

  /// The version of a file: what the user gives comes before what the products bring.
  func version(of file: String) -> FileVersion? {
    files.last { $0.file == file }?.version ?? exchange?.version(of: file)
      ?? installation.version(of: file)
  }
}
