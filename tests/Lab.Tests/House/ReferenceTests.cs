using System.Xml.Linq;

namespace Lab.Tests;

/// <summary>Who may reference whom, projects and packages alike: the table of docs/architecture.md.</summary>
[TestClass]
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Lab.Core"] = [],
        ["Lab.Environments"] = ["Lab.Core", "Microsoft.Data.Sqlite", "Parlot"],
        ["Lab.Rewards"] = ["Lab.Core"],
        ["Lab.Policies"] = ["Lab.Core", "TorchSharp-$(TorchBackend)"],
        ["Lab.Learning"] = ["Lab.Policies"],
        ["Lab.Experiments"] = ["Lab.Learning"],
        ["Lab.Sandbox"] = ["Lab.Core", "Jint"],
        ["Lab.Hosting"] =
        [
            "Lab.Experiments", "Lab.Environments", "Lab.Rewards", "Lab.Sandbox", "Microsoft.Extensions.Hosting", "OpenTelemetry.Exporter.Console",
            "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Extensions.Hosting", "Polly.Core", "Polly.RateLimiting",
        ],
        ["Lab.Cli"] = ["Lab.Hosting", "Spectre.Console", "System.CommandLine"],
        ["My.Lab"] = ["Lab.Core"],
        ["Lab.Tests"] = ["Lab.Cli", "MSTest", "Spectre.Console.Testing"],
        ["Lab.Benchmarks"] = ["Lab.Learning"],
    };

    [TestMethod]
    public void Projects_reference_only_what_they_may()
    {
        var projects = Repository.Files("*.csproj").ToArray();
        Assert.IsGreaterThan(8, projects.Length);
        foreach (var project in projects)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.IsTrue(s_allowed.ContainsKey(name), $"{name} is not in the table");
            var references = XDocument.Load(project).Descendants()
                .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference")
                .Select(element => element.Attribute("Include")!.Value)
                .Select(include => include.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(include.Replace('\\', '/')) : include);
            CollectionAssert.IsSubsetOf(references.ToArray(), s_allowed[name], name);
        }
    }

    // A type and whatever it is made of.
    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type),
        _ => [type],
    };

    [TestMethod]
    public void No_torch_type_is_in_a_public_signature_outside_policies_and_learning()
    {
        var torch = typeof(TorchSharp.torch).Assembly;
        foreach (var assembly in new[] { typeof(Lab.Core.IEnvironment).Assembly, typeof(Lab.Environments.Calculator).Assembly, typeof(Lab.Rewards.Correct).Assembly, typeof(Lab.Experiments.Experiment).Assembly, typeof(Lab.Hosting.LabServices).Assembly })
        {
            var named = assembly.GetExportedTypes()
                .SelectMany(type => type.GetMembers())
                .SelectMany(member => member switch
                {
                    System.Reflection.MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as System.Reflection.MethodInfo)?.ReturnType),
                    System.Reflection.PropertyInfo property => [property.PropertyType],
                    System.Reflection.FieldInfo field => [field.FieldType],
                    _ => Array.Empty<Type?>(),
                })
                .SelectMany(Parts)
                .Where(type => type.Assembly == torch);
            Assert.IsEmpty(named, assembly.GetName().Name!);
        }
    }
}
