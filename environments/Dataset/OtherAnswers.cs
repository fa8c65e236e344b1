using Lab.Core;

namespace Lab.Environments;

/// <summary>Answers to choose a wrong one from. Equal ones stand together, so that leaving out one of them takes no copy.</summary>
internal sealed class OtherAnswers
{
    private readonly string[] _texts;
    private readonly Dictionary<string, (int Start, int Count)> _places = new(StringComparer.Ordinal);

    public OtherAnswers(IEnumerable<string> texts)
    {
        var groups = texts.GroupBy(text => text, StringComparer.Ordinal).ToArray();
        _texts = [.. groups.SelectMany(group => group)];
        var start = 0;
        foreach (var group in groups)
        {
            _places.Add(group.Key, (start, group.Count()));
            start += group.Count();
        }
    }

    /// <summary>One of those that are not this text, each equally likely; null where there is none.</summary>
    public string? Than(string text, Draw draw)
    {
        var (start, count) = _places.GetValueOrDefault(text);
        if (count == _texts.Length)
        {
            return null;
        }

        var place = draw.Below(_texts.Length - count);
        return _texts[place < start ? place : place + count];
    }
}
