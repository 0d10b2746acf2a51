using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Launching;

namespace ModelOps.Core.Running;

/// <summary>What a verb may use of the world around it.</summary>
internal sealed class VerbContext
{
    private Task<BuildInfo>? _build;

    /// <summary>Directory in which relative paths start.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The configuration; empty when there is no modelops.yml.</summary>
    public required ToolkitConfiguration Configuration { get; init; }

    /// <summary>Environment variables.</summary>
    public required IEnvironment Environment { get; init; }

    /// <summary>Opens catalogs.</summary>
    public required CatalogConnector Catalogs { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Shows long work.</summary>
    public required IProgressSink Progress { get; init; }

    /// <summary>Shows a line that a program which is not ours printed, as soon as it is there.</summary>
    public Action<string> Relay { get; init; } = _ => { };

    /// <summary>Takes the result of a verb that goes on.</summary>
    public Action<object> OnAnnounced { get; init; } = _ => { };

    /// <summary>Where findings are collected.</summary>
    public Findings Findings { get; init; } = new();

    /// <summary>Findings so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => Findings.All;

    /// <summary>Reads what is being built; called once, by the first who asks.</summary>
    public required Func<CancellationToken, Task<BuildInfo>> BuildReader { get; init; }

    /// <summary>The sandbox that this program has inside; null where it is a program of its own.</summary>
    public IOwnSandbox? OwnSandbox { get; init; }

    /// <summary>Takes what the run does, for who looks for a fault.</summary>
    public DebugLog Debug { get; init; } = DebugLog.None;

    /// <summary>Called at every step that a kill could follow; tests end the process there.</summary>
    public Action<string> OnStep { get; init; } = _ => { };

    /// <summary>What is run to get a sandbox in a process of its own.</summary>
    /// <exception cref="ModelOpsException">There is none (MOP5101, exit 9).</exception>
    public SandboxCommand FindSandbox() => OwnSandbox?.Command ?? SandboxCommand.Find(Environment);

    /// <summary>What is being built, and by whom. The first call may ask git, the others get the same answer.</summary>
    /// <param name="cancellationToken">Ends the questions to git.</param>
    public Task<BuildInfo> ReadBuildAsync(CancellationToken cancellationToken) => _build ??= BuildReader(cancellationToken);

    /// <summary>Hands over the result of a verb that goes on, with all findings so far: it is shown now and not again at the end.</summary>
    /// <param name="result">The result record.</param>
    /// <exception cref="ModelOpsException">The build host cannot take it.</exception>
    public void Announce(object result) => OnAnnounced(result);

    /// <summary>What the summary page of the build says of the verb; null where the general form does.</summary>
    public string? Summary { get; private set; }

    /// <summary>Says what the verb came to in its own words, for the summary page of the build.</summary>
    /// <param name="markdown">Markdown in which all text from outside is escaped.</param>
    public void Summarize(string markdown) => Summary = markdown;

    /// <summary>Whether the verb has something to say that nobody has been told.</summary>
    public bool HasNews { get; private set; } = true;

    /// <summary>Says that there is nothing new: what an earlier run said on a pull request stands.</summary>
    public void SayNothingNew() => HasNews = false;

    /// <summary>Words of the command that usually follows, after the program; null where there is none.</summary>
    public IReadOnlyList<string>? Next { get; private set; }

    /// <summary>Names the command that usually follows when the verb ends well, as it can be run.</summary>
    /// <param name="words">Verb and arguments; null where nothing obvious follows.</param>
    public void Suggest(IReadOnlyList<string>? words) => Next = words;

    /// <summary>Reports a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    public void Report(Diagnostic diagnostic) => Findings.Add(diagnostic);
}
