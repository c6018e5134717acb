import Kernel
import Schema

/// A topology as it is written: every block of the file, nothing looked up yet.
struct TopologyDocument: Record {
  static let name = "topology"
  static let summary =
    "A mail site: what there is, what mail it has, what happens to it, what is expected."

  let title: Written<String>
  let run: Written<RunEntry>
  let hours: Written<[Named<HoursEntry>]>
  let hosts: Written<[Named<HostEntry>]>
  let exchange: Written<[Named<ServerEntry>]>
  let connectors: Written<[Named<ConnectorEntry>]>
  let postOffices: Written<[Named<PostOfficeEntry>]>
  let external: Written<[Named<ExternalEntry>]>
  let internet: Written<[Named<DomainEntry>]>
  let mail: Written<[Named<FlowEntry>]>
  let pop3: Written<[Named<PopulationEntry>]>
  let administrators: Written<[Named<AdministratorEntry>]>
  let operators: Written<[Named<OperatorEntry>]>
  let changes: Written<[Named<ChangeEntry>]>
  let faults: Written<[Named<FaultEntry>]>
  let activities: Written<[Named<ActivityEntry>]>
  let defects: Written<[Named<OwnDefectText>]>
  let expect: Written<[Written<ExpectationEntry>]>
  let observe: Written<[Written<CounterPattern>]>
  let sweep: Written<SweepEntry>?

  init(_ keys: inout Keys) {
    title = keys.required(
      "title",
      .line,
      "What the topology is about, in one line.",
      example: "Two sites"
    )
    run = keys.required("run", .record(RunEntry.self), "How long the site is run, and how.")
    hours = keys.value(
      "hours",
      .named(.label, of: .record(HoursEntry.self)),
      default: [],
      "Profiles of hours by name. `office` and `always` are there already."
    )
    hosts = keys.value(
      "hosts",
      .named(.hostName, of: .record(HostEntry.self)),
      default: [],
      "The computers, by their NetBIOS names."
    )
    exchange = keys.value(
      "exchange",
      .named(.hostName, of: .record(ServerEntry.self)),
      default: [],
      "The Exchange servers, by the names of the hosts they run on."
    )
    connectors = keys.value(
      "connectors",
      .named(.label, of: .record(ConnectorEntry.self)),
      default: [],
      "What connects Exchange servers of different sites."
    )
    postOffices = keys.value(
      "post-offices",
      .named(.postOfficeName, of: .record(PostOfficeEntry.self)),
      default: [],
      "The MS Mail post offices, as NETWORK/POSTOFFICE."
    )
    external = keys.value(
      "external",
      .named(.label, of: .record(ExternalEntry.self)),
      default: [],
      "Instances of External.exe, which moves mail between post offices."
    )
    internet = keys.value(
      "internet",
      .named(.domainName, of: .record(DomainEntry.self)),
      default: [],
      "Domains of the Internet that mail goes to or comes from."
    )
    mail = keys.value(
      "mail",
      .named(.label, of: .record(FlowEntry.self)),
      default: [],
      "The flows of mail, by name."
    )
    pop3 = keys.value(
      "pop3",
      .named(.label, of: .record(PopulationEntry.self)),
      default: [],
      "People who read their mail by POP3."
    )
    administrators = keys.value(
      "administrators",
      .named(.label, of: .record(AdministratorEntry.self)),
      default: [],
      "Tools that administrators run again and again."
    )
    operators = keys.value(
      "operators",
      .named(.label, of: .record(OperatorEntry.self)),
      default: [],
      "What operators do regularly, or when they notice something."
    )
    changes = keys.value(
      "changes",
      .named(.label, of: .record(ChangeEntry.self)),
      default: [],
      "What is changed during the run: service packs, hotfixes, routes, services."
    )
    faults = keys.value(
      "faults",
      .named(.label, of: .record(FaultEntry.self)),
      default: [],
      "What fails, and when."
    )
    activities = keys.value(
      "activities",
      .named(.label, of: .record(ActivityEntry.self)),
      default: [],
      "What happens on hosts besides mail, for defects of your own."
    )
    defects = keys.value(
      "defects",
      .named(.defectID, of: .ownDefect),
      default: [],
      "Defects of your own, in the language of the articles."
    )
    expect = keys.value(
      "expect",
      .list(of: .record(ExpectationEntry.self)),
      default: [],
      "What you expect of the run; `mailroom run` says whether it holds."
    )
    observe = keys.value(
      "observe",
      .list(of: .counterPattern),
      default: [],
      "Counters to keep besides those that are kept anyway."
    )
    sweep = keys.optional(
      "sweep",
      .record(SweepEntry.self),
      "What varies in a sweep."
    )
  }
}
