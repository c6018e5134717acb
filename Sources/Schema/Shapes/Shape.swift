public import YAML

/// What may stand somewhere and what becomes of it: how it is described, read and written.
///
/// Shapes are made anew wherever they are asked for, so making one is cheap: descriptions and
/// placeholders come only when they are needed.
public struct Shape<Value: Sendable>: Sendable {
  /// The kinds of nodes that it reads.
  @usableFromInline let kinds: NodeKinds
  @usableFromInline let makeForm: @Sendable () -> Form
  @usableFromInline let makePlaceholder: @Sendable () -> Value
  @usableFromInline let readNode: @Sendable (YAMLNode, Reading) -> Value?
  @usableFromInline let writeValue: @Sendable (Value) -> String

  /// A shape of nodes; `read` reports what is wrong itself and answers with nil.
  @inlinable
  init(
    _ kinds: NodeKinds,
    form: @escaping @Sendable () -> Form,
    placeholder: @escaping @Sendable () -> Value,
    write: @escaping @Sendable (Value) -> String,
    read: @escaping @Sendable (YAMLNode, Reading) -> Value?
  ) {
    self.kinds = kinds
    makeForm = form
    makePlaceholder = placeholder
    readNode = read
    writeValue = write
  }

  /// What is known of it.
  @inlinable public var form: Form { makeForm() }

  /// Some value, for where none could be read.
  @inlinable public var placeholder: Value { makePlaceholder() }

  /// The value as it may be written.
  @inlinable
  public func text(of value: Value) -> String { writeValue(value) }

  /// The value of a node; nil where it has none, which is reported.
  @inlinable
  public func read(_ node: YAMLNode, _ reading: Reading) -> Value? {
    guard kinds.contains(NodeKinds(node.kind)) else {
      reading.reportWrongKind(node, form)
      return nil
    }
    return readNode(node, reading)
  }
}

extension Shape {
  /// A scalar, read by a parser of its text.
  ///
  /// - Parameters:
  ///   - form: how it is written. It must accept what `parse` does.
  ///   - placeholder: some value.
  ///   - write: the value as a text that is read back as itself.
  ///   - parse: the value of a text.
  @inlinable
  public static func scalar(
    _ form: @escaping @autoclosure @Sendable () -> ScalarForm,
    placeholder: @escaping @autoclosure @Sendable () -> Value,
    write: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (String) throws(Complaint) -> Value
  ) -> Shape {
    Shape(
      .scalar,
      form: { .scalar(form()) },
      placeholder: placeholder,
      write: write,
      read: { node, reading in
        guard reading.hasText(node, { .scalar(form()) }) else { return nil }
        do throws(Complaint) {
          return try parse(node.text)
        } catch {
          reading.report(error, about: node)
          return nil
        }
      }
    )
  }

  /// The values of this shape as something else.
  ///
  /// - Parameters:
  ///   - change: the same form with another name or examples; none where nothing is given.
  ///   - write: the new value back.
  ///   - transform: the new value; it may complain.
  @inlinable
  public func map<New: Sendable>(
    form change: (@Sendable (inout ScalarForm) -> Void)? = nil,
    back: @escaping @Sendable (New) -> Value,
    _ transform: @escaping @Sendable (Value) throws(Complaint) -> New
  ) -> Shape<New> {
    Shape<New>(
      kinds,
      form: {
        guard let change, case .scalar(var form) = self.form else { return self.form }
        change(&form)
        return .scalar(form)
      },
      placeholder: {
        guard let value = try? transform(self.placeholder) else {
          fatalError("the placeholder of a shape must pass what is made of it")
        }
        return value
      },
      write: { self.text(of: back($0)) },
      read: { node, reading in
        guard let value = self.read(node, reading) else { return nil }
        do throws(Complaint) {
          return try transform(value)
        } catch {
          reading.report(error, about: node)
          return nil
        }
      }
    )
  }
}

extension Shape where Value: Comparable {
  /// The same shape with bounds, both of which are allowed.
  @inlinable
  public func within(_ range: ClosedRange<Value>) -> Shape {
    bounded(range.lowerBound, range.upperBound)
  }

  /// The same shape with a lower bound, which is allowed.
  @inlinable
  public func within(_ range: PartialRangeFrom<Value>) -> Shape { bounded(range.lowerBound, nil) }

  /// The same shape with an upper bound, which is allowed.
  @inlinable
  public func within(_ range: PartialRangeThrough<Value>) -> Shape {
    bounded(nil, range.upperBound)
  }

  @inlinable
  func bounded(_ least: Value?, _ most: Value?) -> Shape {
    Shape(
      kinds,
      form: {
        guard case .scalar(var form) = self.form else { return self.form }
        form.least = least.map(self.text) ?? form.least
        form.most = most.map(self.text) ?? form.most
        return .scalar(form)
      },
      placeholder: { least ?? most ?? self.placeholder },
      write: text,
      read: { node, reading in
        guard let value = self.read(node, reading) else { return nil }
        if let least, value < least {
          reading.report(
            self.complaint(value, "less than \(self.text(of: least))", least),
            about: node
          )
          return nil
        }
        if let most, value > most {
          reading.report(
            self.complaint(value, "more than \(self.text(of: most))", most),
            about: node
          )
          return nil
        }
        return value
      }
    )
  }

  @inlinable
  func complaint(_ value: Value, _ excess: String, _ bound: Value) -> Complaint {
    Complaint(
      .outOfRange,
      "`\(text(of: value))` is \(excess).",
      label: excess,
      fixes: [text(of: bound)]
    )
  }
}

/// Kinds of nodes.
@usableFromInline
struct NodeKinds: OptionSet, Sendable {
  @usableFromInline let rawValue: UInt8

  @inlinable static var scalar: NodeKinds { NodeKinds(rawValue: 1) }
  @inlinable static var sequence: NodeKinds { NodeKinds(rawValue: 2) }
  @inlinable static var mapping: NodeKinds { NodeKinds(rawValue: 4) }

  @inlinable
  init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable
  init(_ kind: YAMLNode.Kind) {
    switch kind {
    case .scalar: self = .scalar
    case .sequence: self = .sequence
    case .mapping: self = .mapping
    }
  }
}
