using Lab.Core;
using Lab.Experiments;
using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class MachineReaderTests
{
    [TestMethod]
    public void A_machine_file_is_read_with_its_defaults()
    {
        var machine = new MachineReader().Parse("""{ "run": ["experiments/quickstart.json"], "device": "cpu" }""", "experiments.json", "threads=2");

        Assert.AreEqual(new MachineOptions { Run = ["experiments/quickstart.json"], Device = DeviceChoice.Cpu, Threads = 2 }, machine);
        Assert.AreEqual(new MachineOptions(), new MachineReader().Parse("{}", "experiments.json"));
    }

    [TestMethod]
    public void Its_errors_come_at_once_too()
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(() =>
            new MachineReader().Parse("""{ "thread": 2, "threads": 1025, "device": "gpu", "runs": "", "run": "a" }""", "experiments.json"));

        Assert.AreEqual(
            """
            experiments.json: $.thread: unknown option 'thread'; did you mean 'threads'?
            experiments.json: $.threads: must be from 0 to 1024
            experiments.json: $.device: unknown value 'gpu'; did you mean 'cpu'?
            experiments.json: $.runs: must have at least 1 character
            experiments.json: $.run: expected a list, found a string
            """.ReplaceLineEndings("\n"),
            error.Message);
    }
}
