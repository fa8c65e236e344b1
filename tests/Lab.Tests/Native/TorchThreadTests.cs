using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class TorchThreadTests
{
    [TestMethod]
    public async Task All_work_runs_on_one_thread_in_the_order_asked()
    {
        using var thread = new TorchThread();
        var order = new List<int>();
        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(index => thread.Run(() =>
        {
            order.Add(index);
            return Environment.CurrentManagedThreadId;
        })));

        Assert.HasCount(1, ids.Distinct());
        Assert.AreNotEqual(Environment.CurrentManagedThreadId, ids[0]);
        CollectionAssert.AreEqual(Enumerable.Range(0, 100).ToArray(), order);
    }

    [TestMethod]
    public async Task What_awaits_goes_on_elsewhere()
    {
        using var thread = new TorchThread();
        await thread.Run(() => 0).ConfigureAwait(false);

        Assert.IsFalse(thread.IsCurrent);
    }

    [TestMethod]
    public async Task Work_asked_for_on_the_thread_runs_at_once()
    {
        using var thread = new TorchThread();
        var inner = await thread.Run(() =>
        {
            var task = thread.Run(() => thread.IsCurrent);
            return task.IsCompletedSuccessfully && task.Result;
        });

        Assert.IsTrue(inner);
    }

    [TestMethod]
    public async Task What_the_work_throws_reaches_who_awaits_it_and_the_thread_lives_on()
    {
        using var thread = new TorchThread();

        await Assert.ThrowsExactlyAsync<FormatException>(() => thread.Run(() => throw new FormatException()));
        await Assert.ThrowsExactlyAsync<FormatException>(() => thread.Run(() => thread.Run(() => throw new FormatException())).Unwrap());

        Assert.AreEqual(7, await thread.Run(() => 7));
    }

    [TestMethod]
    public async Task Cancelled_work_that_has_not_begun_never_does()
    {
        using var thread = new TorchThread();
        using var stop = new CancellationTokenSource();
        using var gate = new ManualResetEventSlim();
        var began = false;
        var first = thread.Run(() => gate.Wait(CancellationToken.None), CancellationToken.None);
        var second = thread.Run(() => began = true, stop.Token);

        await stop.CancelAsync();
        gate.Set();
        await first;

        await Assert.ThrowsExactlyAsync<TaskCanceledException>(() => second);
        Assert.IsFalse(began);
    }

    [TestMethod]
    public async Task Work_that_stops_itself_is_cancelled()
    {
        using var thread = new TorchThread();
        using var stop = new CancellationTokenSource();
        var work = thread.Run(
            () =>
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            },
            CancellationToken.None);

        await Assert.ThrowsExactlyAsync<TaskCanceledException>(() => work);
        Assert.IsTrue(work.IsCanceled);
    }

    [TestMethod]
    public async Task Disposing_finishes_what_was_asked_for_and_takes_no_more()
    {
        var thread = new TorchThread();
        using var gate = new ManualResetEventSlim();
        var first = thread.Run(() => gate.Wait(CancellationToken.None));
        var second = thread.Run(() => 2);
        gate.Set();
        thread.Dispose();

        await first;
        Assert.AreEqual(2, await second);
        Assert.ThrowsExactly<ObjectDisposedException>(() => { _ = thread.Run(() => 3); });
    }

    [TestMethod]
    public async Task Its_own_work_may_dispose_it()
    {
        var thread = new TorchThread();
        await thread.Run(thread.Dispose);

        thread.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => { _ = thread.Run(() => 3); });
    }

    [TestMethod]
    public async Task Work_counts_as_busy_as_soon_as_its_result_is_there()
    {
        using var thread = new TorchThread();
        for (var count = 1; count <= 5; count++)
        {
            await thread.Run(() => Thread.Sleep(10));
            Assert.IsGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(9 * count), thread.Busy);
        }
    }
}
