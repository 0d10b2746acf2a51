using System.Globalization;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Adopt;

/// <summary>Takes over one version after another. A run after a killed one takes up where that one stopped.</summary>
/// <param name="registry">The registry.</param>
/// <param name="ledger">The model's ledger.</param>
/// <param name="build">Who takes them over.</param>
/// <param name="alias">Alias that the version was found by, which the ledger is to vouch for; null when it was named.</param>
/// <param name="context">The verb's context.</param>
internal sealed class Adoption(IModelRegistry registry, Ledger ledger, BuildInfo build, AliasName? alias, VerbContext context)
{
    private LedgerTrust? _ledger;

    /// <summary>Reads the bytes of a version and records what they are; one whose digest is recorded is not read.</summary>
    /// <returns>The digest.</returns>
    /// <exception cref="ModelOpsException">
    /// The files cannot be had or are no model, a name is not safe, another digest is recorded (MOP3001), or became so meanwhile (exit 7).
    /// </exception>
    public async Task<string> RunAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var entry = await FindOpenAsync(version, cancellationToken);
        if (ContentIdentity.Of(version) is { } known)
        {
            entry ??= IsVouched(version) ? null : await ledger.BeginAsync(AdoptVerb.Action, build, Facts(version, known), cancellationToken);
            await CompleteAsync(entry, version, known, cancellationToken);
            return known.Digest;
        }

        var content = await ReadAsync(version, cancellationToken);
        await RequireUnchangedAsync(version, content, cancellationToken);
        var key = await FindKeyAsync(version, content, cancellationToken);
        entry ??= await ledger.BeginAsync(AdoptVerb.Action, build, Facts(version, content), cancellationToken);
        context.OnStep("run created");
        foreach (var tag in Tags(content, key))
        {
            await registry.SetVersionTagAsync(version.Model, version.Version, tag, cancellationToken);
            context.OnStep($"tag {tag.Key} written");
        }

        Report(version, key);
        await CompleteAsync(entry, version, content, cancellationToken);
        return content.Digest;
    }

    // What a killed run wrote down and did not end.
    private async Task<LedgerEntry?> FindOpenAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        _ledger ??= await ledger.ReadAsync(cancellationToken);
        var left = ledger.LeftOf(_ledger, AdoptVerb.Action, entry => entry.To == version.Version);
        var taken = await ledger.TakeUpAsync(left, cancellationToken);
        _ledger = left.Count > 0 && taken is null ? await ledger.ReadAsync(cancellationToken) : _ledger;
        return taken;
    }

    // Somebody else moved the alias here: until the ledger says that it is here, no rollback goes back to the version.
    private bool IsVouched(ModelVersion version) =>
        alias is null || _ledger!.Counted.Any(entry => entry.Gives(alias, version.Version));

    private async Task<ContentIdentity> ReadAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        await using var files = await ReferenceResolver.OpenVersionAsync(registry, version, cancellationToken);
        FetchLimits.Require(files.Files, free: null, version.Uri);
        if (ContentRules.Check(files.Files.Select(file => file.Path), _ => null) is { Count: > 0 } problems)
        {
            throw new ModelOpsException(ExitCode.GateFailed, [.. problems.Select(problem => problem with { Message = $"{version.Uri}: {problem.Message}" })]);
        }

        var found = ContentIdentity.Of(await ContentHasher.ComputeAsync(files, context.Progress, cancellationToken));
        var isOther = version.Tags.GetValueOrDefault(VersionTags.Digest, found.Digest) != found.Digest
            || version.Tags.GetValueOrDefault(VersionTags.Manifest, found.Manifest) != found.Manifest;
        return isOther
            ? throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.DigestMismatch.At(
                $"{version.Uri} carries {VersionTags.Digest} or {VersionTags.Manifest} of other files than the registry has; found {found.Digest}."))
            : found;
    }

    private async Task RequireUnchangedAsync(ModelVersion version, ContentIdentity content, CancellationToken cancellationToken)
    {
        var now = await registry.FindVersionAsync(version.Model, version.Version, cancellationToken);
        if (now is null || (ContentIdentity.Of(now) is { } other && other != content))
        {
            throw new ModelOpsException(ExitCode.StateMoved, ReleaseDiagnostics.DigestMismatch.At(
                $"{version.Uri} was {(now is null ? "deleted" : "given another digest")} while its files were read."));
        }
    }

    /// <summary>The key that register would give this content without a commit; null when another version has it, which is the one that counts for it.</summary>
    private async Task<string?> FindKeyAsync(ModelVersion version, ContentIdentity content, CancellationToken cancellationToken)
    {
        var key = VersionKey.Of(version.Model, content, version.Tags.GetValueOrDefault(VersionTags.Commit));
        var found = await new VersionPublisher(registry, context).FindAsync(version.Model, key, cancellationToken);
        return found.Live is null || found.Live.Version == version.Version ? key : null;
    }

    private void Report(ModelVersion version, string? key)
    {
        if (!version.Tags.ContainsKey(VersionTags.Commit))
        {
            context.Report(SourceDiagnostics.ProvenanceUnknown.At(
                $"{version.Uri} was registered by something else: its digest is recorded now, its commit and build are not known."));
        }

        if (key is null)
        {
            context.Report(SourceDiagnostics.SameContent.At($"{version.Uri} has the content of another version, which register takes for it."));
        }
    }

    // The manifest comes last: without it a version is not adopted yet, so that the next run does all of this again.
    private IEnumerable<Tag> Tags(ContentIdentity content, string? key) =>
    [
        new(VersionTags.Adopted, context.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        .. key is null ? Array.Empty<Tag>() : [new(VersionTags.Key, key)],
        new(VersionTags.Digest, content.Digest),
        new(VersionTags.Manifest, content.Manifest),
    ];

    private IReadOnlyList<Tag> Facts(ModelVersion version, ContentIdentity content) =>
    [
        new(LedgerTags.Key, version.Uri),
        new(LedgerTags.To, $"{version.Version}"),
        new(LedgerTags.Digest, content.Digest),
        new(LedgerTags.Reason, IsVouched(version) ? "registered by something else; provenance unknown" : $"'{alias}' was given by something else"),
        .. IsVouched(version) ? Array.Empty<Tag>() : [new(LedgerTags.Alias, alias!.Value)],
    ];

    private async Task CompleteAsync(LedgerEntry? entry, ModelVersion version, ContentIdentity content, CancellationToken cancellationToken)
    {
        if (entry is not null && await ledger.IsOpenAsync(entry, cancellationToken))
        {
            await ledger.CompleteAsync(entry, [], ResultJson.Document(new AdoptedRow(version.Version, AdoptState.Adopted, content.Digest)), cancellationToken);
            context.OnStep("entry completed");
        }
    }
}
