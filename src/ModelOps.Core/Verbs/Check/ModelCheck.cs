using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;
using ModelOps.Core.Configuration;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Check;

/// <summary>The rules of <c>check</c> as a verb applies them to a directory: with limits, severities and waivers of modelops.yml, for the places where the model may go.</summary>
internal sealed class ModelCheck
{
    private readonly string _directory;
    private readonly CheckTarget _target;
    private readonly Waivers _waivers;

    /// <param name="directory">Full path of the model directory.</param>
    /// <param name="sections">Models of modelops.yml that the directory is one of: their waivers and gates count.</param>
    /// <param name="context">The verb's context.</param>
    /// <param name="isPacked">Whether the directory has the files of a package, whose names and number nothing changes any more.</param>
    public ModelCheck(string directory, IEnumerable<ModelSection> sections, VerbContext context, bool isPacked = false)
    {
        var own = sections.ToList();
        _directory = directory;
        Limits = context.Configuration.Check;
        _target = new() { SignatureFor = SignatureFor(context, own), IsRegistered = isPacked };
        _waivers = new(
            Limits, [.. own.Select(section => section.Name)], DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime), context.Configuration.File);
    }

    /// <summary>Limits and severities.</summary>
    public CheckSection Limits { get; }

    /// <summary>What the rules find, before waivers.</summary>
    public IReadOnlyList<Diagnostic> Find(CancellationToken cancellationToken) => ModelChecker.Check(_directory, Limits, _target, cancellationToken);

    /// <summary>Findings with waivers applied, and expired waivers before them.</summary>
    public IEnumerable<Diagnostic> Waived(IEnumerable<Diagnostic> findings) => [.. _waivers.Expired, .. findings.Select(_waivers.Apply)];

    /// <summary>The same, and after them what no rule looks at.</summary>
    public IEnumerable<Diagnostic> ForReport(IEnumerable<Diagnostic> findings) =>
    [
        .. Waived(findings),
        .. new[] { CheckDiagnostics.NotScanned.At("Model files are not scanned for code: loading a model runs what its files say.") }
            .Select(new Severities(Limits, _target).Apply).OfType<Diagnostic>(),
    ];

    /// <summary>Whether a code is waived.</summary>
    public bool IsWaived(string code) => _waivers.Covers(code);

    /// <summary>Whether findings of a code are to be repaired: not what is accepted or switched off.</summary>
    public bool IsRepaired(string code) =>
        !IsWaived(code) && !(Limits.Severity.TryGetValue(code, out var asked) && asked == RuleSeverity.Off);

    /// <summary>Models of modelops.yml with a directory, which several names may share.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="directory">Full path of the directory; anything else belongs to none.</param>
    public static IReadOnlyList<ModelSection> SectionsOf(ToolkitConfiguration configuration, string directory) => [.. configuration.Models
        .Where(model => configuration.Directory is { } start && Path.TrimEndingDirectorySeparator(Path.GetFullPath(model.Path, start)) == Path.TrimEndingDirectorySeparator(directory))];

    private static string? SignatureFor(VerbContext context, IReadOnlyList<ModelSection> sections)
    {
        var registries = context.Configuration.Environments.Values.Select(environment => environment.RegistryUri ?? environment.TrackingUri)
            .Append(context.Environment.Get("MLFLOW_REGISTRY_URI") ?? context.Environment.Get("MLFLOW_TRACKING_URI"));
        return registries.Any(CheckTarget.IsUnityCatalog) ? "Unity Catalog"
            : sections.Any(section => section.IsGated && section.Gates.Signature is { Enabled: true, Required: true }) ? "The gate 'signature'"
            : null;
    }
}
