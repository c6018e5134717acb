public import Plan

/// Two defects that can be in force together and answer one question differently.
public struct Contradiction: Hashable, Sendable {
  /// The one that comes first among those that were given.
  public let first: Defect
  /// The other one, whose answer would hold.
  public let second: Defect
  /// What is decided.
  public let decision: DecisionKind
  /// What the first one answers.
  public let firstAnswer: String
  /// What the second one answers.
  public let secondAnswer: String

  /// What is wrong, in one sentence.
  public var message: String {
    "`\(first.id)` answers `\(decision.rawValue)` with `\(firstAnswer)`, `\(second.id)` with"
      + " `\(secondAnswer)`."
  }

  /// The pairs, in the order of the defects.
  public static func among(_ defects: [Defect]) -> [Contradiction] {
    let answers = defects.compactMap(Answering.init)
    return answers.enumerated().flatMap { index, first in
      answers[(index + 1)...].compactMap { second in
        guard first.decision == second.decision, first.answer != second.answer,
          first.defect.gate.canOpen(with: second.defect.gate),
          first.defect.trigger.canFire(with: second.defect.trigger)
        else { return nil }
        return Contradiction(
          first: first.defect,
          second: second.defect,
          decision: first.decision,
          firstAnswer: first.decision.answers[first.answer],
          secondAnswer: first.decision.answers[second.answer]
        )
      }
    }
  }

  private struct Answering {
    let defect: Defect
    let decision: DecisionKind
    let answer: Int

    init?(_ defect: Defect) {
      guard case .decision(let decision) = defect.trigger.cause else { return nil }
      for effect in defect.effects {
        if case .answer(let answer) = effect.mechanism {
          (self.defect, self.decision, self.answer) = (defect, decision, answer)
          return
        }
      }
      return nil
    }
  }
}

extension Gate {
  /// Whether some host opens both gates.
  public func canOpen(with other: Gate) -> Bool {
    func conjunctions(_ gate: Gate) -> [[FactTest]] {
      (gate.alternatives.isEmpty ? [[]] : gate.alternatives).map { $0 + gate.needs }
    }
    return conjunctions(self).contains { own in
      conjunctions(other).contains { (own + $0).canHoldTogether }
    }
  }
}

extension [FactTest] {
  /// Whether some host passes all tests.
  var canHoldTogether: Bool {
    indices.allSatisfy { index in
      self[..<index].allSatisfy { $0.isCompatible(with: self[index]) }
    }
  }
}

extension Trigger {
  /// Whether one event can set off both.
  func canFire(with other: Trigger) -> Bool {
    when.allSatisfy { own in
      other.when.allSatisfy { test in
        guard own.attribute == test.attribute else { return true }
        switch (own.value, test.value) {
        case (.range(let left), .range(let right)): return left.overlaps(right)
        case (.name(let left), .name(let right)): return left == right
        case (.range, .name), (.name, .range): return true
        }
      }
    }
  }
}
