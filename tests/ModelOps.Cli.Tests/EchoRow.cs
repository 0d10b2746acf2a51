namespace ModelOps.Cli.Tests;

public sealed record EchoRow(string Name, DateTimeOffset ReadySince);
