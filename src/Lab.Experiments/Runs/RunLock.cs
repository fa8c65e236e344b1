using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// Says that a process works on a run. The system lets go of it when the process ends, however it ends; the file itself stays,
/// because removing it would let two processes lock two files of one name.
/// </summary>
public sealed class RunLock : IDisposable
{
    // What systems call it: EWOULDBLOCK on Linux, on macOS, and a sharing violation on Windows.
    private static readonly int[] s_inUse = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _held;

    private RunLock(FileStream held) => _held = held;

    /// <summary>Takes a run for as long as this lives.</summary>
    /// <exception cref="InvalidInputException">A living process has it.</exception>
    public static RunLock Take(RunFolder folder)
    {
        try
        {
            return new(new(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (s_inUse.Contains(error.HResult))
        {
            throw new InvalidInputException(folder.Path, "is in use: another process is at work on it");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(folder.Path, $"cannot be worked on: {error.Message}");
        }
    }

    public void Dispose() => _held.Dispose();
}
