using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>A member of an options record, under its JSON name.</summary>
internal sealed class Member
{
    public Member(JsonPropertyInfo property)
    {
        Property = property;
        var attributes = property.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [];
        Description = attributes.OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        Rules = [.. attributes.OfType<ValidationAttribute>()];
        IsPath = attributes.OfType<FilePathAttribute>().Any();
    }

    public JsonPropertyInfo Property { get; }

    public string Name => Property.Name;

    public Type Type => Property.PropertyType;

    public bool IsRequired => Property.IsRequired;

    public bool IsNullable => Property.IsSetNullable;

    /// <summary>The name in C#, which validation results speak of.</summary>
    public string? Declared => (Property.AttributeProvider as MemberInfo)?.Name;

    public string? Description { get; }

    /// <summary>The rules for the value; those of a list that <see cref="Rule.IsForItems"/> are for each of its items.</summary>
    public EquatableArray<ValidationAttribute> Rules { get; }

    /// <summary>Whether it names files or folders.</summary>
    public bool IsPath { get; }

    /// <summary>What it is where the file does not say; null where it is then absent.</summary>
    /// <param name="sample">The record with all of its defaults, or null where it cannot be made without values.</param>
    /// <param name="json">How it is written.</param>
    public JsonNode? Default(object? sample, JsonSerializerOptions json)
    {
        var value = Property.AssociatedParameter is { HasDefaultValue: true } parameter ? parameter.DefaultValue
            : sample is null ? null
            : Property.Get?.Invoke(sample);
        return value is null ? null : JsonSerializer.SerializeToNode(value, Type, json);
    }
}
