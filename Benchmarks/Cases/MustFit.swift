import Kernel

/// Runs what was given room for; a halt would be a mistake of the case.
func mustFit<Value: ~Copyable>(_ body: () throws(Halt) -> Value) -> Value {
  do throws(Halt) { return try body() } catch { fatalError("\(error)") }
}
