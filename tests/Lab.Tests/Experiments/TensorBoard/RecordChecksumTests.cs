using System.Text;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class RecordChecksumTests
{
    [TestMethod]
    public void The_checksum_is_that_of_the_catalogue() => Assert.AreEqual(0xE3069283, RecordChecksum.Of("123456789"u8));

    // RFC 3720, B.4.
    [TestMethod]
    public void The_checksum_is_that_of_the_standard_s_examples()
    {
        Assert.AreEqual(0x8A9136AA, RecordChecksum.Of(new byte[32]));
        Assert.AreEqual(0x62A8AB43u, RecordChecksum.Of([.. Enumerable.Repeat((byte)0xff, 32)]));
        Assert.AreEqual(0x46DD794Eu, RecordChecksum.Of([.. Enumerable.Range(0, 32).Select(index => (byte)index)]));
    }

    // The checksum of nothing is 0, and so is what is turned.
    [TestMethod]
    public void A_masked_checksum_is_turned_and_shifted()
    {
        Assert.AreEqual(0xa282ead8, RecordChecksum.Masked([]));
        Assert.AreEqual(unchecked(((0xE3069283 >> 15) | (0xE3069283 << 17)) + 0xa282ead8), RecordChecksum.Masked(Encoding.ASCII.GetBytes("123456789")));
    }
}
