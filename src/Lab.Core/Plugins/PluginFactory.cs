namespace Lab.Core;

/// <summary>Makes plugins from their options.</summary>
/// <param name="catalog">The plugins there are.</param>
/// <param name="ports">What their constructors may ask for.</param>
public sealed class PluginFactory(Catalog catalog, IServiceProvider ports)
{
    public Catalog Catalog { get; } = catalog;

    /// <inheritdoc cref="Catalog.Create{T}"/>
    public T Create<T>(object options) => Catalog.Create<T>(options, ports);
}
