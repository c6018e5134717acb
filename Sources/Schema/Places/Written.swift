/// A value and where it is written.
public struct Written<Value: Sendable>: Sendable {
  /// The value; a placeholder where the text gave none that could be read.
  public let value: Value
  /// Where it is written: a scalar's own text, or the key (in a list the first line) of a collection.
  /// For a default, the key of the entry around it.
  public let place: Place
  /// Whether nothing is written and this is what holds then.
  public let isDefault: Bool
  /// Whether it was read without an error. What is built on an unsound value would only repeat the
  /// complaint.
  public let isSound: Bool

  /// A value of a text.
  @inlinable
  public init(_ value: Value, at place: Place, isDefault: Bool = false, isSound: Bool = true) {
    self.value = value
    self.place = place
    self.isDefault = isDefault
    self.isSound = isSound
  }

  /// What `transform` makes of the value, written at the same place.
  @inlinable
  public func map<New: Sendable>(_ transform: (Value) -> New) -> Written<New> {
    Written<New>(transform(value), at: place, isDefault: isDefault, isSound: isSound)
  }
}

extension Written: Equatable where Value: Equatable {}
extension Written: Hashable where Value: Hashable {}

/// An entry of a mapping whose keys are names that the user gives.
public struct Named<Value: Sendable>: Sendable {
  /// The name, and where it stands.
  public let name: Written<String>
  /// What stands under it.
  public let value: Value
  /// Where that is: a scalar's own text, or the name of a collection.
  public let place: Place

  /// The value `value` under the name `name`.
  @inlinable
  public init(_ name: Written<String>, _ value: Value, at place: Place) {
    self.name = name
    self.value = value
    self.place = place
  }
}
