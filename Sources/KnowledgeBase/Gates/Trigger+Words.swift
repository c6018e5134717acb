public import Plan

extension Trigger {
  /// What sets a defect off, to be read after "it is set off".
  public var words: String { DefectWords.trigger(self) }
}

extension AttributeTest {
  /// What must hold of an event.
  public var words: String { DefectWords.test(self) }
}
