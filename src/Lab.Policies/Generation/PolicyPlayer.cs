using Lab.Core;

namespace Lab.Policies;

/// <summary>Takes a seat with a generator: renders what the seat has seen, samples, reads what was said.</summary>
/// <param name="generator">What samples.</param>
/// <param name="renderer">Maps parts to tokens and back.</param>
/// <param name="temperature">Divides the logits; 0 is greedy.</param>
public sealed class PolicyPlayer(IGenerator generator, Renderer renderer, double temperature) : IPlayer
{
    public ISeated Sit(Problem problem, int seat, Draw draw) => new Seated(seat, generator.Open(draw), generator.Context, generator.WeightsVersion, renderer, temperature);

    private sealed class Seated(int seat, ISequence sequence, int context, string version, Renderer renderer, double temperature) : ISeated
    {
        private int _seen;

        public async ValueTask<Segment> Say(Match soFar, int maxTokens, CancellationToken stop)
        {
            var transcript = soFar.Episodes[seat].Transcript;
            var observed = new List<int>();
            for (; _seen < transcript.Count; _seen++)
            {
                // What was sampled stands in the sequence already.
                if (transcript[_seen].Said is null)
                {
                    renderer.Render(transcript[_seen], observed);
                }
            }

            if (sequence.Length + observed.Count >= context)
            {
                // Sampled, and nothing came of it: not even an end, which nobody said.
                return new(Role.Said, [], Ending.OutOfTokens, new Said([], [], [], version));
            }

            sequence.Append(observed.ToArray());
            return renderer.Parse(await sequence.Say(new(maxTokens, Renderer.Stops, temperature), stop).ConfigureAwait(false));
        }

        public void Dispose() => sequence.Dispose();
    }
}
