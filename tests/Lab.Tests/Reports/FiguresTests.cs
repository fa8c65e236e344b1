using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class FiguresTests
{
    [TestMethod]
    [DataRow(0.0, "0 %")]
    [DataRow(1.0, "100 %")]
    [DataRow(0.17, "17.0 %")]
    [DataRow(0.9876, "98.8 %")]
    [DataRow(0.9999, "99.99 %")]
    [DataRow(0.0002, "0.02 %")]
    [DataRow(0.99999, "99.999 %")]
    public void Only_all_is_a_hundred_per_cent_and_only_none_is_zero(double share, string expected) =>
        Assert.AreEqual(expected, Figures.Percent(share).Replace('\u00a0', ' '));

    [TestMethod]
    [DataRow(0.04, "0.0 s")]
    [DataRow(9.94, "9.9 s")]
    [DataRow(9.96, "10 s")]
    [DataRow(59.4, "59 s")]
    [DataRow(59.6, "1 min 0 s")]
    [DataRow(161.4, "2 min 41 s")]
    [DataRow(3599.7, "1 h 0 min")]
    [DataRow(3900.0, "1 h 5 min")]
    public void Durations_carry_over(double seconds, string expected) =>
        Assert.AreEqual(expected, Figures.Duration(seconds).Replace('\u00a0', ' '));

    [TestMethod]
    [DataRow(0.0, "0")]
    [DataRow(0.05234, "0.0523")]
    [DataRow(12.345, "12.35")]
    [DataRow(12345.6, "12,346")]
    [DataRow(-0.5, "-0.5")]
    [DataRow(0.00001234, "1.23E-05")]
    public void Measurements_are_short(double value, string expected) => Assert.AreEqual(expected, Figures.Measure(value));

    [TestMethod]
    public void Text_in_markup_is_escaped_and_markup_in_markup_is_not()
    {
        const string hostile = "<script>alert('&\"')</script>";

        Assert.AreEqual("<b>&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;</b>", Html.Of($"<b>{hostile}</b>").ToString());
        Assert.AreEqual("<i><b>x</b></i>", Html.Of($"<i>{Html.Of($"<b>{"x"}</b>")}</i>").ToString());
    }

    [TestMethod]
    [DataRow("a\u202eb", "a\\u{202e}b")]
    [DataRow("a\0b", "a\\u{0}b")]
    [DataRow("a\u200bb", "a\\u{200b}b")]
    [DataRow("a\nb", "a\nb")]
    [DataRow("\U0001F600 é", "\U0001F600 é")]
    public void What_cannot_be_seen_is_spelt_out(string text, string expected) => Assert.AreEqual(expected, Html.Of($"{text}").ToString());

    [TestMethod]
    public void Half_a_letter_is_replaced() => Assert.AreEqual("\ufffd!", Html.Of($"{"\ud800!"}").ToString());
}
