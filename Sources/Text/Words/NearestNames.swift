/// The names that someone who wrote `word` may have meant, the likeliest first, at most three.
///
/// A name is near if one begins with the other (two characters at least) or if they are at most a
/// third of their length apart, counting each letter that is wrong, missing, too much or swapped with
/// its neighbour as one.
public func nearestNames(to word: String, among names: [String]) -> [String] {
  let letters = Array(word.utf8.map(lowercased))
  var near: [(distance: Int, name: String)] = []
  for name in names {
    let other = Array(name.utf8.map(lowercased))
    let shorter = min(letters.count, other.count)
    let longer = max(letters.count, other.count)
    if shorter >= 2, letters.prefix(shorter) == other.prefix(shorter) {
      near.append((longer == shorter ? 0 : 1, name))
      continue
    }
    // So many letters are missing at least; the distance of long texts takes long to find.
    let limit = min(max(1, longer / 3), other.count - 1)
    if longer - shorter > limit { continue }
    let distance = editDistance(letters, other)
    if distance <= limit { near.append((distance, name)) }
  }
  // The sort is stable, so names that are equally near stay in their own order.
  return near.sorted { $0.distance < $1.distance }.prefix(3).map(\.name)
}

/// How many letters must be changed, removed, added or swapped with a neighbour.
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var twoAbove: [Int] = []
  var above = Array(0...right.count)
  for row in left.indices {
    var line = [row + 1]
    for column in right.indices {
      let replaced = above[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replaced, above[column + 1] + 1, line[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, twoAbove[column - 1] + 1)
      }
      line.append(best)
    }
    (twoAbove, above) = (above, line)
  }
  return above[right.count]
}

private func lowercased(_ letter: UInt8) -> UInt8 {
  (0x41...0x5A).contains(letter) ? letter | 0x20 : letter
}
