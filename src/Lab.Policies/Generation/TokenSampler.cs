using Lab.Core;

namespace Lab.Policies;

/// <summary>Picks a token from a row of log-probabilities.</summary>
internal static class TokenSampler
{
    /// <summary>
    /// Inverse transform sampling: the first token at which the summed probability passes a number in [0, 1). Where rounding
    /// keeps the sum below it, the last token that has any probability.
    /// </summary>
    public static int Sample(ReadOnlySpan<float> logProbabilities, double uniform)
    {
        var passed = 0.0;
        var last = 0;
        for (var token = 0; token < logProbabilities.Length; token++)
        {
            var probability = Math.Exp(logProbabilities[token]);
            if (probability > 0)
            {
                passed += probability;
                last = token;
            }

            if (passed > uniform)
            {
                return token;
            }
        }

        return last;
    }

    /// <summary>The likeliest token, the lowest id among equals.</summary>
    public static int Greedy(ReadOnlySpan<float> logProbabilities)
    {
        var best = 0;
        for (var token = 1; token < logProbabilities.Length; token++)
        {
            if (logProbabilities[token] > logProbabilities[best])
            {
                best = token;
            }
        }

        return best;
    }

    /// <summary>The likeliest tokens, best first, the lower id first among equals.</summary>
    public static EquatableArray<Candidate> Top(ReadOnlySpan<float> logProbabilities, int count) => logProbabilities.ToArray()
        .Select((logProbability, token) => new Candidate(token, logProbability))
        .OrderByDescending(candidate => candidate.LogProbability)
        .ThenBy(candidate => candidate.Token)
        .Take(count)
        .ToEquatableArray();
}
