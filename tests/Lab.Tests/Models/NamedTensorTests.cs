using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class NamedTensorTests
{
    [TestMethod]
    public void Floats_are_the_bytes_themselves()
    {
        var bytes = new byte[8];
        var tensor = new NamedTensor("a", TensorType.F32, [2], bytes);

        BitConverter.TryWriteBytes(bytes.AsSpan(4), 1.5f);

        CollectionAssert.AreEqual(new[] { 0, 1.5f }, tensor.Floats.ToArray());
    }

    [TestMethod]
    public void A_tensor_of_floats_owns_its_numbers()
    {
        float[] numbers = [1, 2];
        var tensor = NamedTensor.Of("a", [2], numbers);

        numbers[0] = 9;

        Assert.AreEqual(1, tensor.Floats[0]);
    }

    [TestMethod]
    public void Bytes_that_do_not_fill_the_shape_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new NamedTensor("a", TensorType.F32, [2], new byte[7]));
        Assert.ThrowsExactly<ArgumentException>(() => new NamedTensor("a", TensorType.F32, [-2, -1], new byte[8]));
        Assert.ThrowsExactly<ArgumentException>(() => NamedTensor.Of("a", [], []));
    }

    [TestMethod]
    public void Only_f32_has_floats() =>
        Assert.ThrowsExactly<InvalidOperationException>(() => new NamedTensor("a", TensorType.I32, [1], new byte[4]).Floats.Length);

    [TestMethod]
    public void Lengths_beyond_all_files_are_none()
    {
        Assert.IsNull(NamedTensor.Length(TensorType.F32, [long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue]));
        Assert.IsNull(NamedTensor.Length(TensorType.U8, [1L << 62, 2]));
        Assert.AreEqual(1L << 62, NamedTensor.Length(TensorType.U8, [1L << 62]));
        Assert.AreEqual(0, NamedTensor.Length(TensorType.F64, [long.MaxValue, long.MaxValue, 0, 5]));
        Assert.AreEqual(8, NamedTensor.Length(TensorType.F64, []));
    }
}
