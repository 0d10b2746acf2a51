using System.Security.Cryptography;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Ephemeral;

/// <summary>Names in a schema that no other run has, in a catalog that is shared.</summary>
internal static class EphemeralNames
{
    private const string PullRequestField = "{pr}";
    private const string RunField = "{run}";
    private const int RunLength = 10;
    private const int MaxPullRequest = 40;
    private const int MaxSchema = 100;

    /// <summary>Makes the names of one run.</summary>
    /// <exception cref="ModelOpsException">The model's name gets too long (MOP0103).</exception>
    public static CatalogNames Unique(EnvironmentSection? section, BuildInfo build, string shortName)
    {
        var template = (section?.Ephemeral ?? new EphemeralSection()).Schema;
        var schema = SchemaOf(template, build.PullRequest ?? build.Branch ?? "local", RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", RunLength));
        var catalog = section?.Catalog ?? "";
        var name = string.Join('.', new[] { catalog, schema, shortName }.Where(level => level.Length > 0));
        return ModelNameRules.FindProblem(name) is { } problem
            ? throw new ModelOpsException(ExitCode.BadInput, ConfigurationDiagnostics.InvalidValue.At(
                $"'{VisibleText.Of(name)}' cannot name a model during a test: expected {ModelName.Expected}; {problem}."))
            : new(catalog, schema, ModelName.Parse(name));
    }

    /// <summary>What the names of all models of the run begin with, and of no other's.</summary>
    public static string PrefixOf(CatalogNames names) => names.Catalog.Length == 0 ? $"{names.Schema}." : $"{names.Catalog}.{names.Schema}.";

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
