namespace Lab.Core;

/// <summary>
/// Marks an option, a string or a list of strings, that names a file or a folder relative to the file that says it. A run works from
/// its own folder: paths are made whole when the file is read. So such an option has no default but null or nothing.
/// </summary>
/// <param name="endings">Of a folder: how the files end that are read in it, such as <c>.txt</c>. None: all are.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilePathAttribute(params string[] endings) : Attribute
{
    /// <summary>Of a folder: how the files end that are read in it; empty is all. It is no other data if another file there changes.</summary>
    public IReadOnlyList<string> Endings { get; } = endings;
}
