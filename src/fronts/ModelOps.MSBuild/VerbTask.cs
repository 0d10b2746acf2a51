using Microsoft.Build.Framework;
using ModelOps.Backends;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Hosting;
using ModelOps.Core.Verbs;

namespace ModelOps.MSBuild;

/// <summary>
/// Runs one verb. A derived class holds only properties: one for every input, as text, and one marked as output for every
/// output. An input that is not set comes from the environment or modelops.yml, as on every front.
/// </summary>
/// <typeparam name="TSettings">The verb's settings record.</typeparam>
public abstract class VerbTask<TSettings> : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
    where TSettings : VerbSettings
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Project file. Relative paths start in its directory. Default: the file that calls the task.</summary>
    public string? ProjectFile { get; set; }

    /// <summary>Exit code of the verb, as the command would return it.</summary>
    [Microsoft.Build.Framework.Output]
    public int ExitCode { get; private set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        var project = Path.GetFullPath(string.IsNullOrEmpty(ProjectFile) ? BuildEngine.ProjectFileOfTaskNode : ProjectFile);
        var host = new MSBuildHost(Log, project);
        var verb = VerbCatalog.For<TSettings>();
        var world = new VerbWorld
        {
            Host = host,
            Environment = ProcessEnvironment.Instance,
            Backends = AllBackends.List,
            WorkingDirectory = Path.GetDirectoryName(project)!,
        };
        var report = new VerbRunner(world).RunAsync(verb, TaskProperties.ReadInputs(this, verb), _cancellation.Token).GetAwaiter().GetResult();
        ExitCode = (int)report.ExitCode;
        if (report.Result is { } result)
        {
            TaskProperties.WriteOutputs(this, verb.Outputs, result);
            ResultText.Lines(verb, result).ForEach(host.Show);
        }

        if (report.Series is { } series)
        {
            TaskProperties.WriteOutputs(this, verb.SeriesOutputs, series.Result);
            host.Show(ResultText.Line(verb, series));
        }

        if (report.ExitCode != Abstractions.Diagnostics.ExitCode.Ok && !Log.HasLoggedErrors)
        {
            Log.LogError("{0} ended with exit code {1} ({2}).", verb.CommandText, ExitCode, report.ExitCode);
        }

        return report.ExitCode == Abstractions.Diagnostics.ExitCode.Ok;
    }

    /// <summary>Ends the verb with exit code 130. MSBuild calls this from another thread.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc />
    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }
}
