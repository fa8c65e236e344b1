using System.Runtime.InteropServices;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class CheckpointStoreTests : IDisposable
{
    private readonly Runs _runs = new();
    private readonly RunFolder _folder;
    private readonly CheckpointStore _store;

    public CheckpointStoreTests()
    {
        var experiment = RunPlanner.Resolve(_runs.Read(SmallExperiment.Text), new(), commit: null);
        _folder = _runs.Planner.Create(experiment, _runs.Parent);
        _store = new(_folder, new(experiment, _runs.Plugins));
    }

    private string[] Names => [.. Directory.EnumerateDirectories(_folder.Checkpoints).Select(path => Path.GetFileName(path)).Order()];

    public void Dispose() => _runs.Dispose();

    [TestMethod]
    public void A_state_comes_back_bit_for_bit()
    {
        var written = States.At(1, 2, new(new(1, 1), 0.25));
        _store.Save(written, keep: 2);
        var read = _store.Latest(Position.End, _ => null).State!;

        foreach (var (name, weight) in written.Policy.Weights)
        {
            CollectionAssert.AreEqual(weight.Bytes.ToArray(), read.Policy.Weights[name].Bytes.ToArray(), name);
        }

        CollectionAssert.AreEqual(Bits(written.Learner!.FirstMoment), Bits(read.Learner!.FirstMoment));
        CollectionAssert.AreEqual(Bits(written.Learner.SecondMoment), Bits(read.Learner.SecondMoment));
        CollectionAssert.AreEqual(Bits(written.Learner.Reference!), Bits(read.Learner.Reference!));
        Assert.AreEqual(17, read.Learner.Steps);
        CollectionAssert.AreEquivalent(written.Learner.Numbers.ToArray(), read.Learner.Numbers.ToArray());
        CollectionAssert.AreEqual(written.Evaluations.ToArray(), read.Evaluations.ToArray());
        Assert.AreEqual(
            (written.At, written.Stage, written.Version, written.Counts, written.Best, written.Seconds),
            (read.At, read.Stage, read.Version, read.Counts, read.Best, read.Seconds));
        Assert.AreEqual(written.Policy.Tokenizer, read.Policy.Tokenizer);
    }

    [TestMethod]
    [DataRow("weights.safetensors", 0, "has changed")]
    [DataRow("learner.safetensors", 0, "has changed")]
    [DataRow("state.json", 0, "has changed")]
    [DataRow("manifest.json", 0, "manifest.json")]
    [DataRow("weights.safetensors", -1, "bytes, not")]
    [DataRow("learner.safetensors", -1, "bytes, not")]
    [DataRow("manifest.json", -1, "is damaged")]
    [DataRow("manifest.json", null, "manifest.json is missing")]
    [DataRow("state.json", null, "state.json is missing")]
    [DataRow("learner.safetensors", null, "learner.safetensors is missing")]
    public void A_damaged_checkpoint_falls_back_to_the_one_before(string file, int? damage, string complaint)
    {
        _store.Save(States.At(1, 1), keep: 2);
        _store.Save(States.At(1, 2), keep: 2);
        var path = Path.Combine(_folder.Checkpoints, "reinforce-000002", file);
        var bytes = File.ReadAllBytes(path);
        if (damage is null)
        {
            File.Delete(path);
        }
        else if (damage < 0)
        {
            File.WriteAllBytes(path, bytes[..(bytes.Length * 3 / 4)]);
        }
        else
        {
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
        }

        var (state, faults) = _store.Latest(Position.End, _ => null);
        Assert.AreEqual(new Position(1, 1), state!.At);
        StringAssert.StartsWith(faults.Single(), "reinforce-000002 (");
        StringAssert.Contains(faults.Single(), complaint);
    }

    [TestMethod]
    public void Every_flipped_bit_of_a_manifest_is_noticed_or_harmless()
    {
        _store.Save(States.At(1, 1), keep: 2);
        var folder = Path.Combine(_folder.Checkpoints, "reinforce-000001");
        var path = Path.Combine(folder, "manifest.json");
        var good = File.ReadAllBytes(path);
        for (var place = 0; place < good.Length; place++)
        {
            var bytes = good.ToArray();
            bytes[place] ^= 1;
            File.WriteAllBytes(path, bytes);

            // Whatever the manifest says now, the other files are whole: to find it good is harmless only where it still lists all.
            Assert.IsTrue(Manifest.Fault(folder) is not null || char.IsWhiteSpace((char)good[place]), $"byte {place}, '{(char)good[place]}'");
        }
    }

    [TestMethod]
    public void The_last_ones_and_the_best_stay()
    {
        BestCheckpoint best = new(new(1, 2), 0.5);
        _store.Save(States.At(0, 4), keep: 2);
        _store.Save(States.At(1, 1), keep: 2);
        _store.Save(States.At(1, 2, best), keep: 2);
        CollectionAssert.AreEqual(new[] { "reinforce-000001", "reinforce-000002" }, Names);
        for (var iteration = 3; iteration <= 6; iteration++)
        {
            _store.Save(States.At(1, iteration, best), keep: 2);
        }

        CollectionAssert.AreEqual(new[] { "reinforce-000002", "reinforce-000005", "reinforce-000006" }, Names);
    }

    [TestMethod]
    public void One_that_cannot_be_written_leaves_the_others()
    {
        _store.Save(States.At(1, 1), keep: 1);
        File.WriteAllText(Path.Combine(_folder.Checkpoints, "reinforce-000002.partial"), "in the way");
        Assert.Throws<IOException>(() => _store.Save(States.At(1, 2), keep: 1));
        Assert.AreEqual(new Position(1, 1), _store.Latest(Position.End, _ => null).State!.At);
    }

    [TestMethod]
    public void What_a_dying_process_left_half_done_has_no_name_and_is_removed()
    {
        _store.Save(States.At(1, 1), keep: 2);
        Directory.CreateDirectory(Path.Combine(_folder.Checkpoints, "reinforce-000002.partial"));
        Directory.CreateDirectory(Path.Combine(_folder.Checkpoints, "reinforce-000000.discarded"));
        var (state, faults) = _store.Latest(Position.End, _ => null);
        Assert.AreEqual(new Position(1, 1), state!.At);
        Assert.IsEmpty(faults);
        _store.CutBack(state.At);
        CollectionAssert.AreEqual(new[] { "reinforce-000001" }, Names);
    }

    [TestMethod]
    public void One_written_again_replaces_what_stood_there()
    {
        _store.Save(States.At(1, 1), keep: 2);
        _store.Save(States.At(1, 1, salt: 5), keep: 2);
        var weight = _store.Latest(Position.End, _ => null).State!.Policy.Weights["model.norm.weight"];
        Assert.AreEqual(12f, weight.Floats[7]);
        CollectionAssert.AreEqual(new[] { "reinforce-000001" }, Names);
    }

    private static byte[] Bits(float[] numbers) => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
}
