using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Configuration;
using ModelOps.Core.Processes;

namespace ModelOps.Core.Gathering.Predictions;

/// <summary>Runs the team's own command, which writes the predictions of a model.</summary>
/// <param name="starter">Prepares commands.</param>
/// <param name="command">The command.</param>
/// <param name="section">Where predictions come from.</param>
/// <param name="root">Directory of modelops.yml.</param>
internal sealed class EvaluationCommand(CommandStarter starter, TeamCommand command, EvaluationSection section, string root)
{
    /// <summary>Runs the command for one model.</summary>
    /// <param name="model">Full path of the private copy of the model: the command needs no credentials, and scores the bytes that were hashed.</param>
    /// <param name="name">Reference of the model, for the command's own messages.</param>
    /// <param name="output">A private directory for what it writes.</param>
    /// <param name="cancellationToken">Ends the command with all that it started.</param>
    /// <exception cref="ModelOpsException">It cannot be started (MOP5001), or made no predictions (MOP6012).</exception>
    public async Task<PredictionFiles> RunAsync(string model, string name, string output, CancellationToken cancellationToken)
    {
        var predictions = Path.Combine(output, PredictionFormat.FileName(section.Format));
        var metrics = Path.Combine(output, "metrics.json");
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { ["model"] = model, ["predictions"] = predictions, ["metrics"] = metrics };
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MODEL_URI"] = model,
            ["MODELOPS_MODEL_VERSION"] = name,
            ["MODELOPS_PREDICTIONS"] = predictions,
            ["MODELOPS_METRICS"] = metrics,
        };
        if (section.Data is { } data)
        {
            places["data"] = variables["MODELOPS_DATA"] = Path.GetFullPath(data, root);
        }

        var request = await starter.RequestAsync(command, places, variables);
        var ended = await ProcessRunner.RunAsync(request, starter.Relay, cancellationToken);
        if (ended is not { TimedOut: false, ExitCode: 0 })
        {
            var how = ended.TimedOut ? $"was ended after {request.Timeout.TotalSeconds:0} seconds" : $"ended with exit code {ended.ExitCode}";
            throw Failed($"The command under evaluation ('{request.Program}') {how} for {name}.");
        }

        if (FindProblem(predictions) is { } problem)
        {
            throw Failed($"The command under evaluation ('{request.Program}') ended well for {name}, but {problem} where it was asked for predictions ('{predictions}').");
        }

        return new(predictions, FindProblem(metrics) is null ? metrics : null);
    }

    private static string? FindProblem(string path)
    {
        var file = new FileInfo(path);
        return file switch
        {
            { LinkTarget: not null } => "there is a link",
            { Exists: false } => Directory.Exists(path) ? "there is a directory" : "there is no file",
            { Length: > PredictionFiles.MaxBytes } => $"there is a file of more than {PredictionFiles.MaxBytes / 1024 / 1024} MiB",
            _ => SpecialFile.Describe(path, file.Length) is { } kind ? $"there is {kind}" : null,
        };
    }

    private static ModelOpsException Failed(string message) => new(ExitCode.CouldNotRun, EvaluationDiagnostics.CommandFailed.At(message));
}
