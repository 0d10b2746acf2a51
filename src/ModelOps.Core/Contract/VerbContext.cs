using ModelOps.Core.Configuration;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Registry;

namespace ModelOps.Core.Contract;

/// <summary>What a verb may use of the world around it.</summary>
public sealed class VerbContext
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Directory in which relative paths start.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The configuration; empty when there is no modelops.yml.</summary>
    public required ToolkitConfiguration Configuration { get; init; }

    /// <summary>What is being built, and by whom.</summary>
    public required BuildInfo Build { get; init; }

    /// <summary>Environment variables.</summary>
    public required IEnvironment Environment { get; init; }

    /// <summary>Opens catalogs.</summary>
    public required CatalogConnector Catalogs { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Shows long work.</summary>
    public required IProgressSink Progress { get; init; }

    /// <summary>Findings so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Called at every step that a kill could follow; tests end the process there.</summary>
    internal Action<string> OnStep { get; init; } = _ => { };

    /// <summary>Reports a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);
}
