using Lab.Core;

namespace Lab.Sandbox;

/// <summary>Takes orders from one stream and answers on another until there are no more.</summary>
internal sealed class Worker(Stream input, Stream output)
{
    private static readonly SandboxLimits s_warmUp = new(1000, 1 << 20, 16, 1000, 1000);

    public void Serve()
    {
        // Whoever started this process waits for the first answer without counting: code that runs once is compiled now.
        ProgramRunner.Run(new("function f(x){return[x+1,'a'.indexOf('b')]}f", "f", ["[1]"], s_warmUp));
        ProgramRunner.Run(new("console.log({a:1})", null, [], s_warmUp));
        Frames.Write(output, WorkReply.Ready.Write);
        for (var retires = false; !retires;)
        {
            if (Frames.Read(input, WorkOrder.Read) is not { } order)
            {
                return;
            }

            var reply = ProgramRunner.Run(order);
            retires = reply.Retires;
            Frames.Write(output, reply.Write);
        }
    }
}
