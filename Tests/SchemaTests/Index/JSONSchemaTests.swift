import Testing
import Text

@testable import Schema

@Suite("JSON Schema")
struct JSONSchemaTests {
  private let schema = JSONSchema.value(of: SiteText.self, title: "A site")

  private func key(_ record: String, _ name: String) -> JSON? {
    schema["$defs"]?[record]?["properties"]?[name]
  }

  @Test("every record is defined once and takes no other keys")
  func records() {
    guard case .object(let records)? = schema["$defs"] else {
      Issue.record("there are no definitions")
      return
    }
    #expect(records.map(\.name) == SchemaIndex(SiteText.self).records.map(\.name))
    for record in records {
      #expect(record.value["additionalProperties"] == .bool(false))
      #expect(record.value["description"]?.text?.isEmpty == false)
    }
    #expect(schema["$ref"] == "#/$defs/site")
    #expect(schema["$defs"]?["site"]?["required"] == .array(["hosts"]))
  }

  @Test("a scalar is a string of its pattern, or what a guessing reader makes of it")
  func scalars() {
    #expect(key("run", "seed")?["type"] == .array(["string", "integer"]))
    #expect(key("run", "seed")?["minimum"] == 0)
    #expect(key("run", "seed")?["default"] == 1)
    #expect(key("run", "quiet")?["type"] == .array(["string", "boolean"]))
    #expect(key("run", "duration")?["type"] == "string")
    #expect(key("run", "duration")?["default"] == "5d")
    #expect(key("flow", "weight")?["minimum"] == .number(0.5))
    #expect(key("flow", "weight")?["maximum"] == 2)
    #expect(key("host", "kind")?["enum"] == .array(["small", "large"]))
  }

  @Test("collections, alternatives and choices are said")
  func collections() {
    #expect(key("host", "serves")?["items"]?["pattern"] == "^[A-Z0-9]{1,15}$")
    #expect(key("host", "serves")?["minItems"] == 1)
    #expect(key("site", "hosts")?["additionalProperties"]?["$ref"] == "#/$defs/host")
    #expect(key("site", "hosts")?["propertyNames"]?["pattern"] == "^[A-Z0-9]{1,15}$")
    #expect(key("flow", "size")?["anyOf"]?.elements?.count == 2)
    #expect(key("host", "restart")?["anyOf"]?.elements?.first?["enum"] == .array(["never"]))
    let choice = schema["$defs"]?["fault"]?["allOf"]?.elements?.first
    #expect(choice?["oneOf"]?.elements?.first?["required"] == .array(["stop"]))
  }
}
