namespace ModelOps.Core.Tests.Contract;

public sealed record SampleRow(string Name, DateTimeOffset ReadySince);
