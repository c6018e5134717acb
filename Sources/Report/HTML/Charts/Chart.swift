/// A picture of values along an axis, with a table that says the same.
struct Chart {
  /// What the page calls it; no two charts of a page have the same.
  let id: String
  /// What is shown.
  let title: String
  /// What is to be seen, in whole sentences.
  let description: String
  /// How large it is.
  let size: Size
  /// What runs from left to right.
  let x: Axis
  /// What runs from bottom to top.
  let y: Axis
  /// What is drawn, the first at the back.
  let layers: [Layer]
  /// What happened, at places of `x`.
  let markers: [ChartMarker]
  /// The same as a table.
  let table: DataTable

  /// How large a chart is.
  enum Size {
    /// As wide as the page.
    case whole
    /// One of many.
    case small

    /// The height of its plot in pixels.
    var height: Int { self == .whole ? 240 : 90 }
    /// So many columns hold the extremes of what a line does there: two points each.
    var columns: Int { self == .whole ? 480 : 150 }
  }

  /// Something that is drawn.
  enum Layer {
    /// Lines through points; where something is missing, one ends and the next begins.
    case line([[Point]], Stroke, name: String)
    /// A value that stays until the next one: a survival curve.
    case steps([Point], Stroke, name: String)
    /// The area between two values.
    case band([Range], name: String)
    /// Values with their intervals.
    case intervals([Range], Stroke, name: String)
    /// A value of `y` that means something.
    case level(Double, name: String)
    /// A place of `x` from which on nothing has happened yet.
    case now(Double, name: String)
  }

  /// How a line is told from others, with and without colour.
  enum Stroke: String {
    case first, second, third
  }

  /// A value at a place.
  struct Point: Hashable {
    let x: Double
    let y: Double
  }

  /// A value at a place, and what lies around it.
  struct Range {
    let x: Double
    let value: Double
    let low: Double
    let high: Double
  }

}
