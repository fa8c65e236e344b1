using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Goes through a document beside the type that it should be read as, and collects all that is wrong, in its order.</summary>
/// <remarks>
/// Rules and relations are asked as soon as what they speak of is sound, so that one mistake hides no other one elsewhere.
/// </remarks>
internal sealed class Inspector(Shapes shapes)
{
    private readonly List<InputError> _errors = [];

    /// <summary>What is wrong with a document that should be a <paramref name="type"/>; nothing where it can be read as one.</summary>
    public static IReadOnlyList<InputError> Inspect(JsonElement document, Type type, Shapes shapes)
    {
        var inspector = new Inspector(shapes);
        inspector.Visit(document, type, JsonPath.Root, null);
        return inspector._errors;
    }

    /// <param name="value">What is written.</param>
    /// <param name="type">What it is read as.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="member">Whose value, or whose item, it is; null for the document.</param>
    private void Visit(JsonElement value, Type type, JsonPath at, Member? member)
    {
        switch (shapes.Of(type))
        {
            case Shape.Anything:
                break;
            case Shape.Fields or Shape.Family or Shape.Entries when value.ValueKind != JsonValueKind.Object:
                Report(at, Wording.Expected("an object", value));
                break;
            case Shape.Fields fields:
                VisitObject(value, fields, type, at);
                break;
            case Shape.Family family:
                VisitPlugin(value, family, at);
                break;
            case Shape.Entries entries:
                VisitEntries(value, entries.Value, at);
                break;
            case Shape.Items when value.ValueKind != JsonValueKind.Array:
                Report(at, Wording.Expected("a list", value));
                break;
            case Shape.Items items:
                VisitItems(value, items.Item, at, member);
                break;
            case Shape.Opaque when value.ValueKind == JsonValueKind.Null:
                Report(at, Wording.Expected("a value", value));
                break;
            case Shape.Opaque:
                Read(value, type, at);
                break;
            case var scalar:
                var range = member?.Rules.OfType<RangeAttribute>().FirstOrDefault();
                if (Scalars.Fault(value, scalar, range?.ErrorMessage ?? range?.Demand(ofText: false)) is { } fault)
                {
                    Report(at, fault);
                }

                break;
        }
    }

    private void VisitPlugin(JsonElement value, Shape.Family family, JsonPath at)
    {
        string[] kinds = [.. family.Plugins.Select(plugin => plugin.Kind)];
        if (!value.TryGetProperty(LabJson.Kind, out var kind))
        {
            Report(at, $"needs a '{LabJson.Kind}'; {Wording.Among(LabJson.Kind, kinds)}");
        }
        else if (kind.ValueKind != JsonValueKind.String)
        {
            Report(at.Member(LabJson.Kind), Wording.Expected("a string", kind));
        }
        else if (family.Plugins.FirstOrDefault(plugin => kind.ValueEquals(plugin.Kind)) is not { } plugin)
        {
            Report(at.Member(LabJson.Kind), Wording.Unknown(LabJson.Kind, kind.GetString()!, kinds));
        }
        else if (shapes.Of(plugin.Options) is Shape.Fields fields)
        {
            VisitObject(value, fields, family.Base, at);
        }
    }

    /// <param name="value">An object.</param>
    /// <param name="fields">Its members; a kind too, where <paramref name="readAs"/> is a family.</param>
    /// <param name="readAs">The type it is read as.</param>
    /// <param name="at">Where it is.</param>
    private void VisitObject(JsonElement value, Shape.Fields fields, Type readAs, JsonPath at)
    {
        var before = _errors.Count;
        var members = fields.Members.ToDictionary(member => member.Name);
        string[] names = readAs.IsAbstract ? [LabJson.Kind, .. members.Keys] : [.. members.Keys];
        var given = new HashSet<string>();
        var meant = new HashSet<string?>();
        foreach (var property in value.EnumerateObject())
        {
            var place = at.Member(property.Name);
            if (!given.Add(property.Name))
            {
                Report(place, "is given twice");
            }
            else if (members.TryGetValue(property.Name, out var member))
            {
                VisitMember(property.Value, member, place);
            }
            else if (!names.Contains(property.Name))
            {
                Report(place, Wording.Unknown("option", property.Name, names));
                meant.Add(Nearest.To(property.Name, names));
            }
        }

        // What is there misspelt is not reported a second time as missing.
        foreach (var missing in fields.Members.Where(member => member.IsRequired && !given.Contains(member.Name) && !meant.Contains(member.Name)))
        {
            Report(at.Member(missing.Name), "is required");
        }

        if (_errors.Count == before && Read(value, readAs, at) is IValidatableObject related)
        {
            Relate(related, members.Values, at);
        }
    }

    private void VisitMember(JsonElement value, Member member, JsonPath at)
    {
        if (value.ValueKind == JsonValueKind.Null && member.IsNullable)
        {
            return;
        }

        var before = _errors.Count;
        Visit(value, member.Type, at, member);
        var isList = shapes.Of(member.Type) is Shape.Items;
        if (_errors.Count == before && member.Rules.Count > 0)
        {
            Obey(value, member.Type, member.Rules.Where(rule => !(isList && rule.IsForItems())), member, at);
        }
    }

    private void VisitEntries(JsonElement value, Type type, JsonPath at)
    {
        var given = new HashSet<string>();
        foreach (var property in value.EnumerateObject())
        {
            if (given.Add(property.Name))
            {
                Visit(property.Value, type, at.Member(property.Name), null);
            }
            else
            {
                Report(at.Member(property.Name), "is given twice");
            }
        }
    }

    private void VisitItems(JsonElement list, Type type, JsonPath at, Member? member)
    {
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Null && Nullable.GetUnderlyingType(type) is not null)
            {
                continue;
            }

            var before = _errors.Count;
            Visit(item, type, at.Item(index), member);
            if (_errors.Count == before && member?.Rules.Count > 0)
            {
                Obey(item, type, member.Rules.Where(rule => rule.IsForItems()), member, at.Item(index));
            }
        }
    }

    private void Obey(JsonElement value, Type type, IEnumerable<ValidationAttribute> rules, Member member, JsonPath at)
    {
        if (rules.ToArray() is { Length: > 0 } some && Read(value, type, at) is { } read
            && some.Select(rule => rule.Violation(read, member.Name)).OfType<string>().FirstOrDefault() is { } violation)
        {
            Report(at, violation);
        }
    }

    private void Relate(IValidatableObject related, IReadOnlyCollection<Member> members, JsonPath at)
    {
        foreach (var result in related.Validate(new(related)).OfType<ValidationResult>())
        {
            var name = result.MemberNames.FirstOrDefault();
            Report(string.IsNullOrEmpty(name) ? at : DeclaredName.Under(at, name, members), result.ErrorMessage ?? "is not valid");
        }
    }

    /// <summary>The value, or null where the type itself refuses it, which is then reported.</summary>
    private object? Read(JsonElement value, Type type, JsonPath at)
    {
        try
        {
            return value.Deserialize(type, shapes.Json);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            Report(at, error.Message.Split(" Path: ")[0]);
            return null;
        }
    }

    private void Report(JsonPath at, string message) => _errors.Add(new(at.ToString(), message));
}
