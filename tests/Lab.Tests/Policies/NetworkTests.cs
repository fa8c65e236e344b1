using System.Text.Json;
using Lab.Core;
using Lab.Policies;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Tests;

/// <summary>Against logits that an independent program worked out in double precision from a Hugging Face style folder.</summary>
[TestClass]
public sealed class NetworkTests
{
    // Single precision through two layers, on logits of about 5.
    private const double Tolerance = 2e-4;
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "golden", "models", "llama2-f32");

    [TestMethod]
    public async Task Whole_rows_match_independent_logits()
    {
        var (layout, weights) = Load();
        await Torch.Runtime.Thread.Run(() =>
        {
            using var scope = NewDisposeScope();
            using var network = new Network(layout, CPU);
            foreach (var (ids, logits, _) in Cases())
            {
                long[] shape = [1, ids.Length];
                var mask = Mask(ids.Length);
                var (actual_NV, _) = network.Forward(tensor(weights), tensor(ids, shape), Count(ids.Length).view(shape), mask, tensor(new[] { ids.Length - 1L }));
                AssertClose(logits, actual_NV);
            }
        });
    }

    [TestMethod]
    public async Task Step_by_step_matches_independent_logits_and_greedy_continuations()
    {
        var (layout, weights) = Load();
        await Torch.Runtime.Thread.Run(() =>
        {
            using var scope = NewDisposeScope();
            using var inference = inference_mode();
            foreach (var (ids, logits, greedy) in Cases())
            {
                using var step = new DecodeStep(layout, CPU);
                step.Cache.Grow(DecodeStep.RowPadding);
                var flat = tensor(weights);
                var continued = ids.ToList();
                for (var position = 0; position < ids.Length + greedy.Length - 1; position++)
                {
                    var tokens = Enumerable.Repeat(continued[position], DecodeStep.RowPadding).ToArray();
                    var (logits_RV, _) = step.Run(flat, tokens, Enumerable.Repeat((long)position, tokens.Length).ToArray());
                    var last_V = nn.functional.log_softmax(logits_RV, -1)[DecodeStep.RowPadding - 1];
                    if (position == ids.Length - 1)
                    {
                        AssertClose(logits, last_V);
                    }

                    if (position >= ids.Length - 1)
                    {
                        Assert.AreEqual(greedy[position - ids.Length + 1], last_V.argmax().item<long>());
                        continued.Add(greedy[position - ids.Length + 1]);
                    }
                }
            }
        });
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow(1)]
    [DataRow(2)]
    public async Task Packed_rows_and_steps_agree_with_and_without_grouped_queries(int? keyValueHeads)
    {
        await using var policy = await Torch.Tiny(keyValueHeads: keyValueHeads);
        using var sequence = policy.Generator.Open(Draw.From(3));
        sequence.Append([CharacterTokenizer.Begin]);
        var said = await sequence.Say(new(30, []), CancellationToken.None);
        long[] ids = [CharacterTokenizer.Begin, .. said.Tokens.Select(token => (long)token)];
        await policy.Thread.Run(() =>
        {
            using var scope = NewDisposeScope();
            long[] shape = [1, ids.Length];
            var mask = Mask(ids.Length);
            var (logProbabilities_NV, values_N) = policy.Network.Forward(policy.Flat, tensor(ids, shape), Count(ids.Length).view(shape), mask, Count(ids.Length - 1));
            for (var token = 0; token < said.Tokens.Count; token++)
            {
                Assert.AreEqual(said.LogProbabilities[token], logProbabilities_NV[token, said.Tokens[token]].item<float>(), 1e-4f);
                Assert.AreEqual(said.Values[token], values_N[token].item<float>(), 1e-4f);
            }
        });
    }

    [TestMethod]
    public async Task Weights_survive_their_files()
    {
        await using var policy = await Torch.Tiny(keyValueHeads: 2);
        var files = await policy.Export(CancellationToken.None);
        await using var again = await Policy.Load(Torch.Runtime.Thread, Torch.Runtime.Device, files, "memory", CancellationToken.None);
        var copy = await again.Export(CancellationToken.None);
        Assert.AreEqual(files.Architecture, copy.Architecture);
        foreach (var (name, tensor) in files.Weights)
        {
            Assert.IsTrue(tensor.Bytes.Span.SequenceEqual(copy.Weights[name].Bytes.Span), name);
        }
    }

    private static (ParameterLayout Layout, float[] Weights) Load()
    {
        var (architecture, _) = ModelConfig.Read(File.ReadAllBytes(Path.Combine(s_folder, "config.json")), "config.json");
        var files = new ModelFiles(architecture, null, Safetensors.ReadFile(Path.Combine(s_folder, "model.safetensors")).Tensors);
        var layout = new ParameterLayout(architecture);
        return (layout, WeightReader.Read(files, layout, s_folder));
    }

    private static IEnumerable<(long[] Ids, double[] Logits, long[] Greedy)> Cases()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_folder, "expected.json")));
        foreach (var expected in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            yield return (
                [.. expected.GetProperty("ids").EnumerateArray().Select(id => id.GetInt64())],
                [.. expected.GetProperty("logits").EnumerateArray().Select(logit => logit.GetDouble())],
                [.. expected.GetProperty("greedy").EnumerateArray().Select(id => id.GetInt64())]);
        }
    }

    // Every token may look at itself and at those before it.
    private static Tensor Mask(long length)
    {
        using var never = float.NegativeInfinity.ToScalar();
        return zeros([length, length]).masked_fill_(ones([length, length], dtype: ScalarType.Bool).triu_(1), never).view(1, 1, length, length);
    }

    private static Tensor Count(int length) => tensor(Enumerable.Range(0, length).Select(index => (long)index).ToArray());

    private static void AssertClose(double[] logits, Tensor logProbabilities)
    {
        var top = logits.Max();
        var normalizer = top + Math.Log(logits.Sum(logit => Math.Exp(logit - top)));
        var actual = logProbabilities.reshape(-1).data<float>().ToArray();
        for (var token = 0; token < logits.Length; token++)
        {
            Assert.AreEqual(logits[token] - normalizer, actual[token], Tolerance);
        }
    }
}
