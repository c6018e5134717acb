/// An object of Performance Monitor: where it is there, what its instances are, what it counts.
public struct CounterObject: Sendable {
  /// Its name.
  public let name: String
  /// What its instances are.
  public let instances: Instances
  /// The image of the service without which it is not there; nil for the system's own.
  public let image: String?
  /// Its counters.
  public let counters: [Counter]

  /// What the instances of an object are.
  public enum Instances: Hashable, Sendable {
    /// It has none.
    case none
    /// Processes, by their image without `.exe`.
    case processes
    /// Connections of the message transfer agent, by the neighbour's name.
    case connections
    /// Instances of the Connector (PC) MTA, by their names.
    case connectorInstances
    /// Disks, by their letters.
    case disks
    /// Post offices, by their names.
    case postOffices
  }

  /// A counter of an object.
  public struct Counter: Sendable {
    /// Its name.
    public let name: String
    /// What it counts.
    public let meaning: String
    /// How its value comes about.
    public let kind: Kind

    /// How the value of a counter comes about.
    public enum Kind: Hashable, Sendable {
      /// What is the case at the moment.
      case level
      /// How much there was since the start.
      case total
      /// How much there is in a second.
      case rate
    }

    init(_ name: String, _ kind: Kind, _ meaning: String) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
    }
  }

  init(_ name: String, _ instances: Instances, image: String?, _ counters: [Counter]) {
    self.name = name
    self.instances = instances
    self.image = image
    self.counters = counters
  }

  /// The object and the counter that a path names, whatever its host and instance.
  public static func find(_ path: CounterPath) -> (object: CounterObject, counter: Counter)? {
    guard let object = named(path.object),
      let counter = object.counters.first(where: { isSame($0.name, path.counter) })
    else { return nil }
    return (object, counter)
  }

  /// The object of a name.
  public static func named(_ name: String) -> CounterObject? {
    all.first { isSame($0.name, name) }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }
}
