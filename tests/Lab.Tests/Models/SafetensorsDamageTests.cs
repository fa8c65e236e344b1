using System.Buffers.Binary;
using System.Text;
using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class SafetensorsDamageTests
{
    private const string Good = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[8,12]}}""";

    [TestMethod]
    public void The_undamaged_file_reads() => Assert.HasCount(2, Read(File(Good, 12)).Tensors);

    [TestMethod]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[6,10]}}""", 10, "tensor 'b' overlaps another tensor")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "tensor 'b' overlaps another tensor")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[9,13]}}""", 13, "tensor 'b' leaves 1 bytes before it unused")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[1,9]}}""", 9, "tensor 'a' leaves 1 bytes before it unused")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "1 bytes behind the last tensor belong to none")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "tensor 'a' ends at byte 8 of the data, but the file has 7")]
    [DataRow("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "tensor 'a' takes 8 bytes, but F32 [3] needs 12")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "tensor 'a' has impossible data_offsets")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", 8, "tensor 'a' has impossible data_offsets")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", 8, "tensor 'a' has impossible data_offsets")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,18446744073709551616]}}""", 8, "tensor 'a' has impossible data_offsets")]
    [DataRow("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "tensor 'a' has an impossible shape")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""", 8, "tensor 'a' has an impossible shape")]
    [DataRow("""{"a":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904,16],"data_offsets":[0,0]}}""", 0, "tensor 'a' has an impossible shape")]
    [DataRow("""{"a":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}""", 8, "tensor 'a' has the unknown dtype 'F31'; known are BOOL, U8")]
    [DataRow("""{"a":{"dtype":"f32","shape":[2],"data_offsets":[0,8]}}""", 8, "unknown dtype 'f32'")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2]}}""", 8, "tensor 'a' must have dtype, shape and data_offsets")]
    [DataRow("""{"a":{"dtype":"F32","dtype":"F16","shape":[2],"data_offsets":[0,8]}}""", 8, "tensor 'a' must have dtype, shape and data_offsets")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""", 16, "tensor 'a' occurs twice")]
    [DataRow("""{"a\nb":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}""", 8, "tensor 'a\\nb' has")]
    [DataRow("""{"__metadata__":{"a":null}}""", 0, "must hold texts")]
    [DataRow("""{"__metadata__":{"a":1}}""", 0, "not the JSON of a safetensors file")]
    [DataRow("""{"a":7}""", 8, "not the JSON of a safetensors file")]
    [DataRow("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "not the JSON of a safetensors file")]
    [DataRow("""[]""", 0, "not the JSON of a safetensors file")]
    [DataRow("""{"a":""", 0, "not the JSON of a safetensors file")]
    [DataRow("", 0, "not the JSON of a safetensors file")]
    public void A_damaged_header_gets_one_line(string header, int data, string message) => Refuses(File(header, data), message);

    [TestMethod]
    public void A_header_that_is_not_utf8_gets_one_line() => Refuses([2, 0, 0, 0, 0, 0, 0, 0, 0xC3, 0x28], "the header is not UTF-8");

    [TestMethod]
    [DataRow(0UL)]
    [DataRow(1UL)]
    [DataRow(1_000UL)]
    [DataRow(100_000_001UL)]
    [DataRow(9_223_372_036_854_775_807UL)]
    [DataRow(18_446_744_073_709_551_615UL)]
    public void An_absurd_header_length_is_refused_without_reading_it(ulong length)
    {
        var file = File(Good, 12);
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);

        Refuses(file, "header");
    }

    [TestMethod]
    public void A_file_cut_anywhere_is_refused()
    {
        var file = File(Good, 12);
        for (var length = 0; length < file.Length; length++)
        {
            Refuses(file[..length], "");
        }
    }

    [TestMethod]
    public void A_huge_name_is_cut_in_the_message()
    {
        var header = "{\"" + new string('x', 5000) + "\":{}}";

        Assert.IsLessThan(300, Refuses(File(header, 0), "xxx").Length);
    }

    [TestMethod]
    public void A_missing_file_gets_one_line()
    {
        var path = Path.Combine(Path.GetTempPath(), "there-is-no-such.safetensors");

        var error = Assert.ThrowsExactly<InvalidInputException>(() => Safetensors.ReadFile(path));

        StringAssert.StartsWith(error.Message, path);
    }

    private static string Refuses(byte[] file, string message)
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(() => Read(file));
        StringAssert.StartsWith(error.Message, "it.safetensors: ");
        StringAssert.Contains(error.Message, message);
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    private static SafetensorsFile Read(byte[] file) => Safetensors.Read(new MemoryStream(file), "it.safetensors");

    private static byte[] File(string header, int data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. new byte[data]];
    }
}
