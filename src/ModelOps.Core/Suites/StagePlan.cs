using ModelOps.Core.Processes;

namespace ModelOps.Core.Suites;

/// <summary>A stage, ready to be run: all that can be wrong before a start has been checked.</summary>
internal sealed record StagePlan
{
    /// <summary>Name of its suite: <c>unit</c> or <c>integration</c>.</summary>
    public required string Suite { get; init; }

    /// <summary>Name of the stage.</summary>
    public required string Name { get; init; }

    /// <summary>Program and arguments.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Working directory.</summary>
    public required string Directory { get; init; }

    /// <summary>File that the command writes its results to.</summary>
    public required string ResultsFile { get; init; }

    /// <summary>Whether the command or the configuration says that results will be written.</summary>
    public required bool PromisesResults { get; init; }

    /// <summary>Whether the stage is an entry point: one test by itself, which its exit code decides.</summary>
    public required bool IsEntryPoint { get; init; }

    /// <summary>Fraction of the data.</summary>
    public required string Sample { get; init; }

    /// <summary>Longest time.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Variables of the caller that the command gets whatever they look like.</summary>
    public required IReadOnlyList<string> PassEnvironment { get; init; }

    /// <summary>Suite and name.</summary>
    public string FullName => $"{Suite}/{Name}";

    /// <summary>Variables that the command gets about itself.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MODELOPS_STAGE"] = Name,
        [SampleFraction.Variable] = Sample,
        ["MODELOPS_RESULTS"] = ResultsFile,
    };

    /// <summary>The process to run.</summary>
    /// <param name="environment">Its complete environment.</param>
    public ProcessRequest Request(IReadOnlyDictionary<string, string> environment) => new()
    {
        Program = Words[0],
        Arguments = [.. Words.Skip(1)],
        Directory = Directory,
        Environment = environment,
        Timeout = Timeout,
    };
}
