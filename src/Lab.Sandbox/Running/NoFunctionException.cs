namespace Lab.Sandbox;

/// <summary>A program has no function to be called.</summary>
internal sealed class NoFunctionException() : Exception("the program neither ends with a function nor declares the one that is asked for");
