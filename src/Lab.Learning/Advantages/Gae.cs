namespace Lab.Learning;

/// <summary>Generalised advantage estimation over what a seat said: Schulman et al. 2015, arXiv:1506.02438, equation 16.</summary>
public static class Gae
{
    /// <summary>
    /// Advantages and returns of one episode of T tokens. The recursion runs over said tokens only: observed ones are no choice
    /// of the seat's and no time passes in them. The value after the last token is 0.
    /// </summary>
    /// <param name="rewards">The reward that follows each token.</param>
    /// <param name="values">The value before each token.</param>
    /// <param name="said">Which tokens the seat said; the others get 0.</param>
    /// <param name="gamma">Discount per said token, in [0, 1].</param>
    /// <param name="lambda">In [0, 1]: 0 trusts the values, 1 the rewards.</param>
    /// <param name="advantages">Filled: how much better each token was than expected.</param>
    /// <param name="returns">Filled: advantages plus values, the value head's target.</param>
    public static void Estimate(
        ReadOnlySpan<float> rewards,
        ReadOnlySpan<float> values,
        ReadOnlySpan<bool> said,
        double gamma,
        double lambda,
        Span<float> advantages,
        Span<float> returns)
    {
        double nextValue = 0, nextAdvantage = 0;
        for (var token = said.Length - 1; token >= 0; token--)
        {
            if (!said[token])
            {
                advantages[token] = returns[token] = 0;
                continue;
            }

            var surprise = rewards[token] + (gamma * nextValue) - values[token];
            nextAdvantage = surprise + (gamma * lambda * nextAdvantage);
            nextValue = values[token];
            advantages[token] = (float)nextAdvantage;
            returns[token] = (float)(nextAdvantage + values[token]);
        }
    }
}
