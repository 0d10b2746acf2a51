using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text.Unicode;
using ModelOps.Core.Configuration;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Finds the environments that a verb works on.</summary>
internal sealed class EnvironmentResolver(VerbContext context)
{
    /// <summary>MLflow's own default for a tracking store.</summary>
    private const string DefaultUri = "sqlite:///mlflow.db";

    private IReadOnlyDictionary<string, EnvironmentSection> Sections => context.Configuration.Environments;

    /// <summary>An environment by name.</summary>
    /// <exception cref="ModelOpsException">modelops.yml does not define it (MOP0105).</exception>
    public ReleaseEnvironment Named(string name)
    {
        if (Sections.TryGetValue(name, out var section))
        {
            return From(name, section);
        }

        var known = (context.Configuration.File, Sections.Count) switch
        {
            (null, _) => $"no modelops.yml was found in '{context.WorkingDirectory}' or above",
            (_, 0) => "modelops.yml defines none",
            _ => "modelops.yml defines " + string.Join(", ", Sections.Keys),
        };
        throw new ModelOpsException(
            ExitCode.BadInput,
            ConfigurationDiagnostics.UnknownEnvironment.At($"There is no environment '{name}'; {known}.", FileSpan()));
    }

    /// <summary>The named environment; else MLflow's variables; else the first environment; else the embedded default.</summary>
    public ReleaseEnvironment NamedOrDefault(string? name)
    {
        if (name is not null)
        {
            return Named(name);
        }

        var tracking = NonEmpty("MLFLOW_TRACKING_URI");
        var registry = NonEmpty("MLFLOW_REGISTRY_URI");
        if (tracking is null && registry is null && Sections.Count > 0)
        {
            var (first, section) = Sections.First();
            return From(first, section);
        }

        var uri = tracking ?? registry ?? DefaultUri;
        // A server that modelops.yml knows may name the same directory when the variables name it.
        var (environment, known) = Sections.FirstOrDefault(pair => pair.Value.TrackingUri == uri);
        var root = known?.ArtifactRoot is { } directory ? Path.GetFullPath(directory, context.Configuration.Directory ?? context.WorkingDirectory) : null;
        return new("default", new(uri, registry ?? uri, context.WorkingDirectory) { Environment = environment ?? "", ArtifactRoot = root }, "");
    }

    /// <summary>The named environment; else that of MLflow's variables and all of modelops.yml in its order; else the embedded default.</summary>
    public IReadOnlyList<ReleaseEnvironment> NamedOrAll(string? name)
    {
        if (name is not null)
        {
            return [Named(name)];
        }

        var all = Sections.Select(pair => From(pair.Key, pair.Value)).ToList();
        var byDefault = NamedOrDefault(null);
        return all.Exists(environment => environment.Address.RegistryUri == byDefault.Address.RegistryUri) ? all : [byDefault, .. all];
    }

    /// <summary>The environment before another in the order of modelops.yml.</summary>
    /// <exception cref="ModelOpsException">There is none before it (MOP3008).</exception>
    public ReleaseEnvironment Before(ReleaseEnvironment environment)
    {
        var names = Sections.Keys.ToList();
        var index = names.IndexOf(environment.Name);
        return index > 0
            ? Named(names[index - 1])
            : throw new ModelOpsException(ExitCode.BadInput, ReleaseDiagnostics.SourceUnknown.At(
                $"'{environment.Name}' is the first environment, so there is none before it to promote from. Give --from ENVIRONMENT.", FileSpan()));
    }

    /// <summary>The name without the catalog and schema of whichever environment it was given for.</summary>
    public string ShortName(ModelName model)
    {
        var name = model.Normalized;
        var prefix = Sections.Values.Select(section => Nfc.Of(Prefix(section))).FirstOrDefault(
            candidate => candidate.Length > 0 && name.StartsWith(candidate + ".", StringComparison.Ordinal));
        return prefix is null ? model.Value : name[(prefix.Length + 1)..];
    }

    private ReleaseEnvironment From(string name, EnvironmentSection section)
    {
        var directory = context.Configuration.Directory ?? context.WorkingDirectory;
        return new(name, AddressOf(name, section, directory), Prefix(section))
        {
            LedgerExperiment = section.Ledger.Experiment,
            LedgerKeyVariable = section.Ledger.KeyVariable,
        };
    }

    private static CatalogAddress AddressOf(string name, EnvironmentSection section, string directory) =>
        new(section.TrackingUri, section.RegistryUri ?? section.TrackingUri, directory) { Environment = name, ArtifactRoot = section.ArtifactRoot };

    private static string Prefix(EnvironmentSection section) =>
        string.Join('.', new[] { section.Catalog, section.Schema }.Where(level => !string.IsNullOrEmpty(level)));

    private string? NonEmpty(string variable) => context.Environment.Get(variable) is { Length: > 0 } value ? value : null;

    private SourceSpan? FileSpan() => context.Configuration.File is { } file ? new(file) : null;
}
