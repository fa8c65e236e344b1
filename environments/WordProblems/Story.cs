using Lab.Core;

namespace Lab.Environments;

/// <summary>A family of stories, told with other names and numbers each time.</summary>
internal interface IStoryFamily
{
    /// <summary>What experiment files call it.</summary>
    string Name { get; }

    /// <summary>A story whose answer takes as many operations as the scene asks for.</summary>
    Story Tell(Scene scene);
}

/// <summary>Sentences, a question, and how the answer is worked out; its last operation is the story's last step.</summary>
internal sealed record Story(EquatableArray<string> Sentences, string Question, Term Answer);

/// <summary>The families there are.</summary>
internal static class Stories
{
    public static EquatableArray<IStoryFamily> All { get; } =
        [new Ages(), new Buying(), new Collecting(), new Gardens(), new Recipes(), new Saving(), new Sharing(), new Travelling()];
}
