extension RandomStream {
  /// The stream of `entity` for one `purpose`, in one replication of a run with `seed`.
  ///
  /// Its state is SipHash-2-4 with the key (seed, replication) over both names and the index of the
  /// word. No other stream has a part in it: adding or dropping one changes no number of the rest.
  public init(seed: UInt64, replication: UInt64, entity: StableName, purpose: StableName) {
    func word(_ index: UInt8) -> UInt64 {
      var hash = SipHash(key: (seed, replication))
      hash.absorb(entity.bits)
      hash.absorb(purpose.bits)
      hash.absorb(index)
      return hash.finish()
    }
    let first = word(2)
    let second = word(3)
    self.init(
      addend: word(0),
      linear: word(1),
      first: first,
      // Both zero, one time in 2^128, would not move.
      second: first | second == 0 ? 1 : second
    )
  }
}
