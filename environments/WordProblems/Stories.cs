using Lab.Core;

namespace Lab.Environments;

/// <summary>The families there are.</summary>
internal static class Stories
{
    public static EquatableArray<IStoryFamily> All { get; } =
        [new Ages(), new Buying(), new Collecting(), new Gardens(), new Recipes(), new Saving(), new Sharing(), new Travelling()];
}
