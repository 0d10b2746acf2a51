using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>The questions before an alias changes that need the registry or git.</summary>
internal sealed class AliasQuestions(IModelRegistry registry, AliasRequest request, AliasPermit permit, VerbContext context)
{
    /// <summary>Refuses what the registry cannot do, and a spelling beside another that is there.</summary>
    /// <returns>Version that the alias has; null when it does not exist.</returns>
    /// <exception cref="ModelOpsException">The registry lacks something (MOP2010), or spells the alias otherwise (MOP3015); both exit 2.</exception>
    public async Task<int?> RequireSupportAsync(CancellationToken cancellationToken)
    {
        var (current, refusals) = await JudgeSupportAsync(cancellationToken);
        return refusals.Count > 0 ? throw new ModelOpsException(ExitCode.BadInput, refusals) : current;
    }

    /// <summary>The same without the exception.</summary>
    public async Task<(int? Current, IReadOnlyList<Diagnostic> Refusals)> JudgeSupportAsync(CancellationToken cancellationToken)
    {
        if (RegistrySupport.Judge(registry, request.Model, request.Alias) is { Count: > 0 } lacking)
        {
            return (null, permit.Record(AliasCheck.Support, lacking));
        }

        var place = await FindAsync(cancellationToken);
        if (place.WarnOfOthers(request.Model, request.Alias) is { } warning)
        {
            context.Report(warning);
        }

        return (place.Version, permit.Record(AliasCheck.Support, place.JudgeSpelling(request.Model, request.Alias)));
    }

    /// <summary>What the order of commits refuses.</summary>
    /// <param name="commit">Commit of the version that shall have the alias.</param>
    /// <param name="current">Version that has it; null when none does.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<Diagnostic?> JudgeOrderAsync(string? commit, int? current, CancellationToken cancellationToken)
    {
        var isFree = request.AllowOlder || !request.Asks(AliasCheck.Order) || current is null;
        return permit.RecordOrder(current, isFree ? null
            : await CommitOrder.JudgeAsync(commit, await registry.FindVersionAsync(request.Model, current!.Value, cancellationToken), context, cancellationToken));
    }

    /// <summary>The same of a version that a build is to make; where git does not say what is built, that is the finding.</summary>
    /// <param name="build">The build.</param>
    /// <param name="current">Version that has the alias; null when none does.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<Diagnostic?> JudgeOrderAsync(BuildInfo build, int? current, CancellationToken cancellationToken)
    {
        var refusal = await JudgeOrderAsync(build.Commit, current, cancellationToken);
        return refusal is not null && build.CommitUnknown is { } unknown
            ? GitFindings.Of(unknown, $"The commit of this build is unknown, and the alias has version {current}, which has one")
            : refusal;
    }

    /// <summary>Refuses content that a rollback took away in this registry.</summary>
    /// <param name="version">The version that shall have the alias; its content counts, whichever version of it was rolled back.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<Diagnostic?> JudgeQuarantineAsync(ModelVersion version, CancellationToken cancellationToken) =>
        RecordQuarantine(await Quarantine.FindAsync(registry, request.Model, ContentIdentity.Of(version), cancellationToken) is { } rolledBack
            ? Quarantine.Refusal(rolledBack) : null);

    /// <summary>Keeps an answer that was found before there was a version to ask about.</summary>
    public Diagnostic? RecordQuarantine(Diagnostic? refusal)
    {
        permit.Record(AliasCheck.Quarantine, refusal);
        return refusal;
    }

    /// <summary>Hashes the files of a version as the registry serves them; one that was registered without a digest has nothing to compare.</summary>
    /// <exception cref="ModelOpsException">They do not have the digest (MOP3001, exit 3).</exception>
    public async Task VerifyAsync(ModelVersion version, ContentIdentity? content, CancellationToken cancellationToken)
    {
        if (content is not null)
        {
            await ContentVerifier.VerifyAsync(registry, version, content, context.Progress, cancellationToken);
        }

        permit.RecordDigest(version.Version);
    }

    /// <summary>Where the alias is now.</summary>
    public async Task<AliasPlace> FindAsync(CancellationToken cancellationToken) =>
        AliasPlace.Of(await registry.FindModelAsync(request.Model, cancellationToken), request.Alias, registry.Traits.IgnoresAliasCase);
}
