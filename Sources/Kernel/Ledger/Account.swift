/// The name of one account of a ledger: who takes what, for whom, and why.
///
/// It is good from `Ledger.open` to `Ledger.close`, through all stops and reboots between them. All
/// zero bits are no account.
@frozen
public struct Account: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let index: UInt32
  @usableFromInline let generation: UInt32

  @inlinable
  init(index: UInt32, generation: UInt32) {
    self.index = index
    self.generation = generation
  }
}

extension Account {
  /// What sets one account apart from all others.
  @frozen
  public struct Terms: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let rawResource: UInt32
    @usableFromInline let rawSite: UInt32
    @usableFromInline let rawHolder: UInt32
    @usableFromInline let rawOwner: UInt32
    /// One more than the key's number, 0 without a key; the same for the pool.
    @usableFromInline let rawKey: UInt32
    @usableFromInline let rawPool: UInt32

    /// `site` takes `resource`: `holder`'s counter rises, `owner`'s stop frees it (the holder itself,
    /// if no other is named), and it counts against `key`'s slot and against `pool`, if there are any.
    @inlinable
    public init(
      _ resource: Ledger.Resource,
      by site: Ledger.Site,
      holder: Ledger.Process,
      owner: Ledger.Process? = nil,
      key: Ledger.Key? = nil,
      pool: Ledger.Pool? = nil
    ) {
      rawResource = UInt32(resource.index)
      rawSite = UInt32(site.index)
      rawHolder = UInt32(holder.index)
      rawOwner = UInt32((owner ?? holder).index)
      rawKey = Ledger.raw(key)
      rawPool = pool.map { UInt32($0.index) + 1 } ?? 0
    }

    /// What is taken.
    @inlinable public var resource: Ledger.Resource { Ledger.Resource(Int(rawResource)) }

    /// What takes it.
    @inlinable public var site: Ledger.Site { Ledger.Site(Int(rawSite)) }

    /// Whose counter rises.
    @inlinable public var holder: Ledger.Process { Ledger.Process(Int(rawHolder)) }

    /// Whose stop frees it.
    @inlinable public var owner: Ledger.Process { Ledger.Process(Int(rawOwner)) }

    /// The slot that it counts against.
    @inlinable public var key: Ledger.Key? {
      rawKey == 0 ? nil : Ledger.Key(Int(rawKey) - 1)
    }

    /// The pool from which it is taken.
    @inlinable public var pool: Ledger.Pool? {
      rawPool == 0 ? nil : Ledger.Pool(Int(rawPool) - 1)
    }

    /// The same on every machine and in every run.
    var hash: UInt32 {
      var hash = mixed(UInt64(rawResource) << 32 | UInt64(rawSite))
      hash = mixed(hash ^ (UInt64(rawHolder) << 32 | UInt64(rawOwner)))
      hash = mixed(hash ^ (UInt64(rawKey) << 32 | UInt64(rawPool)))
      return UInt32(truncatingIfNeeded: hash >> 32)
    }
  }
}

/// A word whose every bit hangs on every bit of `word`: the finisher of SplitMix64.
func mixed(_ word: UInt64) -> UInt64 {
  var word = word &+ 0x9E37_79B9_7F4A_7C15
  word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
  word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
  return word ^ (word >> 31)
}
