using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Finds the shape of types, given the plugins there are.</summary>
internal sealed class Shapes(Catalog catalog)
{
    /// <summary>How values of these shapes are read and written.</summary>
    public JsonSerializerOptions Json { get; } = LabJson.For(catalog);

    public Shape Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonElement))
        {
            return new Shape.Anything();
        }

        if (type.IsEnum)
        {
            return new Shape.Choice([.. type.GetEnumValues().Cast<object>().Select(Name)]);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => new Shape.Text(),
            TypeCode.Boolean => new Shape.Flag(),
            TypeCode.Byte => Whole<byte>(),
            TypeCode.SByte => Whole<sbyte>(),
            TypeCode.Int16 => Whole<short>(),
            TypeCode.UInt16 => Whole<ushort>(),
            TypeCode.Int32 => Whole<int>(),
            TypeCode.UInt32 => Whole<uint>(),
            TypeCode.Int64 => Whole<long>(),
            TypeCode.UInt64 => Whole<ulong>(),
            TypeCode.Single => new Shape.Real(float.MaxValue),
            TypeCode.Double => new Shape.Real(double.MaxValue),
            _ => Composite(type),
        };
    }

    private Shape Composite(Type type)
    {
        // Its converter hides from the serializer's contract that it is a list.
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return new Shape.Items(type.GenericTypeArguments[0]);
        }

        return Json.GetTypeInfo(type) switch
        {
            { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } => new Shape.Items(item),
            { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } => new Shape.Entries(value),
            { Kind: JsonTypeInfoKind.Object } when type.IsAbstract => new Shape.Family(type, [.. catalog.Of(type)]),
            { Kind: JsonTypeInfoKind.Object } info => new Shape.Fields(info, [.. Members(info)]),
            _ => new Shape.Opaque(),
        };
    }

    private static IEnumerable<Member> Members(JsonTypeInfo info) => info.Properties
        .Where(property => property.Set is not null || property.AssociatedParameter is not null)
        .Select(property => new Member(property));

    private string Name(object value) => JsonSerializer.SerializeToElement(value, value.GetType(), Json).GetString()!;

    private static Shape.Whole Whole<T>()
        where T : IBinaryInteger<T>, IMinMaxValue<T> => new(BigInteger.CreateChecked(T.MinValue), BigInteger.CreateChecked(T.MaxValue));
}
