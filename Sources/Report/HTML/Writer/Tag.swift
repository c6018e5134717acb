/// The elements that pages consist of: a name from anywhere else cannot become one.
enum Tag: String {
  case a, article, bdi, body, caption, circle, code, dd, defs, desc, details, div, dl, dt, ellipse
  case figcaption, figure, footer, g, h1, h2, h3, head, header, html, li, line, link, main, meta
  case nav, ol, p, path, polygon, rect, section, small, span, strong, style, summary, svg, table
  case tbody, td, text, th, thead, title, tr, tspan, ul

  /// Whether it has no end, as HTML has it.
  var isVoid: Bool { self == .meta || self == .link }
}

/// The attributes that elements have.
enum AttributeName: String {
  case ariaHidden = "aria-hidden"
  case ariaLabel = "aria-label"
  case ariaLabelledBy = "aria-labelledby"
  case charset, `class`, content, cx, cy, d, datetime, dx, dy, height, href
  case httpEquivalent = "http-equiv"
  case id, lang, name, points
  case preserveAspectRatio = "preserveAspectRatio"
  case r, rel, role, rx, scope, tabindex
  case textAnchor = "text-anchor"
  case viewBox = "viewBox"
  case width, x, x1, x2, y, y1, y2
}
