using System.Text;
using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class SafetensorsTests
{
    [TestMethod]
    public void A_written_file_has_the_bytes_of_the_format()
    {
        using var stream = new MemoryStream();

        Safetensors.Write(stream, [NamedTensor.Of("a", [2], [1f, -2f])], KeyValuePair.Create("format", "pt"));

        var json = """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";
        byte[] expected = [88, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(json.PadRight(88)), 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0];
        CollectionAssert.AreEqual(expected, stream.ToArray());
    }

    [TestMethod]
    public void What_is_read_back_is_what_was_written()
    {
        NamedTensor[] tensors =
        [
            NamedTensor.Of("weights", [2, 3], [1, 2, 3, 4, 5, 6]),
            new("empty", TensorType.F32, [0, 7], ReadOnlyMemory<byte>.Empty),
            new("flags", TensorType.Bool, [3], new byte[] { 1, 0, 1 }),
            new("number", TensorType.I64, [], BitConverter.GetBytes(-5L)),
            new("half", TensorType.BF16, [1, 1], new byte[] { 0x80, 0x3F }),
            new("déjà \"vu\"\n", TensorType.U8, [1], new byte[] { 9 }),
        ];

        var read = Read(Write(tensors, KeyValuePair.Create("b", "2"), KeyValuePair.Create("a", "ü")));

        CollectionAssert.AreEqual(new[] { "number", "empty", "weights", "half", "déjà \"vu\"\n", "flags" }, read.Tensors.Select(tensor => tensor.Name).ToArray());
        foreach (var tensor in tensors)
        {
            var back = read.Tensors.Single(other => other.Name == tensor.Name);
            Assert.AreEqual((tensor.Type, tensor.Shape), (back.Type, back.Shape));
            CollectionAssert.AreEqual(tensor.Bytes.ToArray(), back.Bytes.ToArray());
        }

        Assert.AreEqual("a=ü b=2", string.Join(' ', read.Metadata.Select(text => $"{text.Key}={text.Value}")));
    }

    [TestMethod]
    public void The_same_tensors_in_any_order_give_the_same_bytes()
    {
        NamedTensor[] tensors = [NamedTensor.Of("b", [1], [1]), NamedTensor.Of("a", [1], [2]), new("c", TensorType.F64, [1], new byte[8])];

        var bytes = Write(tensors);

        CollectionAssert.AreEqual(bytes, Write(tensors.Reverse()));
        CollectionAssert.AreEqual(bytes, Write(Read(bytes).Tensors));
        Assert.AreEqual(0, (bytes.Length - 16) % 8, "the data must begin at a multiple of eight");
    }

    [TestMethod]
    public void A_file_without_tensors_is_a_file() => Assert.HasCount(0, Read(Write([])).Tensors);

    [TestMethod]
    public void Two_tensors_of_one_name_cannot_be_written()
    {
        Assert.ThrowsExactly<ArgumentException>(() => Write([NamedTensor.Of("a", [1], [1]), NamedTensor.Of("a", [1], [1])]));
        Assert.ThrowsExactly<ArgumentException>(() => Write([NamedTensor.Of("__metadata__", [1], [1])]));
    }

    [TestMethod]
    public void A_real_file_reads_as_an_independent_program_reads_it()
    {
        var read = Safetensors.ReadFile(Path.Combine(AppContext.BaseDirectory, "golden", "models", "llama2-f32", "model.safetensors"));

        Assert.HasCount(21, read.Tensors);
        var norm = read.Tensors.Single(tensor => tensor.Name == "model.norm.weight");
        Assert.AreEqual<EquatableArray<long>>([32], norm.Shape);
        // The first numbers, unpacked from the file by hand.
        CollectionAssert.AreEqual(new[] { 0.98281783f, 1.1482335f, 1.1197783f, 0.8513714f }, norm.Floats[..4].ToArray());
    }

    [TestMethod]
    public void A_stream_is_read_from_where_it_stands()
    {
        using var stream = new MemoryStream([1, 2, 3, .. Write([NamedTensor.Of("a", [1], [7])])]) { Position = 3 };

        Assert.AreEqual(7, Safetensors.Read(stream, "it").Tensors[0].Floats[0]);
    }

    private static byte[] Write(IEnumerable<NamedTensor> tensors, params KeyValuePair<string, string>[] metadata)
    {
        using var stream = new MemoryStream();
        Safetensors.Write(stream, tensors, metadata);
        return stream.ToArray();
    }

    private static SafetensorsFile Read(byte[] bytes) => Safetensors.Read(new MemoryStream(bytes), "it");
}
