using System.Diagnostics.Metrics;
using Lab.Experiments;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Tests;

[TestClass]
public sealed class RunInstrumentsTests
{
    [TestMethod]
    public void Every_metric_of_an_iteration_is_a_gauge_with_its_stage()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        using var instruments = new RunInstruments(factory);
        var heard = new List<string>();
        using var listener = new MeterListener
        {
            // Other tests have meters of the same name.
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == RunInstruments.Name && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => heard.Add(FormattableString.Invariant($"{instrument.Name} {value} {tags[0].Key}={tags[0].Value}")));
        listener.Start();

        instruments.Record("reinforce", new() { [MetricNames.Kl] = 0.25, ["reward.tool-economy"] = -1 });
        instruments.Record("more", new() { [MetricNames.Kl] = 0.5 });

        CollectionAssert.AreEqual(
            new[] { "lab.policy.kl 0.25 lab.stage=reinforce", "lab.reward.tool-economy -1 lab.stage=reinforce", "lab.policy.kl 0.5 lab.stage=more" },
            heard);
    }
}
