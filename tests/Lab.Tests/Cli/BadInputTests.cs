namespace Lab.Tests;

[TestClass]
public sealed class BadInputTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    [DataRow("lab: 'rum': no such command; did you mean 'run'?", "rum")]
    [DataRow("lab run: '--sett': no such option; did you mean '--set'?", "run", "--sett", "seed=1")]
    [DataRow("lab run: --seed: must be a number from 0 to 18446744073709551615, not 'x'", "run", "--seed", "x")]
    [DataRow("lab run: --seed: must be a number from 0 to 18446744073709551615, not '-1'", "run", "--seed=-1")]
    [DataRow("lab sample: --attempts: must be a number from 1 to 1000, not '1.5'", "sample", "r", "1*1=", "--attempts", "1.5")]
    [DataRow("lab evaluate: <run> is missing", "evaluate")]
    [DataRow("lab evaluate: --problems: must be a number from 1 to 1000000, not '0'", "evaluate", "r", "--problems", "0")]
    [DataRow("lab evaluate: --sampling: must be sampled or greedy, not 'hot'", "evaluate", "r", "--sampling", "hot")]
    [DataRow("lab sample: <prompt> is missing", "sample", "r")]
    [DataRow("lab sample: --temperature: must be a number from 0.05 to 10, not '99'", "sample", "r", "1*1=", "--temperature", "99")]
    [DataRow("lab sample: --attempts: must be a number from 1 to 1000, not '0'", "sample", "r", "1*1=", "--attempts", "0")]
    [DataRow("lab list: 'tools': one argument too many", "list", "tools")]
    [DataRow("lab doctor: '--jsn': no such option; did you mean '--json'?", "doctor", "--jsn")]
    public async Task A_command_line_that_means_nothing_is_refused(string complaint, params string[] arguments)
    {
        Assert.AreEqual(2, await _desk.Lab(arguments));
        Assert.AreEqual(complaint, _desk.Complaints[0]);
        Assert.HasCount(2, _desk.Complaints, "the second says where help is");
        Assert.AreEqual("", _desk.Out);
    }

    [TestMethod]
    [DataRow("run", "quikstart")]
    [DataRow("run", "quickstart", "tiny.json")]
    [DataRow("check", "calculatr")]
    [DataRow("evaluate", "runs/none")]
    [DataRow("sample", "runs/none", "17*24=")]
    [DataRow("work", "runs/none")]
    [DataRow("resume", "runs/none")]
    [DataRow("list", "--plugin", "none.dll")]
    public async Task What_is_not_there_is_one_clear_line(params string[] arguments)
    {
        _desk.Write("experiments/quickstart.json", SmallExperiment.Text);
        Assert.AreEqual(2, await _desk.Lab(arguments));
        Assert.HasCount(1, _desk.Complaints);
        Assert.AreEqual("", _desk.Out);
        Assert.IsFalse(Directory.Exists(_desk.At("runs")), "nothing is written");
    }

    [TestMethod]
    public async Task A_mistyped_name_finds_the_nearest()
    {
        _desk.Write("experiments/quickstart.json", SmallExperiment.Text);
        await _desk.Lab("run", "quikstart");
        Assert.AreEqual("quikstart: no such experiment; did you mean 'quickstart'?", _desk.Complaints.Single());
        await _desk.Lab("run", "zebra");
        Assert.AreEqual("zebra: no such experiment; there are quickstart", _desk.Complaints.Single());
        await _desk.Lab("check", "calculatr");
        Assert.AreEqual("calculatr: no such environment, tool, reward or verifier; did you mean 'calculator'?", _desk.Complaints.Single());
    }

    [TestMethod]
    public async Task Without_a_list_of_experiments_a_bare_run_says_what_to_do()
    {
        Assert.AreEqual(2, await _desk.Lab("run"));
        Assert.AreEqual("experiments.json: lists no experiment, here or above; say which to run, such as lab run quickstart", _desk.Complaints.Single());
    }

    [TestMethod]
    public async Task All_that_is_wrong_with_a_file_is_said_at_once_and_nothing_is_written()
    {
        var file = _desk.Write("bad.json", SmallExperiment.Text.Replace("\"policy\": {", "\"polcy\": 1, \"policy\": { \"depth\": 2,", StringComparison.Ordinal));
        Assert.AreEqual(2, await _desk.Lab("run", "bad.json", "--set", "evaluation.problems=0"));
        Assert.HasCount(3, _desk.Complaints);
        Assert.IsTrue(_desk.Complaints.All(line => line.StartsWith($"{file}: $.", StringComparison.Ordinal)), _desk.Error);
        Assert.IsFalse(Directory.Exists(_desk.At("runs")));
    }

    [TestMethod]
    public async Task A_file_whose_second_companion_is_wrong_does_not_start()
    {
        _desk.Write("good.json", SmallExperiment.Text);
        _desk.Write("bad.json", "{");
        Assert.AreEqual(2, await _desk.Lab("run", "good.json", "bad.json"));
        Assert.IsFalse(Directory.Exists(_desk.At("runs")));
    }

    [TestMethod]
    public async Task What_only_the_environment_knows_is_checked_before_the_run_exists()
    {
        var file = _desk.Write("short.json", SmallExperiment.Text);
        Assert.AreEqual(2, await _desk.Lab("run", "short.json", "--set", "policy.context=8"));
        StringAssert.StartsWith(_desk.Complaints[0], $"{file}: $.policy.context: 8 tokens are too few");
        Assert.IsFalse(Directory.Exists(_desk.At("runs")));
    }

    [TestMethod]
    public async Task An_output_folder_that_cannot_be_written_is_one_clear_line()
    {
        _desk.Write("good.json", SmallExperiment.Text);
        var file = _desk.Write("taken", "");
        Assert.AreEqual(2, await _desk.Lab("run", "good.json", "--output", "taken/runs"));
        StringAssert.StartsWith(_desk.Complaints.Single(), $"{Path.Combine(file, "runs")}: run folders cannot be made here");
    }

    [TestMethod]
    public async Task An_experiment_file_in_the_place_of_a_runs_is_no_run()
    {
        var file = _desk.Write("runs/odd/experiment.json", SmallExperiment.Text);
        Assert.AreEqual(2, await _desk.Lab("work", "runs/odd"));
        Assert.AreEqual($"{file}: $.resolved: is missing: this is no file that lab run wrote", _desk.Complaints.Single());
    }

    [TestMethod]
    [DataRow("work")]
    [DataRow("resume")]
    public async Task A_finished_run_is_refused(string verb)
    {
        _desk.Write("runs/done/experiment.json", SmallExperiment.Text.TrimEnd().TrimEnd('}') + """ "resolved": { "lab": "1", "runtime": "10", "device": "cpu", "threads": 1 } }""");
        _desk.Write("runs/done/report.json", """{ "experiment": "small", "status": "finished" }""");
        Assert.AreEqual(2, await _desk.Lab(verb, "runs/done"));
        Assert.AreEqual($"{_desk.At("runs", "done")}: has finished: there is nothing to go on with; lab fork branches off from it, lab run makes a new run", _desk.Complaints.Single());
    }

    [TestMethod]
    [DataRow("list")]
    [DataRow("run")]
    [DataRow("doctor")]
    public async Task A_damaged_machine_file_is_refused(string verb)
    {
        var file = _desk.Write("experiments.json", """{ "threds": 2 }""");
        Assert.AreEqual(2, await _desk.Lab(verb));
        StringAssert.StartsWith(_desk.Complaints.Single(), $"{file}: $.threds");
        StringAssert.Contains(_desk.Complaints.Single(), "threads");
    }
}
