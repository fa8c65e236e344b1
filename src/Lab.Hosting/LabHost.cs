using Lab.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lab.Hosting;

/// <summary>The lab, put together and started: its services, its log on the error stream, and the wish to stop.</summary>
public sealed class LabHost : IAsyncDisposable
{
    private readonly IHost _host;

    private LabHost(IHost host)
    {
        _host = host;
        Stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>Cancelled by Ctrl-C and by the system's wish to end the process, which then goes on until it is done.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Puts the lab together and checks that everything in it can be made.</summary>
    /// <param name="catalog">The plugins there are.</param>
    /// <param name="least">The least level that is logged.</param>
    public static async Task<LabHost> Start(Catalog catalog, LogLevel least = LogLevel.Warning)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "lab" });
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new() { ValidateOnBuild = true, ValidateScopes = true }));
        builder.Logging.SetMinimumLevel(least).AddSimpleConsole(options => options.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        builder.Services.AddMetrics();
        builder.Services.AddLab(catalog).AddLabTelemetry();
        var host = new LabHost(builder.Build());
        await host._host.StartAsync().ConfigureAwait(false);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync().ConfigureAwait(false);
        _host.Dispose();
    }
}
