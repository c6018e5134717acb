import Plan
import Schema

/// An amount that a defect takes: `{ value: 2 KiB, taken: per-recipient, source: assumed }`.
struct AmountText: Record {
  static let name = "amount"
  static let summary = "How much a defect takes, what that is multiplied with, where it comes from."

  let quantity: Written<Quantity>
  let measure: Written<Amount.Measure>
  let source: Written<Provenance>

  init(_ keys: inout Keys) {
    quantity = keys.required("value", .quantity, "How much: one number, or two to draw between.")
    measure = keys.value(
      "taken",
      .vocabulary,
      default: .once,
      source: .free,
      "What it is multiplied with."
    )
    source = keys.source()
  }

  private init(_ quantity: Quantity) {
    let place = Place(source: 0, 0..<0)
    self.quantity = Written(quantity, at: place)
    measure = Written(.once, at: place, isDefault: true)
    source = Written(.assumed, at: place, isDefault: true)
  }

  /// The quantity alone, which is then our own choice, or all of it.
  static var shape: Shape<AmountText> {
    .either(
      Shape<Quantity>.quantity.map(back: { $0.quantity.value }) { AmountText($0) },
      .record(AmountText.self)
    )
  }

  /// As a defect has it.
  var amount: Amount { Amount(quantity.value.range, measure.value, source.value) }
}
