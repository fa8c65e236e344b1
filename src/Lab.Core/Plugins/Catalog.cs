using System.Reflection;

namespace Lab.Core;

/// <summary>The plugins of a listed set of assemblies, found once. Immutable.</summary>
public sealed class Catalog
{
    private readonly Dictionary<Type, Plugin> _byOptions;

    private Catalog(IEnumerable<Plugin> plugins)
    {
        All = plugins.OrderBy(plugin => plugin.Family.Name, StringComparer.Ordinal).ThenBy(plugin => plugin.Kind, StringComparer.Ordinal).ToEquatableArray();
        _byOptions = All.ToDictionary(plugin => plugin.Options);
    }

    /// <summary>Every plugin, by family and kind.</summary>
    public EquatableArray<Plugin> All { get; }

    /// <summary>Finds the plugins of these assemblies.</summary>
    /// <exception cref="InvalidOperationException">A plugin is not made as <see cref="PluginAttribute"/> says, or a kind is taken.</exception>
    public static Catalog Scan(params IEnumerable<Assembly> assemblies)
    {
        var plugins = assemblies.Distinct().SelectMany(assembly => assembly.GetExportedTypes()).Select(Describe).OfType<Plugin>().ToArray();
        foreach (var same in plugins.GroupBy(plugin => (plugin.Family, plugin.Kind)).Where(same => same.Count() > 1))
        {
            throw new InvalidOperationException($"kind '{same.Key.Kind}' is taken: {string.Join(" and ", same.Select(plugin => plugin.Implementation.FullName))}");
        }

        foreach (var same in plugins.GroupBy(plugin => plugin.Options).Where(same => same.Count() > 1))
        {
            throw new InvalidOperationException($"{string.Join(" and ", same.Select(plugin => plugin.Implementation.FullName))} both take {same.Key.FullName}: each plugin has options of its own");
        }

        return new(plugins);
    }

    /// <summary>The plugins whose options derive from <typeparamref name="TOptions"/>, by kind.</summary>
    public IEnumerable<Plugin> Of<TOptions>() => Of(typeof(TOptions));

    /// <inheritdoc cref="Of{TOptions}"/>
    public IEnumerable<Plugin> Of(Type family) => All.Where(plugin => plugin.Family == family);

    /// <summary>The plugin that these options are for.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Plugin For(object options) => _byOptions[options.GetType()];

    /// <summary>Makes the plugin that these options are for.</summary>
    /// <param name="options">Handed to its constructor.</param>
    /// <param name="ports">Gives the ports that its constructor asks for.</param>
    /// <exception cref="InvalidOperationException">A port that it needs is not there.</exception>
    public T Create<T>(object options, IServiceProvider ports)
    {
        var plugin = For(options);
        var constructor = plugin.Implementation.GetConstructors().Single();
        var arguments = constructor.GetParameters().Select(parameter =>
            parameter.ParameterType.IsInstanceOfType(options) ? options
            : ports.GetService(parameter.ParameterType)
                ?? throw new InvalidOperationException($"it needs {parameter.ParameterType.Name}, which nothing provides"));
        return (T)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments.ToArray(), null);
    }

    private static Plugin? Describe(Type type)
    {
        if (type.GetCustomAttribute<PluginAttribute>() is not { } attribute)
        {
            return null;
        }

        if (string.IsNullOrEmpty(attribute.Kind) || attribute.Kind.Any(letter => char.IsWhiteSpace(letter) || char.IsUpper(letter)))
        {
            throw new InvalidOperationException($"{type.FullName} has the kind '{attribute.Kind}': a kind is in lower case, words joined by hyphens");
        }

        if (!attribute.Contract.IsAssignableFrom(type))
        {
            throw new InvalidOperationException($"{type.FullName} is no {attribute.Contract.Name}");
        }

        if (attribute.OptionsBase.IsAssignableFrom(type))
        {
            return new(attribute.Kind, attribute.Description, attribute.OptionsBase, type, type);
        }

        var options = type is { IsAbstract: false, IsGenericType: false } && type.GetConstructors() is [var constructor]
            ? constructor.GetParameters().Select(parameter => parameter.ParameterType).Where(attribute.OptionsBase.IsAssignableFrom).ToArray()
            : [];
        return options is [{ IsAbstract: false } only]
            ? new(attribute.Kind, attribute.Description, attribute.OptionsBase, only, type)
            : throw new InvalidOperationException($"{type.FullName} is no class with one public constructor, which takes a record derived from {attribute.OptionsBase.Name}");
    }
}
