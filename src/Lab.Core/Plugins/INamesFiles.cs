namespace Lab.Core;

/// <summary>Options that name files or folders relative to the experiment file. A run works from its own folder, so they are made whole first.</summary>
public interface INamesFiles
{
    /// <summary>The same options with full paths.</summary>
    /// <param name="whole">Makes a path whole.</param>
    object Locate(Func<string, string> whole);
}
