namespace Lab.Experiments;

/// <summary>A file, or a folder of files, that an experiment's problems or tools are made of, as it was when the run was planned.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Bytes">Its length; of a folder, that of all its files.</param>
/// <param name="Sha256">Of its bytes; of a folder, over the names and the hashes of its files, in order. Lower-case hexadecimal.</param>
public sealed record DataFile(string Path, long Bytes, string Sha256);
