using Lab.Experiments;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Lab.Hosting;

/// <summary>OpenTelemetry, by its standard environment variables; off unless they ask for it.</summary>
public static class TelemetryExtensions
{
    /// <summary>
    /// Exports traces and metrics as <c>OTEL_TRACES_EXPORTER</c> and <c>OTEL_METRICS_EXPORTER</c> say: otlp, console, or none,
    /// which is the default. The exporters read their own variables, such as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.
    /// </summary>
    public static IServiceCollection AddLabTelemetry(this IServiceCollection services)
    {
        var traces = Environment.GetEnvironmentVariable("OTEL_TRACES_EXPORTER");
        var metrics = Environment.GetEnvironmentVariable("OTEL_METRICS_EXPORTER");
        var telemetry = services.AddOpenTelemetry();
        if (traces is "otlp" or "console")
        {
            telemetry.WithTracing(tracing => _ = traces == "otlp" ? Sources(tracing).AddOtlpExporter() : Sources(tracing).AddConsoleExporter());
        }

        if (metrics is "otlp" or "console")
        {
            telemetry.WithMetrics(metering => _ = metrics == "otlp" ? Meters(metering).AddOtlpExporter() : Meters(metering).AddConsoleExporter());
        }

        return services;
    }

    private static TracerProviderBuilder Sources(TracerProviderBuilder builder) => builder.AddSource(RunInstruments.Name, ToolInstruments.Name);

    private static MeterProviderBuilder Meters(MeterProviderBuilder builder) => builder.AddMeter(RunInstruments.Name, SandboxInstruments.Name, ToolInstruments.Name);
}
