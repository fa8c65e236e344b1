using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Makes a comparison's runs: the base with the shared changes, then a variant's, then the command line's, with each seed.</summary>
/// <param name="catalog">The plugins that the base may name.</param>
/// <param name="comparison">What is compared.</param>
/// <param name="source">What to call the comparison file in messages.</param>
public sealed class Expansion(Catalog catalog, Comparison comparison, string source)
{
    // Each has a place of its own, or comes too late: libraries are loaded before variants are read.
    private static readonly Dictionary<string, string> s_elsewhere = new()
    {
        ["name"] = "the label names a variant's runs",
        ["seed"] = "seeds are said in $.seeds",
        ["plugins"] = "libraries are named by the base",
        ["$schema"] = "is no part of an experiment",
    };

    private readonly ExperimentReader _reader = new(catalog);

    /// <summary>Every variant with every seed: a variant's seeds, then the next variant's.</summary>
    /// <param name="text">The base, an experiment file.</param>
    /// <param name="path">Where that file is: what it names is relative to it.</param>
    /// <param name="seed">What the base's seed is, where the comparison lists none.</param>
    /// <param name="overrides">Changes from the command line.</param>
    /// <exception cref="InvalidInputException">Something in a variant is wrong: all of it, of all variants.</exception>
    public IReadOnlyList<ComparedRun> Expand(string text, string path, ulong seed, IEnumerable<string> overrides)
    {
        var last = overrides.Select(Override.Parse).ToArray();
        using var document = SourceText.Parse(text, source);
        var root = _reader.Locate(document.RootElement, path);
        var errors = new List<InputError>();
        var variants = comparison.Variants.Keys.Select(label => Make(label, root, last, errors)).ToArray();
        ulong[] seeds = comparison.Seeds.Count > 0 ? [.. comparison.Seeds] : [seed];
        return errors.Count == 0
            ? [.. variants.SelectMany(variant => seeds.Select(each => variant! with { Experiment = variant.Experiment with { Seed = each } }))]
            : throw new InvalidInputException(source, [.. errors.Distinct()]);
    }

    private ComparedRun? Make(string label, JsonElement document, Override[] last, List<InputError> errors)
    {
        // A change that cannot be made is left out, so that it hides no mistake elsewhere.
        var before = errors.Count;
        var variants = JsonPath.Root.Member("variants").Member(label);
        var changes = new List<PlacedChange>();
        foreach (var (path, value, written) in Written(comparison.Set, JsonPath.Root.Member("set")).Concat(Written(comparison.Variants[label], variants)))
        {
            try
            {
                var change = Override.Of(path, value, source);
                document = s_elsewhere.TryGetValue(change.Root, out var reason) ? throw new InvalidInputException(source, reason) : change.Apply(document, out var changed);
                changes.Add(new(written, changed));
            }
            catch (InvalidInputException error)
            {
                errors.AddRange(error.Errors.Select(wrong => wrong with { Path = written.ToString() }));
            }
        }

        var origin = new VariantOrigin(label, [.. changes]);
        try
        {
            var experiment = _reader.ReadDocument(_reader.Locate(last.Aggregate(document, (document, change) => change.Apply(document)), source), source);
            return errors.Count == before ? new(label, experiment with { Name = label }, origin) : null;
        }
        catch (InvalidInputException error)
        {
            errors.AddRange(error.Errors.Select(origin.Trace));
            return null;
        }
    }

    private static IEnumerable<(string Path, JsonElement Value, JsonPath Written)> Written(OrderedDictionary<string, JsonElement> changes, JsonPath at) =>
        changes.Select(change => (change.Key, change.Value, at.Member(change.Key)));
}
