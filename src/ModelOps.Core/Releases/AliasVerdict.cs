using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;

namespace ModelOps.Core.Releases;

/// <summary>
/// What a version has to have passed before an alias is given to it. Of a model with gates, only a version that passed becomes champion or
/// challenger; other aliases, such as that of a copy which is to be validated where it is, are free.
/// </summary>
/// <param name="configuration">Configuration with the models.</param>
/// <param name="shortName">Name of the model in modelops.yml.</param>
/// <param name="alias">The alias.</param>
internal sealed class AliasVerdict(ToolkitConfiguration configuration, string shortName, AliasName alias)
{
    private const string Passed = "PASSED";
    private const string Decided = "promote";
    private const string Rejected = "reject";

    private readonly ModelSection? _model = configuration.Find(shortName);

    /// <summary>Whether a version may become champion whose validation left that to a canary or a person.</summary>
    public bool AllowUndecided { get; init; }

    /// <summary>Whether the version that gets the alias has to have passed.</summary>
    public bool NeedsPass => _model is { IsGated: true } && IsGuarded;

    private AliasName Champion => _model?.Gates.Champion.Alias ?? AliasName.Champion;

    private bool IsGuarded => alias.IsChampions(Champion) || alias.IsSpelledAs(AliasName.Challenger.Value);

    /// <summary>Refuses a version that has not passed, or whose validation did not decide.</summary>
    /// <param name="version">The version.</param>
    /// <param name="environment">Its environment.</param>
    public IEnumerable<Diagnostic> Judge(ModelVersion version, string environment)
    {
        if (version.Tags.ContainsKey(VersionTags.ValidationStatus) || !NeedsPass)
        {
            return JudgeVerdict(version);
        }

        var never = ReleaseDiagnostics.NotValidated.At(
            $"{version.Uri} was never validated, and modelops.yml has gates for '{shortName}': '{alias}' goes to a version that passed. "
            + $"Run modelops validate --model {shortName} --environment {environment} --version {version.Version} first.");
        return [never, .. JudgeVerdict(version)];
    }

    /// <summary>Refuses the copy that the target has already when it was judged there and did not pass: the verdict of the source does not outweigh its own.</summary>
    /// <param name="copy">The copy.</param>
    public IEnumerable<Diagnostic> JudgeCopy(ModelVersion copy) => IsGuarded ? JudgeVerdict(copy) : [];

    /// <summary>Refuses a version that <c>register</c> is to give the alias to.</summary>
    /// <param name="version">The version when it is there already; a new one cannot have passed.</param>
    /// <param name="environment">The environment.</param>
    public IEnumerable<Diagnostic> JudgeRegistered(ModelVersion? version, string environment)
    {
        if (version is not null)
        {
            return Judge(version, environment);
        }

        return !NeedsPass ? [] : [ReleaseDiagnostics.NotValidated.At(
            $"A new version of '{shortName}' was never validated, and modelops.yml has gates for it: '{alias}' goes to a version that passed. "
            + $"Register it without the alias, then run modelops validate --model {shortName} --environment {environment}.")];
    }

    private IEnumerable<Diagnostic> JudgeVerdict(ModelVersion version)
    {
        var hasFailed = version.Tags.GetValueOrDefault(VersionTags.ValidationStatus) is { } status && status != Passed;
        if (hasFailed)
        {
            yield return ReleaseDiagnostics.NotValidated.At(
                $"{version.Uri} has {VersionTags.ValidationStatus} {version.Tags[VersionTags.ValidationStatus]}; expected {Passed}.");
        }

        // Of a version that failed and was rejected the verdict says it all: nobody is left to decide.
        var decision = version.Tags.GetValueOrDefault(VersionTags.Decision, Decided);
        if (!AllowUndecided && alias.IsChampions(Champion) && decision != Decided && !(hasFailed && decision == Rejected))
        {
            yield return GateDiagnostics.Undecided.At(
                $"{version.Uri} has {VersionTags.Decision} {decision}; expected {Decided}. Use --allow-undecided once the canary or the person has decided.");
        }
    }
}
