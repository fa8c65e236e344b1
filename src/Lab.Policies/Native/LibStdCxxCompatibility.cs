using System.Buffers.Binary;

namespace Lab.Policies;

/// <summary>What <see cref="LibStdCxxCompatibility.Patch"/> found.</summary>
internal enum LibStdCxxFinding
{
    /// <summary>The file is no ELF file.</summary>
    NotElf,

    /// <summary>It does not ask for the symbol.</summary>
    NeedsNoFix,

    /// <summary>It asks for the symbol in a way that this fix does not know, or its parts are out of place.</summary>
    Unfixable,

    /// <summary>It asked for the symbol, and the result does no longer.</summary>
    Patched,
}

/// <summary>A finding and, where it is <see cref="LibStdCxxFinding.Patched"/>, the changed copy.</summary>
internal readonly record struct LibStdCxxPatch(LibStdCxxFinding Finding, byte[]? Library);

/// <summary>
/// Makes a shared library built with GCC 13 or later load on a libstdc++ of GCC 12, which ends at GLIBCXX_3.4.30 (Debian 12,
/// Ubuntu 22.04).
/// </summary>
/// <remarks>
/// <para>
/// GCC 13 emits a call of <c>std::ios_base_library_init()</c>, of version GLIBCXX_3.4.32, for each include of iostream, where
/// older compilers made a <c>std::ios_base::Init</c> object. The copy calls that object's constructor instead: the class is
/// empty, so that the missing <c>this</c> does no harm.
/// </para>
/// <para>
/// Delete this file, <see cref="PatchedLibrary"/> and their use in <see cref="NativeLibraries"/> when TorchSharp's own library
/// no longer asks for GLIBCXX_3.4.32 (<c>readelf -V</c> shows it), or when Debian 12 and Ubuntu 22.04 are no longer supported.
/// </para>
/// </remarks>
internal static class LibStdCxxCompatibility
{
    /// <summary>The version that an older libstdc++ lacks.</summary>
    public const string MissingVersion = "GLIBCXX_3.4.32";

    private const string BaseVersion = "GLIBCXX_3.4";
    private const ushort WeakVersion = 2;
    private static ReadOnlySpan<byte> Missing => "_ZSt21ios_base_library_initv"u8;

    private static ReadOnlySpan<byte> Older => "_ZNSt8ios_base4InitC1Ev"u8;

    /// <summary>Looks at a library and, where it needs the fix, changes a copy of it.</summary>
    public static LibStdCxxPatch Patch(ReadOnlySpan<byte> library)
    {
        if (!library.StartsWith("\u007FELF"u8))
        {
            return new(LibStdCxxFinding.NotElf, null);
        }

        var copy = library.ToArray();
        try
        {
            var finding = Apply(copy, new ElfDynamicSymbols(copy));
            return new(finding, finding == LibStdCxxFinding.Patched ? copy : null);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            return new(LibStdCxxFinding.Unfixable, null);
        }
    }

    private static LibStdCxxFinding Apply(Span<byte> file, ElfDynamicSymbols symbols)
    {
        if (symbols.Find(file, Missing) is not { } symbol)
        {
            return LibStdCxxFinding.NeedsNoFix;
        }

        if (symbols.Versions(file, MissingVersion) is not [var missing]
            || symbols.Versions(file, BaseVersion) is not [var older]
            || !symbols.IsUndefined(file, symbol)
            || !symbols.OwnsItsName(file, symbol)
            || symbols.UsersOf(file, missing.Index) != 1
            || symbols.VersionOf(file, symbol) != missing.Index)
        {
            return LibStdCxxFinding.Unfixable;
        }

        var name = file.Slice(symbols.NameOf(file, symbol), Missing.Length);
        name.Clear();
        Older.CopyTo(name);
        BinaryPrimitives.WriteUInt16LittleEndian(file[symbols.VersionOffset(symbol)..], older.Index);
        BinaryPrimitives.WriteUInt16LittleEndian(file[missing.FlagsOffset..], WeakVersion);
        return LibStdCxxFinding.Patched;
    }
}
