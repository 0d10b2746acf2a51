using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Gates;

namespace ModelOps.Core.Gathering.Runtime;

/// <summary>Measures how fast a model loads and answers.</summary>
/// <param name="starter">Prepares commands.</param>
/// <param name="root">Directory of modelops.yml.</param>
internal sealed class RuntimeEvidence(CommandStarter starter, string root)
{
    private const long MaxRequestBytes = 64 * 1024 * 1024;

    /// <summary>Runs the scoring command.</summary>
    /// <param name="need">What is measured.</param>
    /// <param name="command">Its command.</param>
    /// <param name="model">Full path of the private copy of the model.</param>
    /// <param name="name">Reference of the model.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <exception cref="ModelOpsException">There are no requests (MOP0004), or the command does not answer (MOP5001, MOP6012).</exception>
    public async Task<RuntimeMeasurement> MeasureAsync(
        ScoringNeed need, TeamCommand command, string model, string name, CancellationToken cancellationToken)
    {
        var requests = await ReadRequestsAsync(need.Requests, cancellationToken);
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { ["model"] = model };
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["MODEL_URI"] = model, ["MODELOPS_MODEL_VERSION"] = name };
        return await ScoringProcess.MeasureAsync(await starter.RequestAsync(command, places, variables), requests, need.Repeat, starter.Relay, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> ReadRequestsAsync(string? requests, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(requests ?? "", root);
        if (!File.Exists(path) || SpecialFile.DescribeTarget(path) is not null || new FileInfo(path).Length > MaxRequestBytes)
        {
            throw Problem($"gates.runtime.requests: expected a file of at most {MaxRequestBytes / 1024 / 1024} MiB at '{path}'.", path);
        }

        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        return lines.Any(line => line.Trim().Length > 0)
            ? [.. lines.Where(line => line.Trim().Length > 0)]
            : throw Problem($"gates.runtime.requests: '{path}' has no request.", path);
    }

    private static ModelOpsException Problem(string message, string path) => new(ExitCode.BadInput, InputDiagnostics.PathMissing.At(message, new(path)));
}
