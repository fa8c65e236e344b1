using System.Numerics;
using System.Text.RegularExpressions;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed partial class ArithmeticTermsTests
{
    private static readonly ParlotExpressions Expressions = new();
    private static readonly EquatableArray<Operation> All = [Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Divide];

    [TestMethod]
    [DataRow(3476524305191923282UL, "35*13=")]
    [DataRow(959770323839737770UL, "65*44=")]
    [DataRow(14007742539721788992UL, "75*25=")]
    [DataRow(12491568110417182066UL, "77*71=")]
    [DataRow(7501257182092859141UL, "78*48=")]
    [DataRow(8721208875736643627UL, "87*45=")]
    [DataRow(4895638316532886000UL, "68*72=")]
    [DataRow(13442322928836714053UL, "19*94=")]
    public void With_two_terms_the_problems_of_earlier_versions_are_posed(ulong seed, string prompt)
    {
        // Read in the episodes of a run from before there were more terms.
        var problem = new Arithmetic(new() { Operations = [Operation.Multiply], Digits = [2, 2] }).Pose(seed, 1);

        Assert.AreEqual(prompt, Text(problem));
        Assert.AreEqual(string.Join('*', prompt.TrimEnd('=').Split('*').Order()), problem.Key);
    }

    [TestMethod]
    [DataRow(2, 4, false, 1.0, 2, 4)]
    [DataRow(2, 8, true, 1.0, 2, 8)]
    [DataRow(3, 3, true, 1.0, 3, 3)]
    [DataRow(2, 6, false, 0.0, 2, 2)]
    [DataRow(2, 6, true, 0.5, 2, 4)]
    public void There_are_as_many_terms_as_asked_for(int least, int most, bool parentheses, double difficulty, int fewest, int greatest)
    {
        var counts = Pose(new() { Operations = All, Terms = [least, most], Parentheses = parentheses }, difficulty)
            .Select(text => Number().Count(text)).Distinct().Order().ToArray();

        CollectionAssert.AreEqual(Enumerable.Range(fewest, greatest - fewest + 1).ToArray(), counts);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Answers_are_whole_and_those_of_another_program(bool parentheses)
    {
        var environment = new Arithmetic(new() { Operations = All, Terms = [2, 5], Parentheses = parentheses, Signed = true });
        for (var seed = 0UL; seed < 2000; seed++)
        {
            var problem = environment.Pose(seed, 1);
            var value = Expressions.Evaluate(Text(problem).TrimEnd('=')).Value;
            Assert.IsTrue(value is { IsInteger: true }, Text(problem));
            Assert.AreEqual<EquatableArray<Part>>([new TextPart($"{value}")], environment.Solution(problem));
        }
    }

    [TestMethod]
    public void Every_division_on_the_way_comes_out_even()
    {
        foreach (var parentheses in new[] { false, true })
        {
            foreach (var operations in new EquatableArray<Operation>[] { All, [Operation.Divide], [Operation.Add, Operation.Divide] })
            {
                foreach (var text in Pose(new() { Operations = operations, Terms = [3, 5], Parentheses = parentheses, Digits = [3, 1] }))
                {
                    Assert.AreEqual(0, Remainders(text), text);
                }
            }
        }
    }

    [TestMethod]
    public void No_operation_is_posed_that_is_not_listed()
    {
        foreach (var listed in Enumerable.Range(1, 15).Select(set => All.Where((_, index) => (set >> index & 1) == 1).ToEquatableArray()))
        {
            foreach (var parentheses in new[] { false, true })
            {
                var posed = Pose(new() { Operations = listed, Terms = [3, 5], Parentheses = parentheses });
                CollectionAssert.IsSubsetOf(posed.SelectMany(text => text.Where("+-*/".Contains)).Distinct().ToArray(), listed.Select(operation => "+-*/"[(int)operation]).ToArray());
                Assert.IsTrue(posed.All(text => Remainders(text) == 0));
            }
        }
    }

    [TestMethod]
    public void Parentheses_stand_where_asked_for_and_needed_alone()
    {
        Assert.IsTrue(Pose(new() { Operations = All, Terms = [2, 5] }).All(text => !text.Contains('(')));

        var nested = Pose(new() { Operations = All, Terms = [3, 5], Parentheses = true });
        Assert.IsGreaterThan(0.2, nested.Average(text => text.Contains('(') ? 1.0 : 0.0));
        foreach (var text in nested.Where(text => text.Contains('(')))
        {
            Assert.DoesNotMatchRegex(@"\([0-9]+\)", text);
            Assert.DoesNotMatchRegex(@"^\([^()]*\)=", text);
        }
    }

    [TestMethod]
    [DataRow("3+4*5=", "5*4+3=", true)]
    [DataRow("(3+4)*5=", "5*(4+3)=", true)]
    [DataRow("1+2+3=", "3+1+2=", true)]
    [DataRow("1+(2+3)=", "1+2+3=", true)]
    [DataRow("2*3-1=", "3*2-1=", true)]
    [DataRow("1-2*3=", "2*3-1=", false)]
    [DataRow("(3+4)*5=", "3+4*5=", false)]
    [DataRow("8/2/2=", "8/(2/2)=", false)]
    [DataRow("7-2-1=", "7-(2-1)=", false)]
    [DataRow("-3*5+1=", "5*-3+1=", true)]
    public void Orders_that_do_not_matter_share_a_key(string first, string second, bool same)
    {
        var environment = new Arithmetic(new() { Operations = All, Terms = [2, 4], Parentheses = true });
        var keys = new[] { first, second }.Select(prompt => environment.Read(prompt, out var error)?.Key ?? error).ToArray();

        Assert.AreEqual(same, keys[0] == keys[1]);
    }

    [TestMethod]
    [DataRow("(3+4)*12-5=", "79")]
    [DataRow("( 3 + 4 ) * 12 - 5", "79")]
    [DataRow("2--3*2", "8")]
    [DataRow("17*24=", "408")]
    [DataRow("100/5/4*3=", "15")]
    public void A_sum_typed_by_a_person_is_read(string prompt, string answer)
    {
        var environment = new Arithmetic(new() { Terms = [2, 4] });
        var problem = environment.Read(prompt, out var error);

        Assert.IsNull(error);
        Assert.AreEqual<EquatableArray<Part>>([new TextPart(answer)], environment.Solution(problem!));
    }

    [TestMethod]
    [DataRow("", "expected whole numbers")]
    [DataRow("17=", "expected whole numbers")]
    [DataRow("(1+2", "expected whole numbers")]
    [DataRow("1+2)", "expected whole numbers")]
    [DataRow("1+2==", "expected whole numbers")]
    [DataRow("1.5+2=", "expected whole numbers")]
    [DataRow("1++2=", "expected whole numbers")]
    [DataRow("٣+٤=", "expected whole numbers")]
    [DataRow("1+2*(3-", "expected whole numbers")]
    [DataRow("7/0=", "does not come out even")]
    [DataRow("7/2*2=", "does not come out even")]
    public void What_is_no_sum_is_refused_with_the_reason(string prompt, string reason)
    {
        Assert.IsNull(new Arithmetic(new() { Terms = [2, 4] }).Read(prompt, out var error));
        Assert.Contains(reason, error!);
    }

    private static string Text(Problem problem) => ((TextPart)problem.Prompt(0).Single()).Text;

    private static string[] Pose(ArithmeticOptions options, double difficulty = 1) =>
        [.. Enumerable.Range(0, 1000).Select(seed => Text(new Arithmetic(options).Pose((ulong)seed, difficulty)))];

    /// <summary>Divisions with a remainder, by doing innermost operations one after the other on the text.</summary>
    private static int Remainders(string text)
    {
        var (uneven, rest) = (0, text.TrimEnd('='));
        while (Operations().Select(operation => operation.Match(rest)).FirstOrDefault(match => match.Success) is { } match)
        {
            if (!match.Groups["a"].Success)
            {
                rest = rest.Remove(match.Index, match.Length).Insert(match.Index, match.Groups["inner"].Value);
                continue;
            }

            var (a, b) = (BigInteger.Parse(match.Groups["a"].Value), BigInteger.Parse(match.Groups["b"].Value));
            uneven += match.Groups["op"].Value == "/" && a % b != 0 ? 1 : 0;
            var value = match.Groups["op"].Value switch { "+" => a + b, "-" => a - b, "*" => a * b, _ => a / b };
            rest = rest.Remove(match.Index, match.Length).Insert(match.Index, $"{value}").Replace("---", "-").Replace("+--", "+");
        }

        return BigInteger.TryParse(rest, out _) ? uneven : throw new FormatException(rest);
    }

    private static IEnumerable<Regex> Operations() => [Group(), Products(), Sums()];

    [GeneratedRegex("(?<![0-9])[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\((?<inner>-?[0-9]+)\)")]
    private static partial Regex Group();

    // The leftmost product or quotient of numbers that no parenthesis or earlier product keeps from being done.
    [GeneratedRegex(@"(?<=^|[-+(])(?<a>(?<=^|\()-?[0-9]+|[0-9]+)(?<op>[*/])(?<b>-?[0-9]+)")]
    private static partial Regex Products();

    [GeneratedRegex(@"(?<=^|\()(?<a>-?[0-9]+)(?<op>[-+])(?<b>-?[0-9]+)(?![0-9]*[*/(])(?=\)|[-+]|\z)")]
    private static partial Regex Sums();
}
