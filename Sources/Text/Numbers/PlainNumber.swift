/// A number in the fewest digits that tell it from every other: `12`, `0.25`, `1e+30`.
public func plainNumber(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
