/// Something that happened, as a mark above a chart.
struct ChartMarker {
  /// Where on the chart's horizontal axis.
  let x: Double
  /// What kind of thing it was.
  let kind: Kind
  /// The letter that stands beside it.
  let letter: String
  /// What happened.
  let words: String

  /// What kind of thing happened, the gravest first.
  enum Kind: String, CaseIterable, Comparable {
    case failure, symptom, change, trigger, fault, restart

    /// What the mark means.
    var words: String {
      switch self {
      case .failure: "something stopped working"
      case .symptom: "a shortage was noticed"
      case .change: "something was installed or changed"
      case .trigger: "a defect was first set off"
      case .fault: "a fault from outside"
      case .restart: "a restart"
      }
    }

    /// Its shape, around the middle of a square of 12 pixels.
    var shape: String {
      switch self {
      case .failure: "M-4-4L4 4M4-4L-4 4"
      case .symptom: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z"
      case .change: "M0-5.5L5.5 0L0 5.5L-5.5 0Z"
      case .trigger: "M-4-4H4V4H-4Z"
      case .fault: "M-5-4H5L0 5Z"
      case .restart: "M-5 4H5L0-5Z"
      }
    }

    static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self)! }
  }

  /// Draws the mark of a kind at a place.
  static func draw(_ kind: Kind, x: String, y: String, _ page: inout MarkupWriter) {
    // The inner picture has pixels where the outer one has hundredths.
    page.element(.svg, [.x: x, .y: y, .class: "mark \(kind.rawValue)"]) { page in
      page.element(.path, [.d: kind.shape])
    }
  }
}
