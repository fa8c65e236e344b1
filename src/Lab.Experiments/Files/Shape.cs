using System.Numerics;
using System.Text.Json.Serialization.Metadata;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>What the JSON of a type looks like: what the reader asks for and the schema says. A closed union.</summary>
internal abstract record Shape
{
    private Shape()
    {
    }

    /// <summary>An object with these members and no others.</summary>
    public sealed record Fields(JsonTypeInfo Type, EquatableArray<Member> Members) : Shape;

    /// <summary>An object whose kind says which plugin's options it holds.</summary>
    public sealed record Family(Type Base, EquatableArray<Plugin> Plugins) : Shape;

    /// <summary>A list.</summary>
    public sealed record Items(Type Item) : Shape;

    /// <summary>An object whose members are named by whoever writes it.</summary>
    public sealed record Entries(Type Value) : Shape;

    /// <summary>Any JSON, null too.</summary>
    public sealed record Anything : Shape;

    /// <summary>A whole number, within what its type can hold.</summary>
    public sealed record Whole(BigInteger Low, BigInteger High) : Shape;

    /// <summary>A number, at most this far from 0.</summary>
    public sealed record Real(double Limit) : Shape;

    /// <summary>One of these strings.</summary>
    public sealed record Choice(EquatableArray<string> Names) : Shape;

    public sealed record Text : Shape;

    public sealed record Flag : Shape;

    /// <summary>Whatever the serializer makes of it.</summary>
    public sealed record Opaque : Shape;
}
