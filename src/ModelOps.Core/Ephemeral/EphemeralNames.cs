using System.Security.Cryptography;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Ephemeral;

/// <summary>Names in an ephemeral catalog.</summary>
/// <param name="Catalog">First level of names; empty when there is none.</param>
/// <param name="Schema">Second level of names; empty when there is none.</param>
/// <param name="Model">The registered model.</param>
internal sealed record EphemeralNames(string Catalog, string Schema, ModelName Model)
{
    private const string PullRequestField = "{pr}";
    private const string RunField = "{run}";
    private const int RunLength = 10;
    private const int MaxPullRequest = 40;
    private const int MaxSchema = 100;

    /// <summary>The experiment that runs go to.</summary>
    public string Experiment => Model.Value;

    /// <summary>What all names in the catalog begin with; belongs to this run alone.</summary>
    public string Prefix => Model.Value[..(Model.Value.Length - ShortLength)];

    private int ShortLength { get; init; }

    /// <summary>The names of the environment itself, for a catalog that nobody else uses.</summary>
    public static EphemeralNames Own(EnvironmentSection? section, ReleaseEnvironment environment, string shortName) =>
        new(section?.Catalog ?? "", section?.Schema ?? "", environment.Qualify(shortName)) { ShortLength = shortName.Length };

    /// <summary>Names in a schema that no other run has, for a catalog that is shared.</summary>
    /// <exception cref="ModelOpsException">The model's name gets too long (MOP0103).</exception>
    public static EphemeralNames Unique(EnvironmentSection? section, BuildInfo build, string shortName)
    {
        var template = (section?.Ephemeral ?? new EphemeralSection()).Schema;
        var schema = SchemaOf(template, build.PullRequest ?? build.Branch ?? "local", RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", RunLength));
        var catalog = section?.Catalog ?? "";
        var name = string.Join('.', new[] { catalog, schema, shortName }.Where(level => level.Length > 0));
        return ModelName.TryParse(name, out var model)
            ? new(catalog, schema, model) { ShortLength = shortName.Length }
            : throw new ModelOpsException(ExitCode.BadInput, ConfigurationDiagnostics.InvalidValue.At(
                $"'{name}' cannot name a model during a test: expected {ModelName.Expected}, at most 255 characters."));
    }

    /// <summary>One level of a name: the template with its fields filled, and always with the run at full length.</summary>
    internal static string SchemaOf(string template, string pullRequest, string run)
    {
        var request = Level(pullRequest);
        var filled = template.Replace(PullRequestField, request[..Math.Min(request.Length, MaxPullRequest)], StringComparison.Ordinal);
        var parts = filled.Split(RunField).Select(Level).ToArray();
        var text = string.Join(run, parts);
        return parts.Length > 1 && text.Length <= MaxSchema ? text : Bounded(string.Concat(parts), run);
    }

    private static string Bounded(string text, string run)
    {
        var kept = text[..Math.Min(text.Length, MaxSchema - run.Length - 1)].TrimEnd('_');
        return kept.Length == 0 ? run : $"{kept}_{run}";
    }

    private static string Level(string text)
    {
        var level = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            level.Append(char.IsAsciiLetterOrDigit(letter) || letter == '-' ? char.ToLowerInvariant(letter) : '_');
        }

        return level.ToString();
    }
}
