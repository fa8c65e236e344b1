using Lab.Core;

namespace Lab.Learning;

/// <summary>The attempts at one problem from one seat, in the order of the attempts: what an estimator compares.</summary>
public sealed record Group(Problem Problem, EquatableArray<Episode> Episodes);
