namespace Lab.Environments;

/// <summary>A family of stories, told with other names and numbers each time.</summary>
internal interface IStoryFamily
{
    /// <summary>What experiment files call it.</summary>
    string Name { get; }

    /// <summary>A story whose answer takes as many operations as the scene asks for.</summary>
    Story Tell(Scene scene);
}
