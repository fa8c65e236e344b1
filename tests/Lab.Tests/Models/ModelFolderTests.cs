using System.Text.Json.Nodes;
using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class ModelFolderTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lab-tests-").FullName;

    [TestCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void A_model_from_elsewhere_reads()
    {
        var model = CopyOfGolden().Read();

        Assert.AreEqual(
            new Architecture
            {
                Width = 32,
                Inner = 48,
                Layers = 2,
                Heads = 4,
                KeyValueHeads = 4,
                Vocabulary = 40,
                Context = 64,
                NormEpsilon = 1e-5,
            },
            model.Architecture);
        Assert.AreEqual(8, model.Architecture.HeadWidth);
        Assert.IsNull(model.Tokenizer);
        Assert.HasCount(21, model.Weights);
    }

    [TestMethod]
    public void What_is_written_reads_back_and_is_written_again_byte_for_byte()
    {
        var golden = CopyOfGolden().Read();
        var model = new ModelFiles(
            golden.Architecture with { KeyValueHeads = 4 },
            new TokenizerDescription("characters", ["calculator", "search"]),
            [.. golden.Weights.Values, NamedTensor.Of("value_head.weight", [1, 32], new float[32])]);
        var first = new ModelFolder(Path.Combine(_folder, "new", "first"));
        var second = new ModelFolder(Path.Combine(_folder, "second"));

        first.Write(model);
        var back = first.Read();
        second.Write(back);

        Assert.AreEqual(model.Architecture, back.Architecture);
        Assert.AreEqual(model.Tokenizer, back.Tokenizer);
        CollectionAssert.AreEquivalent(model.Weights.Keys.ToArray(), back.Weights.Keys.ToArray());
        foreach (var (name, weight) in model.Weights)
        {
            CollectionAssert.AreEqual(weight.Bytes.ToArray(), back.Weights[name].Bytes.ToArray());
        }

        CollectionAssert.AreEqual(File.ReadAllBytes(first.Config), File.ReadAllBytes(second.Config));
        CollectionAssert.AreEqual(File.ReadAllBytes(first.Weights), File.ReadAllBytes(second.Weights));
        CollectionAssert.AreEquivalent(new[] { first.Config, first.Weights }, Directory.GetFiles(first.Path), "nothing else may stay behind");
    }

    [TestMethod]
    public void The_config_has_hugging_faces_keys_and_the_labs_own_apart()
    {
        var folder = new ModelFolder(_folder);
        folder.Write(CopyOfGolden().Read() with { Tokenizer = new("characters", ["calculator"]) });

        var config = JsonNode.Parse(File.ReadAllText(folder.Config))!.AsObject();

        var golden = JsonNode.Parse(File.ReadAllText(Golden("config.json")))!.AsObject();
        foreach (var (key, value) in golden)
        {
            Assert.IsTrue(JsonNode.DeepEquals(value, config[key]), $"{key}: {value} and {config[key]}");
        }

        CollectionAssert.AreEquivalent(new[] { "lab" }, config.Select(pair => pair.Key).Except(golden.Select(pair => pair.Key)).ToArray());
        Assert.AreEqual("""{"tokenizer":{"kind":"characters","tools":["calculator"]}}""", config["lab"]!.ToJsonString());
    }

    [TestMethod]
    [DataRow("hidden_size", "0", "$.hidden_size: is 0; it must be from 1 to")]
    [DataRow("hidden_size", "-32", "$.hidden_size: is -32")]
    [DataRow("hidden_size", "\"wide\"", "$.hidden_size: The JSON value could not be converted")]
    [DataRow("hidden_size", "2147483648", "$.hidden_size")]
    [DataRow("num_hidden_layers", "2000000000", "$.num_hidden_layers: is 2000000000; it must be from 1 to 4096")]
    [DataRow("num_attention_heads", "12", "$.num_attention_heads: hidden_size 32 does not divide into 12 heads of even width")]
    [DataRow("num_attention_heads", "32", "$.num_attention_heads: hidden_size 32 does not divide into 32 heads of even width")]
    [DataRow("num_key_value_heads", "3", "$.num_key_value_heads: 3 does not divide num_attention_heads, which is 4")]
    [DataRow("rms_norm_eps", "0", "$.rms_norm_eps: is 0; it must be above 0")]
    [DataRow("eos_token_id", "40", "$.eos_token_id: is 40; it must be a token")]
    [DataRow("model_type", "\"qwen2\"", "$.model_type: is 'qwen2'; only 'llama' is known here")]
    [DataRow("hidden_act", "\"gelu\"", "$.hidden_act: is 'gelu'")]
    [DataRow("head_dim", "16", "$.head_dim: is 16; only hidden_size / num_attention_heads, here 8")]
    [DataRow("attention_bias", "true", "$.attention_bias: biases are not known")]
    [DataRow("mlp_bias", "true", "$.mlp_bias: biases are not known")]
    [DataRow("rope_scaling", "{\"factor\":8}", "$.rope_scaling: scaled rotary positions are not known")]
    [DataRow("rope_parameters", "{\"rope_theta\":5}", "$.rope_parameters: only rope_theta is known")]
    [DataRow("lab", "{\"tokenizer\":{\"kind\":\"words\",\"tools\":[]}}", "$.lab.tokenizer.kind: is 'words'; only 'characters'")]
    [DataRow("lab", "{\"tokenizer\":{\"kind\":\"characters\"}}", "tools")]
    [DataRow("lab", "{\"tokenizer\":null}", "$.lab")]
    public void A_config_that_cannot_be_gets_one_line(string key, string value, string message) =>
        Refuses(config => config[key] = JsonNode.Parse(value), message);

    [TestMethod]
    public void A_config_without_what_it_needs_names_it() => Refuses(config => config.Remove("vocab_size"), "vocab_size");

    [TestMethod]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{\"hidden_size\":32,\"hidden_size\":64}")]
    public void A_config_that_is_no_object_gets_one_line(string text)
    {
        var folder = CopyOfGolden();
        File.WriteAllText(folder.Config, text);

        var error = Assert.ThrowsExactly<InvalidInputException>(folder.Read);

        StringAssert.StartsWith(error.Message, folder.Config);
        Assert.DoesNotContain('\n', error.Message);
    }

    [TestMethod]
    public void Weights_of_another_shape_are_all_named()
    {
        var folder = CopyOfGolden();
        var config = JsonNode.Parse(File.ReadAllText(folder.Config))!.AsObject();
        config["vocab_size"] = 41;
        config["tie_word_embeddings"] = true;
        config["num_hidden_layers"] = 1;
        File.WriteAllText(folder.Config, config.ToJsonString());

        var error = Assert.ThrowsExactly<InvalidInputException>(folder.Read);

        // The embedding has another shape; the head and the second layer's nine weights belong to nothing.
        Assert.HasCount(11, error.Errors);
        StringAssert.Contains(error.Message, "tensor model.embed_tokens.weight is [40, 32] where config.json makes it [41, 32]");
        StringAssert.Contains(error.Message, "tensor lm_head.weight is none of this architecture's");
    }

    [TestMethod]
    public void A_missing_weight_is_named()
    {
        var folder = CopyOfGolden();
        var config = JsonNode.Parse(File.ReadAllText(folder.Config))!.AsObject();
        config["num_hidden_layers"] = 3;
        File.WriteAllText(folder.Config, config.ToJsonString());

        var error = Assert.ThrowsExactly<InvalidInputException>(folder.Read);

        Assert.HasCount(9, error.Errors);
        StringAssert.Contains(error.Message, "tensor model.layers.2.mlp.down_proj.weight is missing");
    }

    [TestMethod]
    public void A_model_that_could_not_be_read_again_is_not_written()
    {
        var model = CopyOfGolden().Read();
        var folder = new ModelFolder(Path.Combine(_folder, "new"));

        Assert.ThrowsExactly<ArgumentException>(() => folder.Write(model with { Architecture = model.Architecture with { Heads = 3, KeyValueHeads = 3 } }));
        Assert.ThrowsExactly<ArgumentException>(() => folder.Write(model with { Architecture = model.Architecture with { Inner = 64 } }));
        Assert.IsFalse(Directory.Exists(folder.Path));
    }

    [TestMethod]
    public void An_empty_folder_gets_one_line()
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(new ModelFolder(_folder).Read);

        StringAssert.Contains(error.Message, "config.json");
    }

    [TestMethod]
    public void Grouped_queries_shrink_keys_and_values()
    {
        var architecture = new Architecture { Width = 64, Inner = 96, Layers = 1, Heads = 8, KeyValueHeads = 2, Vocabulary = 10, TiedEmbeddings = true };

        var shapes = WeightShape.Of(architecture).ToDictionary(weight => weight.Name, weight => string.Join('x', weight.Shape));

        Assert.HasCount(12, shapes);
        Assert.AreEqual("64x64", shapes["model.layers.0.self_attn.q_proj.weight"]);
        Assert.AreEqual("16x64", shapes["model.layers.0.self_attn.k_proj.weight"]);
        Assert.AreEqual("16x64", shapes["model.layers.0.self_attn.v_proj.weight"]);
        Assert.AreEqual("64x96", shapes["model.layers.0.mlp.down_proj.weight"]);
        Assert.AreEqual("1x64", shapes["value_head.weight"]);
        Assert.IsFalse(shapes.ContainsKey("lm_head.weight"));
    }

    private void Refuses(Action<JsonObject> change, string message)
    {
        var folder = CopyOfGolden();
        var config = JsonNode.Parse(File.ReadAllText(folder.Config))!.AsObject();
        change(config);
        File.WriteAllText(folder.Config, config.ToJsonString());

        var error = Assert.ThrowsExactly<InvalidInputException>(folder.Read);

        StringAssert.StartsWith(error.Message, folder.Config);
        StringAssert.Contains(error.Message, message);
        Assert.HasCount(1, error.Message.Split('\n'));
    }

    private ModelFolder CopyOfGolden()
    {
        var folder = new ModelFolder(Path.Combine(_folder, "golden"));
        Directory.CreateDirectory(folder.Path);
        File.Copy(Golden("config.json"), folder.Config, overwrite: true);
        File.Copy(Golden("model.safetensors"), folder.Weights, overwrite: true);
        return folder;
    }

    private static string Golden(string file) => Path.Combine(AppContext.BaseDirectory, "golden", "models", "llama2-f32", file);
}
