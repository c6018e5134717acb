public import Plan
public import Schema

extension ArticleBody {
  /// The defect that is described; nil where something is wrong with it, which is reported.
  public func defect(id: String, reading: Reading) -> Defect? {
    let before = reading.errorCount
    let check = DefectCheck(body: self, reading: reading)
    let gate = check.gate()
    let signs = check.signs()
    let remedies = check.remedies()
    check.reportUnusedPools()
    let fixes = check.fixes(of: gate)
    guard isSound, reading.errorCount == before, let trigger = check.trigger else { return nil }
    return Defect(
      id: id,
      title: title.value,
      gate: gate,
      trigger: trigger,
      effects: check.effects,
      pools: check.pools.map(\.pool),
      signs: signs,
      remedies: remedies,
      fixes: fixes
    )
  }
}

extension ArticleFile {
  /// The defect that is described; nil where something is wrong with it, which is reported.
  public func defect(reading: Reading) -> Defect? {
    let defect = body.defect(id: id.value, reading: reading)
    return id.isSound ? defect : nil
  }
}

/// A body on its way to a defect: each part is looked at where it was read without an error, so that
/// all that is wrong is said at once and nothing twice.
struct DefectCheck {
  let body: ArticleBody
  let reading: Reading
  private(set) var pools: [(name: Written<String>, pool: DefectPool)] = []
  private(set) var trigger: Trigger?
  private(set) var effects: [Effect] = []

  init(body: ArticleBody, reading: Reading) {
    self.body = body
    self.reading = reading
    pools = body.pools.value.compactMap(pool)
    trigger = body.trigger.isSound ? trigger(of: body.trigger.value) : nil
    effects = checkedEffects()
  }

  /// Reports something.
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

  /// Reports a key that says nothing beside another one.
  func refuse<Value>(_ written: Written<Value>?, _ key: String, beside: String, belongs: String) {
    guard let written else { return }
    report(
      .keyOutOfPlace,
      at: written.place,
      "`\(key)` says nothing beside `\(beside)`.",
      label: "has no effect here",
      notes: ["`\(key)` belongs to \(belongs)"]
    )
  }

  /// Reports a name that is nearly one that everybody knows.
  func familiar(_ name: Written<String>, among names: [String], _ noun: String) {
    guard name.isSound, !names.contains(name.value),
      let nearest = Words.nearest(to: name.value, among: names).first
    else { return }
    report(
      .unfamiliarName,
      at: name.place,
      "`\(name.value)` is no well-known \(noun).",
      label: "did you mean `\(nearest)`?",
      fixes: [nearest]
    )
  }

  /// Reports an image that is nearly one that everybody knows.
  func familiar(_ process: Written<ProcessReference>) {
    guard case .image(let file) = process.value else { return }
    familiar(process.map { _ in file }, among: Program.all.map(\.image), "program")
  }

  /// A resource of the world or a pool of the defect's; reports what is neither.
  func resource(_ name: Written<String>) -> ResourceReference? {
    if let kind = ResourceKind(rawValue: name.value) { return .kind(kind) }
    if body.pools.value.contains(where: { $0.name.value == name.value }) {
      return .pool(name.value)
    }
    let declared = body.pools.value.map(\.name.value)
    let nearest = Words.nearest(
      to: name.value,
      among: declared + ResourceKind.allCases.map(\.rawValue)
    )
    report(
      .unknownResource,
      at: name.place,
      "`\(name.value)` is neither a resource nor a pool that is declared here.",
      label: nearest.first.map { "did you mean `\($0)`?" } ?? "unknown resource",
      related: body.pools.value.filter { nearest.contains($0.name.value) }
        .map { .init($0.name.place, "declared here") },
      notes: nearest.isEmpty
        ? ["the resources are \(Words.list(ResourceKind.allCases.map(\.rawValue), "and"))"] : [],
      fixes: nearest
    )
    return nil
  }

  /// Whether the amount has a unit where one is needed; reports where not.
  func isInUnits(
    of resource: ResourceReference,
    _ quantity: Quantity,
    at place: Place
  ) -> Bool {
    let (name, needsBytes) =
      switch resource {
      case .kind(let kind): (kind.rawValue, kind.isBytes)
      case .pool(let name): (name, false)
      }
    if quantity.isBytes == needsBytes { return true }
    report(
      .wrongUnit,
      at: place,
      needsBytes
        ? "`\(name)` is counted in bytes, and `\(quantity.text)` has no unit."
        : "`\(name)` is counted in pieces, and `\(quantity.text)` is a size.",
      label: needsBytes ? "\(quantity.text) of what?" : "a size",
      fixes: needsBytes && quantity.range.count == 1
        ? ["\(quantity.text) KiB", "\(quantity.text) B"] : []
    )
    return false
  }
}
