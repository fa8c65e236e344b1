using System.Buffers.Binary;
using System.Text;

namespace Lab.Policies;

/// <summary>A version that a library asks another one for.</summary>
/// <param name="Index">What the symbols of that version carry in .gnu.version.</param>
/// <param name="FlagsOffset">Where in the file its flags stand.</param>
internal readonly record struct ElfVersion(ushort Index, int FlagsOffset);

/// <summary>The dynamic symbols of a 64-bit little-endian ELF file and the versions that it asks for, as offsets into the file.</summary>
/// <remarks>
/// System V ABI, chapter 4; Linux Standard Base, "Symbol Versioning". Every member throws
/// <see cref="ArgumentOutOfRangeException"/> or <see cref="OverflowException"/> where the file ends too early.
/// </remarks>
internal readonly struct ElfDynamicSymbols
{
    private const uint DynamicSymbols = 11, VersionNeeds = 0x6FFFFFFE, SymbolVersions = 0x6FFFFFFF;
    private const int SymbolSize = 24;
    private readonly int _symbols, _count, _names, _versions, _needs, _libraries;

    public ElfDynamicSymbols(ReadOnlySpan<byte> file)
    {
        if (file[4] != 2 || file[5] != 1)
        {
            throw new ArgumentOutOfRangeException(nameof(file), "not a 64-bit little-endian file");
        }

        var sections = Offset(file, 0x28);
        var size = U16(file, 0x3A);
        var count = U16(file, 0x3C);
        for (var index = 0; index < count; index++)
        {
            var section = sections + (index * size);
            var offset = Offset(file, section + 0x18);
            switch (U32(file, section + 4))
            {
                case DynamicSymbols:
                    _symbols = offset;
                    _count = Offset(file, section + 0x20) / SymbolSize;
                    _names = Offset(file, sections + (checked((int)U32(file, section + 0x28)) * size) + 0x18);
                    break;
                case SymbolVersions:
                    _versions = offset;
                    break;
                case VersionNeeds:
                    _needs = offset;
                    _libraries = checked((int)U32(file, section + 0x2C));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The symbol of this name, or null.</summary>
    public int? Find(ReadOnlySpan<byte> file, ReadOnlySpan<byte> name)
    {
        for (var symbol = 0; symbol < _count; symbol++)
        {
            if (Text(file, NameOf(file, symbol)).SequenceEqual(name))
            {
                return symbol;
            }
        }

        return null;
    }

    /// <summary>Where the symbol's name stands.</summary>
    public int NameOf(ReadOnlySpan<byte> file, int symbol) => checked(_names + (int)U32(file, _symbols + (symbol * SymbolSize)));

    /// <summary>Whether the symbol is asked of another library.</summary>
    public bool IsUndefined(ReadOnlySpan<byte> file, int symbol) => U16(file, _symbols + (symbol * SymbolSize) + 6) == 0;

    /// <summary>Whether no other symbol's name is a piece of this one's: linkers let names share their ends.</summary>
    public bool OwnsItsName(ReadOnlySpan<byte> file, int symbol)
    {
        var start = NameOf(file, symbol);
        var end = start + Text(file, start).Length;
        for (var other = 0; other < _count; other++)
        {
            if (other != symbol && NameOf(file, other) is var name && name >= start && name < end)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the symbol's version stands.</summary>
    public int VersionOffset(int symbol) => _versions + (2 * symbol);

    public ushort VersionOf(ReadOnlySpan<byte> file, int symbol) => U16(file, VersionOffset(symbol));

    /// <summary>How many symbols are of a version.</summary>
    public int UsersOf(ReadOnlySpan<byte> file, ushort version)
    {
        var users = 0;
        for (var symbol = 0; symbol < _count; symbol++)
        {
            users += VersionOf(file, symbol) == version ? 1 : 0;
        }

        return users;
    }

    /// <summary>The versions of this name that the file asks other libraries for.</summary>
    public List<ElfVersion> Versions(ReadOnlySpan<byte> file, string name)
    {
        var found = new List<ElfVersion>();
        var wanted = Encoding.ASCII.GetBytes(name);
        var need = _needs;
        for (var library = 0; library < _libraries; library++)
        {
            var version = checked(need + (int)U32(file, need + 8));
            for (var left = U16(file, need + 2); left > 0; left--)
            {
                if (Text(file, checked(_names + (int)U32(file, version + 8))).SequenceEqual(wanted))
                {
                    found.Add(new(U16(file, version + 6), version + 4));
                }

                version = checked(version + (int)U32(file, version + 12));
            }

            if (U32(file, need + 12) is not (> 0 and var step))
            {
                break;
            }

            need = checked(need + (int)step);
        }

        return found;
    }

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> file, int offset)
    {
        var rest = file[offset..];
        return rest[..rest.IndexOf((byte)0)];
    }

    private static ushort U16(ReadOnlySpan<byte> file, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(file[offset..]);

    private static uint U32(ReadOnlySpan<byte> file, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(file[offset..]);

    private static int Offset(ReadOnlySpan<byte> file, int offset) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file[offset..]));
}
