using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gates.Champion;

namespace ModelOps.Core.Releases;

/// <summary>
/// What a version has to have passed before an alias is given to it. Only a version that passed becomes champion or challenger, of whatever model;
/// other aliases, such as that of a copy which is to be validated where it is, are free.
/// </summary>
/// <param name="configuration">Configuration with the models.</param>
/// <param name="shortName">Name of the model in modelops.yml.</param>
/// <param name="alias">The alias.</param>
internal sealed class AliasVerdict(ToolkitConfiguration configuration, string shortName, AliasName alias)
{
    private const string NotCompared = "undecided";

    // A version with the champion's own content passes, and the champion stays: nothing is left open.
    private static readonly string[] Decided = ["promote", "keep"];

    private readonly ChampionGateSection _champion = configuration.Find(shortName)?.Gates.Champion ?? new();

    /// <summary>Whether a version may become champion whose validation left that to a canary or a person.</summary>
    public bool AllowUndecided { get; init; }

    /// <summary>Whether no version has the alias yet.</summary>
    public bool IsFirst { get; init; }

    private bool IsGuarded => alias.IsChampions(_champion.Alias) || alias.IsSpelledAs(AliasName.Challenger.Value);

    /// <summary>Refuses a version that has not passed, or whose validation did not decide.</summary>
    /// <param name="version">The version.</param>
    /// <param name="environment">Its environment.</param>
    public IEnumerable<Diagnostic> Judge(ModelVersion version, string environment)
    {
        if (JudgeProvenance(version) is { } unconfirmed)
        {
            return [unconfirmed];
        }

        if (version.Tags.ContainsKey(VersionTags.ValidationStatus))
        {
            return JudgeVerdict(version);
        }

        return !IsGuarded ? [] : [ReleaseDiagnostics.NotValidated.At(
            $"{version.Uri} was never validated: '{alias}' goes to a version that passed. "
            + $"Run modelops validate --model {shortName} --environment {environment} --version {version.Version} first.")];
    }

    /// <summary>Refuses the copy that the target has already when it was judged there and did not pass: the verdict of the source does not outweigh its own.</summary>
    /// <param name="copy">The copy.</param>
    public IEnumerable<Diagnostic> JudgeCopy(ModelVersion copy) =>
        IsGuarded && copy.Tags.ContainsKey(VersionTags.ValidationStatus) ? JudgeVerdict(copy) : [];

    /// <summary>Refuses a version that <c>register</c> is to give the alias to.</summary>
    /// <param name="version">The version when it is there already; a new one cannot have passed.</param>
    /// <param name="environment">The environment.</param>
    public IEnumerable<Diagnostic> JudgeRegistered(ModelVersion? version, string environment)
    {
        if (version is not null)
        {
            return Judge(version, environment);
        }

        return !IsGuarded ? [] : [ReleaseDiagnostics.NotValidated.At(
            $"A new version of '{shortName}' was never validated: '{alias}' goes to a version that passed. "
            + $"Register it without the alias, then run modelops validate --model {shortName} --environment {environment}.")];
    }

    /// <summary>What is to be said of a first champion that was compared with nothing.</summary>
    public Diagnostic? Remark(ModelVersion version) =>
        IsFirst && alias.IsChampions(_champion.Alias) && version.Tags.GetValueOrDefault(VersionTags.Decision) == NotCompared
            ? ReleaseDiagnostics.FirstChampion.At($"{version.Uri}: {ChampionGate.NotCompared} It is taken, as the first '{alias}'.")
            : null;

    /// <summary>Refuses a champion of which only the build host said what it is from.</summary>
    public Diagnostic? JudgeProvenance(ModelVersion version) => alias.IsChampions(_champion.Alias) && Provenance.IsUnconfirmed(version)
        ? ReleaseDiagnostics.Unconfirmed.At($"{version.Uri} does not become '{alias}': that it is of commit {version.Tags.GetValueOrDefault(VersionTags.Commit) ?? "unknown"} only the build host said when it was registered.")
        : null;

    private IEnumerable<Diagnostic> JudgeVerdict(ModelVersion version)
    {
        if (version.Tags.GetValueOrDefault(VersionTags.ValidationStatus) is { } status && status != ValidationStatus.Passed)
        {
            return [ReleaseDiagnostics.NotValidated.At($"{version.Uri} has {VersionTags.ValidationStatus} {status}; expected {ValidationStatus.Passed}.")];
        }

        var decision = version.Tags.GetValueOrDefault(VersionTags.Decision, Decided[0]);
        var isFree = AllowUndecided || !alias.IsChampions(_champion.Alias) || Decided.Contains(decision)
            || (decision == NotCompared && (IsFirst || _champion.NotCompared == NotComparedPolicy.Allow));
        return isFree ? [] : [GateDiagnostics.Undecided.At(
            $"{version.Uri} has {VersionTags.Decision} {decision}; expected {Decided[0]}. "
            + (decision == NotCompared
                ? "Nothing says that it is better than the champion: use --allow-undecided once a person has decided, or set gates.champion.not_compared: allow."
                : "Use --allow-undecided once the canary or the person has decided."))];
    }
}
