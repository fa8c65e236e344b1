using System.ComponentModel.DataAnnotations;
using System.Numerics;
using System.Text.RegularExpressions;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed partial class ArithmeticTests
{
    [TestMethod]
    [DataRow(1, 0L, 9L)]
    [DataRow(2, 10L, 99L)]
    [DataRow(3, 100L, 999L)]
    [DataRow(9, 100_000_000L, 999_999_999L)]
    public void Operands_have_the_digits_asked_for(int digits, long low, long high)
    {
        var operands = Sums(new() { Digits = [digits, 1] }).Select(sum => (long)sum.Left).ToArray();

        Assert.IsTrue(operands.All(operand => operand >= low && operand <= high));
        Assert.IsTrue(digits > 2 || operands.Distinct().Count() == high - low + 1, "every one of them is posed");
    }

    [TestMethod]
    public void Each_operand_has_its_own_digits()
    {
        foreach (var (left, _, right) in Sums(new() { Digits = [4, 2] }))
        {
            Assert.IsInRange(1000, 9999, left);
            Assert.IsInRange(10, 99, right);
        }
    }

    [TestMethod]
    [DataRow(0.0, 1, 1)]
    [DataRow(0.5, 3, 2)]
    [DataRow(1.0, 5, 3)]
    public void Difficulty_scales_the_digits(double difficulty, int left, int right)
    {
        foreach (var sum in Sums(new() { Digits = [5, 3] }, difficulty))
        {
            Assert.IsLessThanOrEqualTo(left, $"{sum.Left}".Length);
            Assert.IsLessThanOrEqualTo(right, $"{sum.Right}".Length);
            Assert.IsTrue(left == 1 || $"{sum.Left}".Length == left);
        }
    }

    [TestMethod]
    public void Divisions_come_out_even_and_never_divide_by_zero()
    {
        foreach (var options in new ArithmeticOptions[] { new() { Digits = [1, 1] }, new() { Digits = [2, 2] }, new() { Digits = [9, 9], Signed = true } })
        {
            foreach (var (dividend, _, divisor) in Sums(options with { Operations = [Operation.Divide] }))
            {
                Assert.AreNotEqual(BigInteger.Zero, divisor);
                Assert.AreEqual(BigInteger.Zero, dividend % divisor);
            }
        }
    }

    [TestMethod]
    public void Signs_are_even_when_asked_for_and_absent_otherwise()
    {
        Assert.IsTrue(Sums(new()).All(sum => sum.Left > 0 && sum.Right > 0));

        // 4000 fair draws: 2000 ± 32; 200 is more than six deviations.
        var signed = Sums(new() { Signed = true });
        Assert.IsInRange(1800, 2200, signed.Count(sum => sum.Left < 0));
        Assert.IsInRange(1800, 2200, signed.Count(sum => sum.Right < 0));
    }

    [TestMethod]
    public void Operations_are_posed_equally_often()
    {
        var counts = Sums(new() { Operations = [Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Divide] }).CountBy(sum => sum.Symbol).ToDictionary();

        Assert.HasCount(4, counts);
        // 1000 ± 27 each.
        Assert.IsTrue(counts.Values.All(count => count is > 830 and < 1170));
    }

    [TestMethod]
    [DataRow("17*24=", "24*17=", true)]
    [DataRow("17+24=", "24+17=", true)]
    [DataRow("-3*5=", "5*-3=", true)]
    [DataRow("17-24=", "24-17=", false)]
    [DataRow("6/3=", "3/6=", false)]
    [DataRow("17*24=", "17+24=", false)]
    [DataRow("1*11=", "11*1=", true)]
    [DataRow("1*12=", "2*11=", false)]
    public void Mirror_images_share_a_key_where_order_does_not_matter(string first, string second, bool same)
    {
        var environment = new Arithmetic(new());
        var keys = new[] { first, second }.Select(prompt => environment.Read(prompt, out _)?.Key).ToArray();

        Assert.AreEqual(same, keys[0] == keys[1]);
    }

    [TestMethod]
    [DynamicData(nameof(Odd))]
    public void Options_that_cannot_be_are_refused(ArithmeticOptions options, string member)
    {
        var results = new List<ValidationResult>();

        Assert.IsFalse(Validator.TryValidateObject(options, new(options), results, validateAllProperties: true));
        Assert.AreEqual(member, results.Single().MemberNames.Single());
    }

    public static IEnumerable<(ArithmeticOptions Options, string Member)> Odd =>
    [
        (new() { Operations = [] }, "Operations"),
        (new() { Operations = [Operation.Add, Operation.Add] }, "Operations"),
        (new() { Operations = [(Operation)7] }, "Operations"),
        (new() { Digits = [] }, "Digits"),
        (new() { Digits = [2] }, "Digits"),
        (new() { Digits = [2, 2, 2] }, "Digits"),
        (new() { Digits = [0, 2] }, "Digits"),
        (new() { Digits = [2, 10] }, "Digits"),
        (new() { HeldOut = 1 }, "HeldOut"),
        (new() { Difficulty = -0.1 }, "Difficulty"),
        (new() { Terms = [] }, "Terms"),
        (new() { Terms = [3] }, "Terms"),
        (new() { Terms = [1, 3] }, "Terms"),
        (new() { Terms = [4, 3] }, "Terms"),
        (new() { Terms = [2, 9] }, "Terms"),
        (new() { Parentheses = true }, "Parentheses"),
    ];

    [TestMethod]
    [DynamicData(nameof(Sound))]
    public async Task It_keeps_what_an_environment_promises(ArithmeticOptions options)
    {
        var tools = new Toolbox([new("calculator", new Calculator(new(), new ParlotExpressions()))]);
        Validator.ValidateObject(options, new(options), validateAllProperties: true);

        var checks = await EnvironmentConformance.Examine("arithmetic", new Arithmetic(options), tools, Draw.From(1), default);

        CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
    }

    public static IEnumerable<ArithmeticOptions> Sound =>
    [
        new(),
        new() { Operations = [Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Divide], Signed = true, Digits = [3, 2] },
        new() { Operations = [Operation.Divide], Digits = [1, 1] },
        new() { Digits = [9, 9], Signed = true, Demonstrations = new() { ToolShare = 1, Mistyped = 1, Misread = 1 } },
        new() { Operations = [.. Enum.GetValues<Operation>()], Terms = [2, 4], Parentheses = true },
        new() { Operations = [.. Enum.GetValues<Operation>()], Terms = [2, 8], Signed = true, Digits = [9, 9] },
        new() { Operations = [Operation.Divide], Terms = [3, 3], Parentheses = true, Demonstrations = new() { ToolShare = 1, Mistyped = 1, Misread = 1 } },
    ];

    private static (BigInteger Left, string Symbol, BigInteger Right)[] Sums(ArithmeticOptions options, double difficulty = 1) =>
        Enumerable.Range(0, 4000).Select(seed =>
        {
            var text = ((TextPart)new Arithmetic(options).Pose((ulong)seed, difficulty).Prompt(0).Single()).Text;
            var sum = Sum().Match(text);
            Assert.IsTrue(sum.Success, text);
            return (BigInteger.Parse(sum.Groups[1].Value), sum.Groups[2].Value, BigInteger.Parse(sum.Groups[3].Value));
        }).ToArray();

    [GeneratedRegex(@"^(-?[0-9]+)([-+*/])(-?[0-9]+)=\z")]
    private static partial Regex Sum();
}
