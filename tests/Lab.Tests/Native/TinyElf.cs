using System.Buffers.Binary;
using System.Text;

namespace Lab.Tests;

/// <summary>Builds the smallest 64-bit ELF file that has dynamic symbols and asks libstdc++ for versions of them.</summary>
internal sealed record TinyElf
{
    public const string Missing = "_ZSt21ios_base_library_initv";

    /// <summary>The names of the symbols, from index 1.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = ["_ZNSo3putEc", Missing];

    /// <summary>The version index of each symbol.</summary>
    public IReadOnlyList<ushort> SymbolVersions { get; init; } = [2, 18];

    /// <summary>The versions asked for, each with its index.</summary>
    public IReadOnlyList<(string Name, ushort Index)> Versions { get; init; } = [("GLIBCXX_3.4.32", 18), ("GLIBCXX_3.4", 2)];

    /// <summary>The section that the symbols are in; 0 where they are asked of another library.</summary>
    public ushort DefinedIn { get; init; }

    /// <summary>Lets the name of the first symbol be the end of the second's, as linkers do.</summary>
    public bool SharesNames { get; init; }

    public byte[] Build()
    {
        var strings = new MemoryStream();
        strings.WriteByte(0);
        var names = Symbols.Select(name => Write(strings, name)).ToArray();
        if (SharesNames)
        {
            names[0] = names[1] + 5;
        }

        var versions = Versions.Select(version => Write(strings, version.Name)).ToArray();

        var symbols = new byte[24 * (Symbols.Count + 1)];
        var symbolVersions = new byte[2 * (Symbols.Count + 1)];
        for (var index = 0; index < Symbols.Count; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(symbols.AsSpan(24 * (index + 1)), names[index]);
            BinaryPrimitives.WriteUInt16LittleEndian(symbols.AsSpan((24 * (index + 1)) + 6), DefinedIn);
            BinaryPrimitives.WriteUInt16LittleEndian(symbolVersions.AsSpan(2 * (index + 1)), SymbolVersions[index]);
        }

        var needs = new byte[16 * (Versions.Count + 1)];
        BinaryPrimitives.WriteUInt16LittleEndian(needs.AsSpan(2), (ushort)Versions.Count);
        BinaryPrimitives.WriteInt32LittleEndian(needs.AsSpan(8), 16);
        for (var index = 0; index < Versions.Count; index++)
        {
            var entry = needs.AsSpan(16 * (index + 1));
            BinaryPrimitives.WriteUInt16LittleEndian(entry[6..], Versions[index].Index);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], versions[index]);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], index + 1 < Versions.Count ? 16 : 0);
        }

        return Assemble([(0, 0, 0, []), (3, 0, 0, strings.ToArray()), (11, 1, 0, symbols), (0x6FFFFFFF, 2, 0, symbolVersions), (0x6FFFFFFE, 1, 1, needs)]);
    }

    private static byte[] Assemble((uint Type, uint Link, uint Info, byte[] Content)[] sections)
    {
        var contents = sections.Sum(section => section.Content.Length);
        var file = new byte[64 + contents + (64 * sections.Length)];
        "\u007FELF\u0002\u0001\u0001"u8.CopyTo(file);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(0x28), 64 + contents);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x3A), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x3C), (ushort)sections.Length);
        var offset = 64;
        for (var index = 0; index < sections.Length; index++)
        {
            var (type, link, info, content) = sections[index];
            var header = file.AsSpan(64 + contents + (64 * index));
            BinaryPrimitives.WriteUInt32LittleEndian(header[4..], type);
            BinaryPrimitives.WriteInt64LittleEndian(header[0x18..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(header[0x20..], content.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[0x28..], link);
            BinaryPrimitives.WriteUInt32LittleEndian(header[0x2C..], info);
            content.CopyTo(file, offset);
            offset += content.Length;
        }

        return file;
    }

    private static int Write(MemoryStream strings, string text)
    {
        var offset = (int)strings.Position;
        strings.Write(Encoding.ASCII.GetBytes(text));
        strings.WriteByte(0);
        return offset;
    }
}
