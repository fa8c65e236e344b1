namespace Lab.Core;

/// <summary>
/// Marks a plugin's option that names a file or a folder, relative to the file that says it. A run works from its own folder: the
/// path is made whole when the file is read.
/// </summary>
/// <param name="endings">Of a folder: which files below it are read, such as <c>.txt</c>. None: all.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilePathAttribute(params string[] endings) : Attribute
{
    /// <summary>Of a folder: which files below it are read; empty is all. It is no other data if another file there changes.</summary>
    public IReadOnlyList<string> Endings { get; } = endings;
}
