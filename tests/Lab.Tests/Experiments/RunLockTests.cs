using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class RunLockTests
{
    [TestMethod]
    public void A_run_in_use_is_refused_until_it_is_let_go()
    {
        using var runs = new Runs();
        var folder = runs.Planner.Create(RunPlanner.Resolve(runs.Read(SmallExperiment.Text), new(), commit: null), runs.Parent);
        using (RunLock.Take(folder))
        {
            var error = Assert.ThrowsExactly<InvalidInputException>(() => RunLock.Take(folder));
            Assert.AreEqual($"{folder.Path}: is in use: another process is at work on it", error.Message);
        }

        RunLock.Take(folder).Dispose();
    }
}
