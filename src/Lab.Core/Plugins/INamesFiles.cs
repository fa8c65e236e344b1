namespace Lab.Core;

/// <summary>Options that name files or folders relative to the experiment file. A run works from its own folder, so they are made whole first.</summary>
public interface INamesFiles
{
    /// <summary>The same options with full paths.</summary>
    /// <param name="whole">Makes a path whole.</param>
    object Locate(Func<string, string> whole);

    /// <summary>Whether a file below a folder that they name is one of those that are read. It is no other data if another file there changes.</summary>
    bool Reads(string file) => true;
}
