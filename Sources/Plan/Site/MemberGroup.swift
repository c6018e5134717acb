/// Hosts or post offices that one entry describes, with `#` in their name for the digits of a number.
public struct MemberGroup: Hashable, Sendable {
  /// The name as it is written, such as `BR/SHOP##`.
  public let name: String
  /// The places of its members in the plan.
  public let members: Range<Int>

  /// A group.
  public init(name: String, members: Range<Int>) {
    self.name = name
    self.members = members
  }
}
