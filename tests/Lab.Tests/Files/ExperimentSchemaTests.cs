using System.Text.Json.Nodes;
using Lab.Experiments;
using static Lab.Tests.FilesCatalog;

namespace Lab.Tests;

[TestClass]
public sealed class ExperimentSchemaTests
{
    private readonly JsonNode _schema = JsonNode.Parse(ExperimentSchema.Write(Scan()))!;

    private JsonNode Definition(string name) => _schema["$defs"]![name]!;

    private void Says(string expected, JsonNode? actual) =>
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}, found {actual?.ToJsonString()} in {_schema["title"]}");

    [TestMethod]
    public void The_root_is_a_closed_object_with_what_is_required()
    {
        Says("\"https://json-schema.org/draft/2020-12/schema\"", _schema["$schema"]);
        Says("\"object\"", _schema["type"]);
        Says("false", _schema["additionalProperties"]);
        Says("""["name", "environment", "stages"]""", _schema["required"]);
        Says(
            """{ "description": "Names the run's folder.", "type": "string", "pattern": "^(?:[a-z0-9][a-z0-9+-]{0,39})$" }""",
            _schema["properties"]!["name"]);
        Says(
            """{ "description": "The root of all randomness: same seed, same result.", "type": "integer", "minimum": 0, "maximum": 18446744073709551615, "default": 1 }""",
            _schema["properties"]!["seed"]);
        Says(
            """{ "description": "What happens, in order.", "type": "array", "items": { "anyOf": [ { "$ref": "#/$defs/StageOptions.distil" }, { "$ref": "#/$defs/StageOptions.imitate" }, { "$ref": "#/$defs/StageOptions.reinforce" } ] }, "minItems": 1 }""",
            _schema["properties"]!["stages"]);
    }

    [TestMethod]
    public void A_plugin_is_told_by_its_kind()
    {
        var sums = Definition("EnvironmentOptions.test-sums");

        Says("\"Sums.\"", sums["description"]);
        Says("""{ "const": "test-sums", "description": "Sums." }""", sums["properties"]!["kind"]);
        Says("""["kind"]""", sums["required"]);
        Says("""["kind", "book"]""", Definition("EnvironmentOptions.test-riddles")["required"]);
        Says("false", sums["additionalProperties"]);
        Says("""{ "type": "integer", "minimum": -2147483648, "maximum": 2147483647, "default": 7 }""", Definition("EnvironmentOptions.test-riddles")["properties"]!["page"]);
    }

    [TestMethod]
    public void Options_have_their_ranges_lengths_names_and_defaults()
    {
        var sums = Definition("EnvironmentOptions.test-sums")["properties"]!;

        Says(
            """{ "description": "Digits of each operand.", "type": "array", "items": { "type": "integer", "minimum": 1, "maximum": 9 }, "minItems": 1, "maxItems": 3, "default": [2, 2] }""",
            sums["digits"]);
        Says("""{ "description": "Signs between operands.", "type": "array", "items": { "enum": ["+", "-"] }, "default": ["+"] }""", sums["signs"]);
        Says(
            """{ "description": "Greatest answer.", "anyOf": [ { "type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807 }, { "type": "null" } ] }""",
            sums["most"]);
        Says("""{ "type": "boolean", "default": false }""", sums["signed"]);
        Says("""{ "description": "How hard it gets.", "$ref": "#/$defs/SlopeOptions", "default": { "start": 0.5, "end": 1 } }""", sums["slope"]);
        Says("""{ "type": "number", "exclusiveMinimum": 0, "maximum": 1, "default": 0.5 }""", Definition("SlopeOptions")["properties"]!["start"]);
        Says("0.1", sums["heldOut"]!["default"]);
        Says("\"ppo\"", Definition("StageOptions.reinforce")["properties"]!["algorithm"]!["default"]!["kind"]);
    }

    [TestMethod]
    public void Every_reference_leads_to_a_definition()
    {
        var references = References(_schema).ToHashSet();

        Assert.IsGreaterThan(8, references.Count);
        CollectionAssert.AreEquivalent(_schema["$defs"]!.AsObject().Select(pair => $"#/$defs/{pair.Key}").ToArray(), references.ToArray());
    }

    [TestMethod]
    public void The_text_is_the_same_each_time()
    {
        var text = ExperimentSchema.Write(Scan());

        Assert.AreEqual(text, ExperimentSchema.Write(Scan()));
        Assert.DoesNotContain("\r", text);
        Assert.EndsWith("}\n", text);
    }

    [TestMethod]
    public void The_machine_file_has_a_schema_too()
    {
        var machine = JsonNode.Parse(ExperimentSchema.WriteMachine())!["properties"]!;

        Says("""["auto", "cpu", "cuda"]""", machine["device"]!["enum"]);
        Says("1", machine["runs"]!["minLength"]);
        Says("1024", machine["threads"]!["maximum"]);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(References),
        JsonObject members => members.SelectMany(pair => pair.Key == "$ref" ? [(string)pair.Value!] : pair.Key == "default" ? [] : References(pair.Value)),
        _ => [],
    };
}
