using System.Numerics;
using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class RationalTests
{
    [TestMethod]
    [DataRow(6, 4, "3/2")]
    [DataRow(-6, 4, "-3/2")]
    [DataRow(6, -4, "-3/2")]
    [DataRow(-6, -4, "3/2")]
    [DataRow(8, 4, "2")]
    [DataRow(0, -7, "0")]
    public void Fractions_are_in_lowest_terms_with_a_positive_denominator(int numerator, int denominator, string text)
    {
        var value = new Rational(numerator, denominator);

        Assert.AreEqual(text, value.ToString());
        Assert.IsTrue(value.Denominator > 0);
        Assert.AreEqual(!text.Contains('/', StringComparison.Ordinal), value.IsInteger);
    }

    [TestMethod]
    public void Arithmetic_is_exact()
    {
        var third = new Rational(1, 3);
        var half = new Rational(1, 2);

        Assert.AreEqual(new Rational(5, 6), third + half);
        Assert.AreEqual(new Rational(-1, 6), third - half);
        Assert.AreEqual(new Rational(1, 6), third * half);
        Assert.AreEqual(new Rational(2, 3), third / half);
        Assert.AreEqual(new Rational(-1, 3), -third);
        Assert.AreEqual<Rational>(1, third + third + third);
    }

    [TestMethod]
    public void Integers_never_wrap()
    {
        Rational nines = 99_999;
        Rational largest = long.MaxValue;

        Assert.AreEqual("9999800001", (nines * nines).ToString());
        Assert.AreEqual("85070591730234615847396907784232501249", (largest * largest).ToString());
        Assert.AreEqual("-9223372036854775808", (-largest - 1).ToString());
        Assert.AreEqual(BigInteger.Pow(10, 50), new Rational(BigInteger.Pow(10, 60), BigInteger.Pow(10, 10)).Numerator);
    }

    [TestMethod]
    public void Tenths_are_not_binary_fractions() => Assert.AreEqual(new Rational(3, 10), new Rational(1, 10) + new Rational(2, 10));

    [TestMethod]
    public void Nothing_is_divided_by_zero()
    {
        Assert.ThrowsExactly<DivideByZeroException>(() => new Rational(1, 0));
        Assert.ThrowsExactly<DivideByZeroException>(() => new Rational(0, 0));
        Assert.ThrowsExactly<DivideByZeroException>(() => new Rational(1, 2) / 0);
    }

    [TestMethod]
    public void The_default_is_zero_and_usable()
    {
        Rational zero = default;

        Assert.AreEqual<Rational>(0, zero);
        Assert.AreEqual("0", zero.ToString());
        Assert.AreEqual(new Rational(1, 2), zero + new Rational(1, 2));
    }
}
