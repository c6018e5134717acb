/// What somebody holds for a moment, kept by the one who holds it. The ledger keeps only sums.
///
/// A lease ends once: given back, abandoned, or with the process that owned or held it. All zero bits
/// are a lease of nothing that has ended.
@frozen
public struct Lease: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let index: UInt32
  @usableFromInline let epoch: UInt32

  /// How much is held.
  public let amount: Int

  @inlinable
  init(index: UInt32, epoch: UInt32, amount: Int) {
    self.index = index
    self.epoch = epoch
    self.amount = amount
  }

  /// A lease of nothing that has ended.
  @inlinable public static var ended: Lease { Lease(index: 0, epoch: 0, amount: 0) }
}
