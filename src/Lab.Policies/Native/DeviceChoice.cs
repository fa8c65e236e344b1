using System.Text.Json.Serialization;

namespace Lab.Policies;

/// <summary>Where torch computes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeviceChoice>))]
public enum DeviceChoice
{
    /// <summary>On an NVIDIA GPU where this build and machine have one, else on the processor.</summary>
    [JsonStringEnumMemberName("auto")]
    Auto,

    [JsonStringEnumMemberName("cpu")]
    Cpu,

    [JsonStringEnumMemberName("cuda")]
    Cuda,
}
