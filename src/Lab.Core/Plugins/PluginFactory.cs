namespace Lab.Core;

/// <summary>Makes plugins from their options.</summary>
/// <param name="catalog">The plugins there are.</param>
/// <param name="ports">What their constructors may ask for.</param>
public sealed class PluginFactory(Catalog catalog, IServiceProvider ports)
{
    public Catalog Catalog { get; } = catalog;

    /// <inheritdoc cref="Catalog.Create{T}"/>
    public T Create<T>(object options) => Catalog.Create<T>(options, ports);

    /// <summary>A factory whose plugins find this port too, before any other of its type.</summary>
    public PluginFactory With<TPort>(TPort port)
        where TPort : class => new(Catalog, new Added(typeof(TPort), port, ports));

    private sealed class Added(Type type, object port, IServiceProvider rest) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == type ? port : rest.GetService(serviceType);
    }
}
