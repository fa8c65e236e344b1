using System.Text;
using Lab.Cli;
using Spectre.Console;

// What the lab writes has signs beyond ASCII; a Windows console must be told.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await LabCommand.Run(args, new(AnsiConsole.Console, Console.Error, Environment.CurrentDirectory, TimeProvider.System)
{
    In = Console.In,
    IsTyped = !Console.IsInputRedirected,
});
