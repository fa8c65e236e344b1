using System.Numerics;
using System.Text.Json.Serialization;

namespace Lab.Environments;

/// <summary>The four operations of arithmetic, written as in a prompt.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Operation>))]
public enum Operation
{
    [JsonStringEnumMemberName("+")]
    Add,

    [JsonStringEnumMemberName("-")]
    Subtract,

    [JsonStringEnumMemberName("*")]
    Multiply,

    /// <summary>Exact: the divisor divides the dividend and is not zero.</summary>
    [JsonStringEnumMemberName("/")]
    Divide,
}

internal static class Operations
{
    public static char Symbol(this Operation operation) => "+-*/"[(int)operation];

    public static bool Commutes(this Operation operation) => operation is Operation.Add or Operation.Multiply;

    public static BigInteger Apply(this Operation operation, BigInteger left, BigInteger right) => operation switch
    {
        Operation.Add => left + right,
        Operation.Subtract => left - right,
        Operation.Multiply => left * right,
        _ => left / right,
    };
}
