using Lab.Core;
using Lab.Learning;

namespace Lab.Tests;

[TestClass]
public sealed class DistillationTests
{
    [TestMethod]
    public void Advantages_are_those_worked_out_elsewhere()
    {
        var golden = Golden.Learning("distil");
        float[][] said = golden.Rows("said"), student = golden.Rows("student"), teacher = golden.Rows("teacher"), expected = golden.Rows("advantages");
        for (var index = 0; index < said.Length; index++)
        {
            var row = new TrainingRow(new int[said[index].Length], [.. said[index].Select(flag => flag != 0)]);
            student[index].CopyTo(row.Before, 0);
            teacher[index].CopyTo(row.Reference, 0);
            new Distillation().Estimate(Objectives.Groups(row));
            Close.Assert(expected[index], row.Advantages);
        }
    }

    [TestMethod]
    public async Task A_student_comes_closer_to_its_teacher_and_the_teacher_stays()
    {
        await using var teacher = await Torch.Tiny(seed: 7);
        await using var student = await Torch.Tiny(seed: 8);
        var before = await teacher.Export(CancellationToken.None);
        await using var learner = await Learner.Create(student, new Distillation(), new(new() { Warmup = 0, Final = 1 }, 3e-3), teacher);
        var divergences = new List<double>();
        for (var iteration = 0; iteration < 25; iteration++)
        {
            var rows = Objectives.Groups(await Objectives.Sample(student, 60));
            divergences.Add((await learner.Update(rows, iteration, new(0, 1), Draw.From(1).At(iteration))).Kl!.Value.K1);
        }

        Assert.IsLessThan(0.7 * divergences[0], divergences[^1]);
        var after = await teacher.Export(CancellationToken.None);
        Assert.IsTrue(before.Weights.All(weight => weight.Value.Bytes.Span.SequenceEqual(after.Weights[weight.Key].Bytes.Span)));
    }
}
