using Lab.Sandbox;

namespace Lab.Hosting;

/// <summary>What came of one order.</summary>
/// <param name="Reply">What the worker said; null where its process ended over it.</param>
/// <param name="Tripped">Whether the clock ended the process, be it after it had said everything.</param>
internal readonly record struct WorkerAnswer(WorkReply? Reply, bool Tripped);
