using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>How near a number is to the right one: 1/(1+e), where e is the error relative to the right one, or to 1 if that is more.</summary>
internal static class Closeness
{
    /// <summary>1 for the right number alone: no wrong one is rounded to it.</summary>
    public static double Of(Rational number, Rational answer)
    {
        if (number == answer)
        {
            return 1;
        }

        var off = number - answer;
        var size = Math.Max(1, Approximate(answer.Numerator, answer.Denominator));
        return 1 / (1 + Math.Max(Math.BitIncrement(1.0) - 1, Approximate(off.Numerator, off.Denominator) / size));
    }

    private static double Approximate(BigInteger numerator, BigInteger denominator) => (double)BigInteger.Abs(numerator) / (double)denominator;
}
