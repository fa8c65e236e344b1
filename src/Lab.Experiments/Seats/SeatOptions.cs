using Lab.Core;

namespace Lab.Experiments;

/// <summary>Who takes a seat at the tables of reinforce stages.</summary>
public abstract record SeatOptions;

/// <summary>Somebody who can be named for a seat.</summary>
public sealed class SeatAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(SeatOptions), typeof(SeatOptions));
