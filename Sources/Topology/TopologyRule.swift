public import Schema

/// What a topology can break beyond the form of its keys.
public enum TopologyRule {
  static let nameTwice = Rule(
    "name-twice",
    "A name is given once.",
    "Hosts, post offices and mail hosts are found by their names. A member of a group has its name as if"
      + " it stood there, and a connector's post office is a post office like the others."
  )
  static let unknownName = Rule(
    "unknown-name",
    "A name that is referred to is given somewhere.",
    "Names are compared letter by letter. The nearest names that there are stand below the message."
  )
  static let groupForOne = Rule(
    "group-for-one",
    "Where one thing is needed, no group is named.",
    "A group stands for all its members, as in `serves: [BR/PO###]`. Where one is needed, name a member:"
      + " BR/PO001."
  )
  static let groupForm = Rule(
    "group-form",
    "A group has a `count`, and a # for each digit in its name.",
    "`BR/PO###` with `count: 250` makes BR/PO001 to BR/PO250. The # stand side by side, and are as many as"
      + " the count has digits."
  )
  static let reservedNetwork = Rule(
    "reserved-network",
    "A network of MS Mail has none of the names that gateways use.",
    "MS Mail keeps some network names for its gateways, and no post office of such a network can be"
      + " connected (Q175978)."
  )
  static let hostNeeded = Rule(
    "host-needed",
    "An Exchange server runs on a host of its name.",
    "A server in `exchange` is found on the host of the same name in `hosts`."
  )
  static let notOnThisSystem = Rule(
    "not-on-this-system",
    "A product runs on the systems that it is made for."
  )
  static let hotfixElsewhere = Rule(
    "hotfix-elsewhere",
    "A hotfix fits the product that it is installed on.",
    "A hotfix replaces files of one product and branch. Installed elsewhere it changes nothing."
  )
  static let hotfixIncluded = Rule(
    "hotfix-included",
    "A hotfix is newer than the release that it is installed on.",
    "Where the release has the correction already, the hotfix changes nothing.",
    severity: .warning
  )
  static let routeVia = Rule(
    "route-via",
    "The post office that mail goes `via` is itself direct.",
    "An indirect post office is reached through one to which the sending one is direct: MS Mail keeps one"
      + " level of indirection (Q118561)."
  )
  static let routeToItself = Rule(
    "route-to-itself",
    "A post office has no route to itself."
  )
  static let routeLoop = Rule(
    "route-loop",
    "Following the routes, mail arrives.",
    "Each post office looks only at its own routes. Where they lead in a circle, a message goes round until"
      + " its hop count is exceeded and it is returned."
  )
  static let unreachable = Rule(
    "unreachable",
    "There is a way for each flow of mail.",
    "Each post office, server and connector on the way must know where the message goes next."
  )
  static let nobodyMoves = Rule(
    "nobody-moves",
    "Somebody moves the mail between two post offices.",
    "Post offices are shares that lie still. An instance of External or of the Connector (PC) MTA that"
      + " serves both of them must move mail from one to the other."
  )
  static let tooManyInstances = Rule(
    "too-many-instances",
    "A host runs at most seven instances of External.",
    "The eighth instance of the MS Mail MTA fails to start with error 2140 (Q131676, Q148354)."
  )
  static let connectionSum = Rule(
    "connection-sum",
    "Connections in and out are 1,000 together at most.",
    "The Internet Mail Service has at most 1,000 connections in both directions together."
  )
  static let shares = Rule(
    "shares",
    "The shares of a whole add up to 100%.",
    "Where a flow has several ends, each with its share, the shares are all of it."
  )
  static let unknownHours = Rule(
    "unknown-hours",
    "A profile of hours that is referred to exists.",
    "`office` and `always` are there already; others are given in `hours`."
  )
  static let emptyHours = Rule(
    "empty-hours",
    "A profile of hours is busy at some time."
  )
  static let conflictingKeys = Rule(
    "keys-do-not-fit",
    "Keys that stand together say one thing.",
    "Some keys mean something only beside another: `delivered` beside `mail`, `manner` beside `mail-host`."
  )
  static let afterTheEnd = Rule(
    "after-the-end",
    "What is to happen happens before the run ends.",
    severity: .warning
  )
  static let diskTooFull = Rule(
    "disk-too-full",
    "A disk has no more space free than it is large."
  )
  static let unknownCounter = Rule(
    "unknown-counter",
    "A counter that is named exists.",
    "The names are those of Performance Monitor. `mailroom explain counters` lists them."
  )
  static let counterNeverThere = Rule(
    "counter-never-there",
    "A counter that is looked at can have a value.",
    "A counter of a process that never runs, or of a service that is not there, has no value.",
    severity: .warning
  )
  static let gateShut = Rule(
    "gate-shut",
    "A defect that is to show can be in force.",
    "Whether a defect is in force follows from versions, service packs, roles and routes. The message says"
      + " which of them shuts its gate, and what would open it.",
    severity: .warning
  )
  static let triggerNever = Rule(
    "trigger-never",
    "What triggers a defect that is to show can happen.",
    severity: .warning
  )
  static let noMail = Rule(
    "no-mail",
    "What has users has mail.",
    severity: .warning
  )
  static let unusedRoute = Rule(
    "unused-route",
    "A route carries mail.",
    severity: .warning
  )
  static let unknownDefect = Rule(
    "unknown-defect",
    "A defect that is named is known."
  )
  static let contradiction = Rule(
    "contradiction",
    "Two defects that can be in force together do not answer one question differently."
  )
  static let defectFile = Rule(
    "defect-file",
    "A file of defects can be read."
  )
  static let unknownInstall = Rule(
    "unknown-install",
    "What is installed is a release or a hotfix of a product on the host."
  )
  static let unknownService = Rule(
    "unknown-service",
    "A service that is named runs on the host."
  )
  static let sweepKey = Rule(
    "sweep-key",
    "A key that varies stands in the file, and takes the values."
  )
  static let sweepRange = Rule(
    "sweep-range",
    "A range of values has a step that reaches its end."
  )
  static let memory = Rule(
    "memory",
    "The run fits into the memory that it is given.",
    "Everything that a run holds is counted before it begins. Where that is more than `run.memory`, less"
      + " volume, a shorter run or a coarser sample helps, or more memory."
  )
  static let tooLarge = Rule(
    "too-large",
    "A site has a size that can be simulated.",
    "There are at most 250,000 post offices and 50,000 hosts, members of groups counted each, and the"
      + " lists and routes that name groups come to four million entries at most."
  )
  static let needsRelease = Rule(
    "needs-release",
    "An option exists in the release that is installed."
  )

  /// All of them.
  public static let all: [Rule] = [
    nameTwice, unknownName, groupForOne, groupForm, reservedNetwork, hostNeeded, notOnThisSystem,
    hotfixElsewhere, hotfixIncluded, routeVia, routeToItself, routeLoop, unreachable, nobodyMoves,
    tooManyInstances, connectionSum, shares, unknownHours, emptyHours, conflictingKeys,
    afterTheEnd, diskTooFull, unknownCounter, counterNeverThere, gateShut, triggerNever, noMail,
    unusedRoute, unknownDefect, contradiction, defectFile, unknownInstall,
    unknownService, sweepKey,
    sweepRange, memory, tooLarge, needsRelease,
  ]
}
