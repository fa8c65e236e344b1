using System.Text.Json.Serialization;

namespace Lab.Environments;

/// <summary>What becomes of calculations such as <c>&lt;&lt;48/2=24&gt;&gt;</c> in a worked answer, as GSM8K has them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Annotations>))]
public enum Annotations
{
    /// <summary>They are left out.</summary>
    [JsonStringEnumMemberName("drop")]
    Drop,

    /// <summary>They are said as they stand.</summary>
    [JsonStringEnumMemberName("keep")]
    Keep,

    /// <summary>Each is a call of the tool.</summary>
    [JsonStringEnumMemberName("call")]
    Call,
}
