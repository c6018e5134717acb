extension Ledger {
  /// What is taken: bytes, handles, slots. The layer above numbers its resources from 0.
  @frozen
  public struct Resource: Hashable, Sendable, BitwiseCopyable {
    /// The resource's number.
    public let index: Int

    /// The resource numbered `index`, from 0 to below the ledger's capacity.
    @inlinable
    public init(_ index: Int) {
      self.index = index
    }
  }

  /// The piece of code, behaviour or fault that takes. The layer above numbers its sites from 0.
  @frozen
  public struct Site: Hashable, Sendable, BitwiseCopyable {
    /// The site's number.
    public let index: Int

    /// The site numbered `index`, from 0 to below the ledger's capacity.
    @inlinable
    public init(_ index: Int) {
      self.index = index
    }
  }

  /// A machine on which processes run. The ledger numbers its hosts from 0 in the order of `addHost`.
  @frozen
  public struct Host: Hashable, Sendable, BitwiseCopyable {
    /// The host's number.
    public let index: Int

    /// The host that `addHost` made when there were `index` others.
    @inlinable
    public init(_ index: Int) {
      self.index = index
    }
  }

  /// What holds, owns and can stop. The ledger numbers its processes from 0 in the order of
  /// `addProcess`.
  ///
  /// Whatever else holds and owns is a process too: a disk is one that outlasts reboots.
  @frozen
  public struct Process: Hashable, Sendable, BitwiseCopyable {
    /// The process's number.
    public let index: Int

    /// The process that `addProcess` made when there were `index` others.
    @inlinable
    public init(_ index: Int) {
      self.index = index
    }
  }

  /// A stock of fixed size from which any account may be made to draw, whoever holds it. The ledger
  /// numbers its pools from 0 in the order of `addPool`.
  @frozen
  public struct Pool: Hashable, Sendable, BitwiseCopyable {
    /// The pool's number.
    public let index: Int

    /// The pool that `addPool` made when there were `index` others.
    @inlinable
    public init(_ index: Int) {
      self.index = index
    }
  }

  /// What a holder tells its leases of one resource apart by: a destination, a neighbour, a link. The
  /// layer above numbers its keys from 0.
  @frozen
  public struct Key: Hashable, Sendable, BitwiseCopyable {
    /// The key's number.
    public let index: Int

    /// The key numbered `index`, from 0 to below 4,294,967,295.
    @inlinable
    public init(_ index: Int) {
      self.index = index
    }
  }
}
