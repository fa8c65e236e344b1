using Lab.Core;
using Lab.Policies;
using TorchSharp;

namespace Lab.Tests;

[TestClass]
public sealed class TorchRuntimeTests
{
    [TestMethod]
    public async Task Torch_multiplies_on_its_thread()
    {
        using var runtime = await TorchRuntime.Start(DeviceChoice.Cpu, threads: 2);
        var (product, threads) = await runtime.Thread.Run(() =>
        {
            using var scope = torch.NewDisposeScope();
            var left_WW = torch.tensor(new float[] { 1, 2, 3, 4 }, 2, 2);
            var right_WW = torch.tensor(new float[] { 5, 6, 7, 8 }, 2, 2);
            return (left_WW.mm(right_WW).data<float>().ToArray(), torch.get_num_threads());
        });

        CollectionAssert.AreEqual(new float[] { 19, 22, 43, 50 }, product);
        Assert.AreEqual(2, threads);
        Assert.AreEqual(2, runtime.Threads);
        StringAssert.StartsWith(runtime.TorchVersion, "2.");
        Assert.IsTrue(File.Exists(Path.Combine(runtime.Natives.Folder, NativeFiles.FileName("torch_cpu"))));
    }

    [TestMethod]
    public async Task Two_runtimes_share_what_one_process_can_load_once()
    {
        using var first = await TorchRuntime.Start(DeviceChoice.Cpu, threads: 1);
        using var second = await TorchRuntime.Start(DeviceChoice.Auto, threads: 1);

        Assert.AreSame(first.Natives, second.Natives);
    }

    [TestMethod]
    public async Task Cuda_where_there_is_none_names_the_build_option_and_a_way_out()
    {
        if (NativeLibraries.Load().HasCuda)
        {
            Assert.Inconclusive("this build has CUDA");
        }

        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => TorchRuntime.Start(DeviceChoice.Cuda, threads: 1));

        StringAssert.Contains(error.Message, OperatingSystem.IsMacOS() ? "no CUDA on macOS" : "-p:TorchBackend=cuda-");
        StringAssert.Contains(error.Message, "\"auto\"");
    }

    [TestMethod]
    public async Task A_negative_number_of_threads_is_refused() =>
        await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(() => TorchRuntime.Start(DeviceChoice.Cpu, threads: -1));
}
