import Plan
import Schema

/// A fixed number of pieces that a defect brings with it.
struct PoolText: Record {
  static let name = "pool"
  static let summary = "A fixed number of pieces of something, which a defect brings with it."

  let per: Written<PoolScope>
  let capacity: Written<Sourced<Int>>
  let ladder: Written<[Written<RungText>]>

  init(_ keys: inout Keys) {
    per = keys.required("per", .vocabulary, "What has such a pool each.")
    capacity = keys.required(
      "capacity",
      SourcedText<CapacityContent>.shape,
      "How many pieces it has.",
      example: "{ value: 245, source: text }"
    )
    ladder = keys.required(
      "ladder",
      .list(of: .record(RungText.self), atLeast: 1),
      "What happens as it empties, from the lowest level to the highest.",
      example: "[{ at: 100%, does: hang }]"
    )
  }
}

/// A step of a ladder.
struct RungText: Record {
  static let name = "rung"
  static let summary = "A level of what is taken, and what happens from there on."

  let level: Written<Int>
  let symptom: Written<Symptom>

  init(_ keys: inout Keys) {
    level = keys.required("at", .rungLevel, "How much of the capacity is taken.")
    symptom = keys.required("does", .vocabulary, "What happens.")
  }
}
