using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Packaging;
using ModelOps.Core.Recording;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Validates a version: PENDING, the gates, the verdict, the alias. A run after a killed one takes over.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="version">The version.</param>
/// <param name="alias">The alias that it may get, of which nothing was refused.</param>
/// <param name="inputs">Digests of what the verdict will rest on; null when they cannot be told.</param>
/// <param name="settings">The call.</param>
/// <param name="context">The verb's context.</param>
internal sealed class ValidationRun(
    Candidate candidate, ModelVersion version, VerdictAlias alias, JudgedInputs? inputs, ValidateSettings settings, VerbContext context)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(30);

    private readonly Ledger _ledger = candidate.Environment.LedgerOf(candidate.Catalog, candidate.Model, context);

    private readonly RunRecorder _recorder = new(candidate.Catalog.Tracking, context);

    private IModelRegistry Registry => candidate.Catalog.Registry;

    private string Key => KeyOf(version);

    /// <summary>What tells a version apart in the ledger. One that somebody else registered has no key; its reference does as well.</summary>
    public static string KeyOf(ModelVersion version) => version.Tags.GetValueOrDefault(VersionTags.Key) ?? version.Uri;

    /// <summary>Judges the version and writes the verdict.</summary>
    public async Task<VerbOutcome<ValidateResult>> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (version.Tags.GetValueOrDefault(VersionTags.ValidationStatus) == ValidationStatus.Pending)
        {
            context.Report(GateDiagnostics.TakenOver.At($"{version.Uri} was {ValidationStatus.Pending}: its last validation decided nothing, so this one does."));
        }

        var entry = await _ledger.TakeUpAsync(LedgerActions.Validate, Key, settings.Alias, cancellationToken)
            ?? await BeginAsync(cancellationToken);
        context.OnStep("run created");
        var judgement = await JudgeAsync(entry, cancellationToken);

        var open = await FindRepeatedAsync(entry, judgement.Verdict, cancellationToken) ?? await BeginAsync(cancellationToken);
        var logged = await _recorder.TryWriteAsync(open.Run, judgement.Record, cancellationToken);
        context.OnStep("metrics logged");
        var (isGiven, refused) = await GiveAsync(judgement.Verdict, open, cancellationToken);
        var isTaken = await alias.TakeAsync(judgement.Verdict, _ledger, open, cancellationToken);
        var result = ValidationResults.Create(candidate, judgement, isGiven ? settings.Alias : null) with
        {
            RemovedAlias = isTaken ? settings.Alias : null,
            Run = open.Run.Id,
            RunUri = RunRecorder.UriOf(open.Run),
            LoggedMetrics = logged,
        };
        LedgerFile[] files =
        [
            new(EarlierValues.HtmlFile, judgement.Files.Html), new("report.md", judgement.Files.Markdown), new(EarlierValues.GatesFile, judgement.Files.Json),
        ];
        Tag[] facts = [new(VersionTags.Decision, ChoiceText.Of(judgement.Verdict.Decision)), new(LedgerTags.Verdict, judgement.Verdict.Recorded)];
        await _ledger.CompleteAsync(open, facts, ResultJson.Document(result), files, cancellationToken);
        context.OnStep("entry completed");
        if (refused is not null)
        {
            throw refused;
        }

        context.Suggest(new NextPromotion(candidate, settings, context).After(judgement.Verdict.Decision));
        return new(result, judgement.Verdict.ExitCode);
    }

    // A newer commit may have got the alias while this version was judged. It passed all the same: that is written down to its end before the refusal is said.
    private async Task<(bool IsGiven, ModelOpsException? Refused)> GiveAsync(ValidationVerdict verdict, LedgerEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return (await alias.GiveAsync(verdict, _ledger, entry, cancellationToken), null);
        }
        catch (ModelOpsException refused) when (!entry.MovesAlias && refused.ExitCode is (ExitCode.GateFailed or ExitCode.CouldNotRun))
        {
            return (false, refused);
        }
    }

    // What a killed run announced may have been done, and a rollback may need it: a verdict that does not repeat it is an entry of its own.
    private async Task<LedgerEntry?> FindRepeatedAsync(LedgerEntry entry, ValidationVerdict verdict, CancellationToken cancellationToken) =>
        (verdict.MakesChallenger || !entry.MovesAlias) && await _ledger.IsOpenAsync(entry, cancellationToken) && entry.IsFreeFor(settings.Alias) ? entry : null;

    // What does not come to its end, or could not run, decides nothing: the version stays PENDING, which no alias takes, and a later run takes over.
    private async Task<Judgement> JudgeAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(VersionTags.ValidationStatus, ValidationStatus.Pending, cancellationToken);
            context.OnStep("pending written");
            var judgement = await new GateJudge(settings, context).JudgeAsync(candidate, cancellationToken);
            await RequireUnchangedAsync(cancellationToken);
            var digest = await CheckedFile.HashAsync(judgement.Files.Json, cancellationToken);
            await WriteAsync(VersionTags.Gates, GatesTag.Write(judgement.Report, judgement.Verdict, digest), cancellationToken);
            await WriteAsync(VersionTags.Decision, ChoiceText.Of(judgement.Verdict.Decision), cancellationToken);
            context.OnStep("decision written");
            if (inputs is not null)
            {
                await WriteAsync(VersionTags.Judged, inputs.ToString(), cancellationToken);
            }

            if (judgement.Verdict.IsDecided)
            {
                await WriteAsync(VersionTags.ValidationStatus, judgement.Verdict.Recorded, cancellationToken);
            }

            context.OnStep("verdict written");
            return judgement;
        }
        catch (Exception failure)
        {
            await AbandonAsync(entry, failure);
            throw;
        }
    }

    /// <summary>Refuses a version that is not what was judged any more.</summary>
    private async Task RequireUnchangedAsync(CancellationToken cancellationToken)
    {
        var now = await Registry.FindVersionAsync(version.Model, version.Version, cancellationToken);
        if (now is null || ContentIdentity.Of(now) != ContentIdentity.Of(version))
        {
            throw new ModelOpsException(ExitCode.StateMoved, GateDiagnostics.Retagged.At(
                now is null ? $"{version.Uri} was deleted while it was judged." : $"The tags {VersionTags.Digest} or {VersionTags.Manifest} of {version.Uri} were rewritten while it was judged."));
        }
    }

    // Best effort with a time of its own: what ended the validation is what is reported.
    // A model that changes what it is judged by has failed, whatever the gates would have said.
    private async Task AbandonAsync(LedgerEntry entry, Exception cause)
    {
        using var limit = new CancellationTokenSource(LastWords, context.Time);
        try
        {
            if (cause is ModelOpsException { ExitCode: ExitCode.GateFailed })
            {
                await WriteAsync(VersionTags.ValidationStatus, ValidationStatus.Failed, limit.Token);
            }

            if (await _ledger.IsOpenAsync(entry, limit.Token))
            {
                await _ledger.FailAsync(entry, limit.Token);
            }
        }
        catch (Exception failure) when (failure is ModelOpsException or OperationCanceledException or IOException)
        {
            context.Relay($"modelops: the end of the validation could not be written down: {failure.Message}");
        }
    }

    // Two validations of one version at the same time find the same open entry: whoever ends last writes an entry of its own, because
    // what is ended is part of the chain.
    private Task<LedgerEntry> BeginAsync(CancellationToken cancellationToken) =>
        _ledger.BeginAsync(LedgerActions.Validate, candidate.Build, Facts(), cancellationToken);

    private Task WriteAsync(string key, string value, CancellationToken cancellationToken) =>
        Registry.SetVersionTagAsync(version.Model, version.Version, new(key, value), cancellationToken);

    private IReadOnlyList<Tag> Facts() =>
    [
        new(LedgerTags.Key, Key),
        new(LedgerTags.To, $"{version.Version}"),
        .. new[] { LedgerTags.Digest, LedgerTags.Commit }
            .Where(version.Tags.ContainsKey)
            .Select(key => new Tag(key, version.Tags[key])),
    ];
}
