using Lab.Core;
using Lab.Learning;

namespace Lab.Tests;

[TestClass]
public sealed class PackingTests
{
    [TestMethod]
    public void Every_said_token_is_in_exactly_one_minibatch_with_all_that_belongs_to_it()
    {
        var rows = Rows(200);
        var batches = Packing.Pack(rows, 1024, Draw.From(1));
        var expected = rows.SelectMany(row => Enumerable.Range(0, row.Tokens.Length).Where(token => row.Said[token]).Select(token => (row.Tokens[token], row.Sampled[token]))).Order().ToArray();
        var actual = batches.SelectMany(batch => batch.Targets_N.Zip(batch.Gather(row => row.Sampled), (target, sampled) => ((int)target, sampled))).Order().ToArray();
        CollectionAssert.AreEqual(expected, actual);
    }

    [TestMethod]
    public void The_place_of_a_said_token_is_the_one_before_it_in_its_own_episode()
    {
        foreach (var batch in Packing.Pack(Rows(50), 512, Draw.From(1)))
        {
            for (var index = 0; index < batch.Places_N.Length; index++)
            {
                var place = batch.Places_N[index];
                Assert.AreEqual(batch.Targets_N[index], batch.Tokens_BT[place + 1]);
                Assert.AreEqual(batch.Episodes_BT[place], batch.Episodes_BT[place + 1]);
                Assert.AreEqual(batch.Positions_BT[place] + 1, batch.Positions_BT[place + 1]);
            }
        }
    }

    [TestMethod]
    public void Hardly_a_place_is_padding()
    {
        var batches = Packing.Pack(Rows(1000), 4096, Draw.From(1));
        Assert.IsGreaterThan(0.9, batches.Sum(batch => (double)batch.Used) / batches.Sum(batch => (double)batch.Rows * batch.Width));
    }

    [TestMethod]
    public void Minibatches_keep_to_the_budget_and_to_one_width()
    {
        var batches = Packing.Pack(Rows(1000), 1024, Draw.From(1));
        Assert.IsGreaterThan(1, batches.Count);
        Assert.HasCount(1, batches.Select(batch => batch.Width).Distinct());
        Assert.IsTrue(batches.All(batch => batch.Rows * batch.Width <= 1024));
    }

    [TestMethod]
    public void A_budget_that_no_width_divides_is_kept_too()
    {
        var batches = Packing.Pack(Rows(1000, most: 190), 4096, Draw.From(1));
        Assert.IsTrue(batches.All(batch => batch.Rows * batch.Width <= 4096));
    }

    [TestMethod]
    public void An_episode_in_which_nothing_was_said_is_left_out()
    {
        var silent = new TrainingRow([1, 2], [false, false]);
        Assert.IsEmpty(Packing.Pack([silent], 1024, Draw.From(1)));
    }

    [TestMethod]
    public void A_budget_smaller_than_one_row_still_packs_one_row() =>
        Assert.HasCount(1, Packing.Pack(Rows(1), 1, Draw.From(1)));

    [TestMethod]
    public void Nothing_packs_into_nothing() => Assert.IsEmpty(Packing.Pack([], 1024, Draw.From(1)));

    [TestMethod]
    public void What_is_scattered_is_gathered_again()
    {
        foreach (var batch in Packing.Pack(Rows(50), 512, Draw.From(1)))
        {
            float[] numbers_N = [.. Enumerable.Range(0, batch.Count).Select(index => (float)index)];
            batch.Scatter(numbers_N, row => row.Before);
            CollectionAssert.AreEqual(numbers_N, batch.Gather(row => row.Before));
        }
    }

    // Token ids tell the episodes apart.
    private static TrainingRow[] Rows(int count, int most = 30) => [.. Enumerable.Range(0, count).Select(index =>
    {
        var length = 5 + Draw.From(3).At(index).Below(most - 5);
        return new TrainingRow(
            [.. Enumerable.Range(0, length).Select(token => (index * 1000) + token)],
            [.. Enumerable.Range(0, length).Select(token => token > 2 && token % 5 != 0)])
        {
            Sampled = [.. Enumerable.Range(0, length).Select(token => -(float)token)],
        };
    })];
}
