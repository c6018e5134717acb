import Kernel
import Testing

@Suite("Logarithm, exponential and power against exact values")
struct ExactValueTests {
  private func worst(_ text: String, of function: ([Double]) -> Double) -> (Double, [Double]) {
    var worst = 0.0
    var arguments: [Double] = []
    for value in ExactValue.all(text) {
      let distance = value.distance(of: function(value.arguments))
      if !(distance <= worst) {
        worst = distance
        arguments = value.arguments
      }
    }
    return (worst, arguments)
  }

  @Test("the logarithm is within 0.85 ulp")
  func logarithm() {
    let (distance, arguments) = worst(exactLogarithmValues) { Arithmetic.log($0[0]) }
    #expect(distance < 0.85, "at \(arguments)")
  }

  @Test("the exponential is within 0.55 ulp, in subnormal results too")
  func exponential() {
    let (distance, arguments) = worst(exactExponentialValues) { Arithmetic.exp($0[0]) }
    #expect(distance < 0.55, "at \(arguments)")
  }

  @Test("the power is within 0.6 ulp, of subnormal numbers and in subnormal results too")
  func power() {
    let (distance, arguments) = worst(exactPowerValues) { Arithmetic.pow($0[0], $0[1]) }
    #expect(distance < 0.6, "at \(arguments)")
  }

  @Test("the tables of exact values are whole")
  func counts() {
    #expect(ExactValue.all(exactLogarithmValues).count == 3_250)
    #expect(ExactValue.all(exactExponentialValues).count == 3_402)
    #expect(ExactValue.all(exactPowerValues).count == 3_202)
  }
}
