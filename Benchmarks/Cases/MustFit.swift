/// Runs what was given room and sense; a failure would be a mistake of the case.
func mustFit<Value: ~Copyable, Failure: Error>(_ body: () throws(Failure) -> Value) -> Value {
  do throws(Failure) { return try body() } catch { fatalError("\(error)") }
}
