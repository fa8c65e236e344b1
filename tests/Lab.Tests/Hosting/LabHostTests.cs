using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Tests;

[TestClass]
public sealed class LabHostTests
{
    [TestMethod]
    public async Task Everything_that_runs_experiments_can_be_made()
    {
        await using var host = await LabHost.Start(Catalog.Scan(PluginAssemblies.Own));
        Assert.IsNotNull(host.Services.GetRequiredService<RunPlanner>());
        Assert.IsNotNull(host.Services.GetRequiredService<RunWorker>());
        Assert.HasCount(3, host.Services.GetServices<IToolDecorator>());
        Assert.IsFalse(host.Stopping.IsCancellationRequested);
    }

    [TestMethod]
    public void Whoever_embeds_the_lab_may_put_a_port_of_their_own_in()
    {
        var own = new Mute();
        using var provider = new ServiceCollection().AddLogging().AddMetrics().AddSingleton<IExpressions>(own).AddLab(Catalog.Scan(PluginAssemblies.Own)).BuildServiceProvider();
        Assert.AreSame(own, provider.GetRequiredService<IExpressions>());
    }

    [TestMethod]
    public void The_shipped_schema_is_that_of_the_lab_as_it_is()
    {
        var path = Path.Combine(Repository.Root, "experiments", Workplace.SchemaName);
        Assert.AreEqual(ExperimentSchema.Write(Catalog.Scan(PluginAssemblies.Own)), File.ReadAllText(path).ReplaceLineEndings("\n"), "stale; lab schema writes it again");
        path = Path.Combine(Repository.Root, "experiments", Workplace.ComparisonSchemaName);
        Assert.AreEqual(ExperimentSchema.WriteComparison(), File.ReadAllText(path).ReplaceLineEndings("\n"), "stale; lab schema writes it again");
    }

    [TestMethod]
    public void Every_shipped_experiment_can_be_read()
    {
        var workplace = Workplace.Find(Repository.Root);
        var files = workplace.Files.ToArray();
        Assert.IsNotEmpty(files);
        foreach (var file in files.Where(file => !ComparisonReader.IsComparison(file)))
        {
            Assert.AreEqual(Path.GetFileNameWithoutExtension(file), ExperimentFile.Read(file).Experiment.Name);
        }

        CollectionAssert.IsSubsetOf(workplace.Listed.ToArray(), files);
        Assert.IsNotEmpty(workplace.Listed);
    }

    private sealed class Mute : IExpressions
    {
        public Evaluation Evaluate(string text) => new(null, "mute");
    }
}
