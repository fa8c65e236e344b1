using System.Collections.Concurrent;

namespace Lab.Sandbox;

/// <summary>Takes orders from one stream and answers on another until there are no more.</summary>
internal sealed class Worker(Stream input, Stream output)
{
    private readonly BlockingCollection<WorkOrder> _orders = [];

    /// <param name="abandoned">What to do when there will be no more orders, which may be while a program runs.</param>
    public void Serve(Action abandoned)
    {
        // Whoever started this process waits for the first answer without counting.
        WarmUp.Run();
        Frames.Write(output, WorkReply.Ready.Write);
        new Thread(() => Listen(abandoned)) { IsBackground = true }.Start();
        foreach (var order in _orders.GetConsumingEnumerable())
        {
            var reply = ProgramRunner.Run(order);
            Frames.Write(output, reply.Write);
            if (reply.Retires)
            {
                return;
            }
        }
    }

    // Apart from what runs the programs: nobody else would notice that whoever waits for the answer is gone.
    private void Listen(Action abandoned)
    {
        try
        {
            while (Frames.Read(input, WorkOrder.Read) is { } order)
            {
                _orders.Add(order);
            }
        }
        finally
        {
            abandoned();
        }
    }
}
