using System.Globalization;

namespace Lab.Environments;

/// <summary>The function x => square·x·x + factor·x + offset, of whole numbers.</summary>
internal readonly record struct Rule(int Square, int Factor, int Offset)
{
    public long At(long x) => (Square * x * x) + (Factor * x) + Offset;

    /// <summary>As a person would write it: <c>x=>3*x-1</c>, without what is nothing.</summary>
    public string Source
    {
        get
        {
            string?[] terms = [Term(Square, "x*x"), Term(Factor, "x"), Offset == 0 ? null : Offset.ToString(CultureInfo.InvariantCulture)];
            var sum = string.Join('+', terms.Where(term => term is not null)).Replace("+-", "-", StringComparison.Ordinal);
            return $"x=>{(sum.Length == 0 ? "0" : sum)}";
        }
    }

    private static string? Term(int times, string what) => times switch
    {
        0 => null,
        1 => what,
        -1 => $"-{what}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{times}*{what}"),
    };
}
