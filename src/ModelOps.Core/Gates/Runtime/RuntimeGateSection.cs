using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Runtime;

/// <summary>Size, load time and latency.</summary>
public sealed record RuntimeGateSection
{
    [ConfigKey("Largest size of the model directory, in MiB.", Example = "500")]
    public double? MaxSizeMb { get; init; }

    [ConfigKey("Program and arguments of a scoring command, run without a shell: it loads {model}, then answers every line of its input by one line.", Example = "python score.py --model {model}")]
    public string? Run { get; init; }

    [ConfigKey("Directory in which the command runs, relative to this file. Default: that of this file.", Example = "pipelines")]
    public string? Directory { get; init; }

    [ConfigKey("File with a request a line, relative to this file. Each is sent when the one before is answered.", Example = "tests/requests.jsonl")]
    public string? Requests { get; init; }

    [ConfigKey("How often the requests are sent.")]
    public int Repeat { get; init; } = 1;

    [ConfigKey("Longest time from the start of the program to its first answer, in seconds.", Example = "20")]
    public double? MaxLoadSeconds { get; init; }

    [ConfigKey("Largest median latency, in milliseconds.")]
    public double? MaxP50Ms { get; init; }

    [ConfigKey("Largest latency of 95 % of the answers, in milliseconds.", Example = "120")]
    public double? MaxP95Ms { get; init; }

    [ConfigKey("Largest latency of 99 % of the answers, in milliseconds.")]
    public double? MaxP99Ms { get; init; }

    [ConfigKey("Longest time of the whole measurement. Default: 10m.")]
    public Duration Timeout { get; init; } = Duration.Parse("10m");

    [ConfigKey("Names of environment variables that the command gets as they are; others that look like secrets are taken away.")]
    public IReadOnlyList<string> PassEnvironment { get; init; } = [];
}
