using System.Runtime.InteropServices;
using Lab.Sandbox;

// From a terminal an interrupt reaches every process. Whoever started this one decides when it ends, by closing its input, and
// nothing that runs here then goes on.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);

// The program's own text never gets here: what it prints is collected, and only whole answers are written.
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
Console.SetOut(TextWriter.Null);

// Deep recursion is stopped by a count, and the stack is large enough for what the count allows.
const int StackBytes = 64 << 20;
var thread = new Thread(() => new Worker(input, output).Serve(static () => Environment.Exit(0)), StackBytes);
thread.Start();
thread.Join();
