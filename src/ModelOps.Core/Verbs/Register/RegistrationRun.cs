using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Register;

/// <summary>Carries a registration out. A run after a killed one takes up where that one stopped.</summary>
/// <param name="registration">What is registered.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="publisher">Adds the version.</param>
internal sealed class RegistrationRun(Registration registration, Ledger ledger, VersionPublisher publisher)
{
    /// <summary>Registers, and gives the alias.</summary>
    /// <param name="found">What the registry has.</param>
    /// <param name="alias">The alias; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RegisterResult> ExecuteAsync(RegisteredContent found, RegisteredAlias? alias, CancellationToken cancellationToken)
    {
        if (found.IsFirst)
        {
            await ledger.PrepareAsync(cancellationToken);
        }

        var entry = await ledger.TakeUpAsync(RegisterVerb.Action, registration.Key, registration.Settings.Alias, cancellationToken);
        var (version, isNew, own) = found.Same is { } same
            ? (same, false, await NoteAsync(same, entry, cancellationToken))
            : await AddAsync(found, entry, cancellationToken);
        if (found.RolledBack is not null)
        {
            own = await LiftAsync(own, cancellationToken);
        }

        var result = RegisterVerb.Result(registration, new(version, isNew));
        if (alias is not null)
        {
            await alias.GiveAsync(version, ledger, own, result, cancellationToken);
        }

        if (own is not null)
        {
            await ledger.CompleteAsync(own, [ToOf(version)], ResultJson.Document(result), cancellationToken);
            registration.Context.OnStep("entry completed");
        }

        return result;
    }

    // The newest version has this content already. The commit is written down once, however often its build runs.
    private async Task<LedgerEntry?> NoteAsync(ModelVersion same, LedgerEntry? entry, CancellationToken cancellationToken)
    {
        registration.Context.Report(ReleaseDiagnostics.SameContent.At($"{same.Uri} has this very content already; it is the result."));
        return entry ?? (await ledger.HasEntryAsync(RegisterVerb.Action, registration.Key, cancellationToken) ? null : await BeginAsync([ToOf(same)], cancellationToken));
    }

    private async Task<(ModelVersion Version, bool IsNew, LedgerEntry? Entry)> AddAsync(RegisteredContent found, LedgerEntry? entry, CancellationToken cancellationToken)
    {
        var (context, registry, package) = (registration.Context, registration.Catalog.Registry, registration.Package);
        var existing = await publisher.TryFinishAsync(
            registration.Target, found.Keyed, (pending, token) => registry.FinishVersionAsync(pending, package, token), cancellationToken);

        // Another run of the same commit may have ended the entry, also while this one waited: what is ended is part of the chain.
        var open = entry is not null && await ledger.IsOpenAsync(entry, cancellationToken) && entry.IsFreeFor(registration.Settings.Alias) ? entry : null;
        if (existing is not null)
        {
            return (existing, false, open);
        }

        open ??= await BeginAsync([], cancellationToken);
        context.OnStep("run created");
        var (version, isNew) = await publisher.AddAsync(registration.Publish(open, found), cancellationToken);
        await NewModelName.WarnAsync(registry, version, isNew, context, cancellationToken);
        registration.ReportTagsThatStay(isNew ? null : version);
        return (version, isNew, open);
    }

    private async Task<LedgerEntry> LiftAsync(LedgerEntry? entry, CancellationToken cancellationToken)
    {
        var content = ContentIdentity.Of(registration.Package.Digest);
        var open = entry ?? await BeginAsync([], cancellationToken);
        await ledger.NoteAsync(open, [new Tag(LedgerTags.Lifted, content.Digest)], cancellationToken);
        await Quarantine.LiftAsync(registration.Catalog.Registry, registration.Model, content, cancellationToken);
        return open;
    }

    private static Tag ToOf(ModelVersion version) => new(LedgerTags.To, $"{version.Version}");

    private Task<LedgerEntry> BeginAsync(IReadOnlyList<Tag> more, CancellationToken cancellationToken) =>
        ledger.BeginAsync(RegisterVerb.Action, registration.Build, [.. registration.Facts, .. more], cancellationToken);
}
