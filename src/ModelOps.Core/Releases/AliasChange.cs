using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>
/// The only way to move or take an alias: what the registry can do, branch policy, verdict, commit order, digest, ledger, move, read back. What a
/// verb asks of these is in <see cref="AliasTable"/>.
/// </summary>
internal sealed class AliasChange(IModelRegistry registry, AliasRequest request, VerbContext context)
{
    private int? _verified;

    /// <summary>The refusal of the branch policy; it needs no catalog, so it can be asked before one is opened.</summary>
    public static Diagnostic? JudgeBranch(AliasVerb verb, ToolkitConfiguration configuration, BuildInfo build, string environment) =>
        !AliasTable.Asks(verb, AliasCheck.Branch) ? null
        : verb == AliasVerb.Promote ? BranchPolicy.Judge(configuration, build, environment).Refusal
        : BranchPolicy.JudgeAlias(configuration, build, environment);

    /// <summary>Refuses what the registry cannot do, and a spelling beside another that is there.</summary>
    /// <returns>Version that the alias has; null when it does not exist.</returns>
    /// <exception cref="ModelOpsException">The registry lacks something (MOP2010), or spells the alias otherwise (MOP3015); both exit 2.</exception>
    public async Task<int?> RequireSupportAsync(CancellationToken cancellationToken)
    {
        RegistrySupport.Require(registry, request.Model, request.Alias);
        var place = await FindAsync(cancellationToken);
        if (place.JudgeSpelling(request.Model, request.Alias) is { } refusal)
        {
            throw new ModelOpsException(ExitCode.BadInput, refusal);
        }

        if (place.WarnOfOthers(request.Model, request.Alias) is { } warning)
        {
            context.Report(warning);
        }

        return place.Version;
    }

    /// <summary>What the verdict on a version refuses.</summary>
    /// <param name="verdict">What the alias asks for.</param>
    /// <param name="version">The version; null for one that is still to be made.</param>
    /// <param name="environment">Its environment.</param>
    public IEnumerable<Diagnostic> JudgeVerdict(AliasVerdict verdict, ModelVersion? version, string environment) =>
        !request.Asks(AliasCheck.Verdict) ? []
        : request.Verb == AliasVerb.Promote && version is not null ? verdict.Judge(version, environment)
        : verdict.JudgeRegistered(version, environment);

    /// <summary>What the order of commits refuses.</summary>
    /// <param name="commit">Commit of the version that shall have the alias.</param>
    /// <param name="current">Version that has it; null when none does.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<Diagnostic?> JudgeOrderAsync(string? commit, int? current, CancellationToken cancellationToken) =>
        request.AllowOlder || !request.Asks(AliasCheck.Order) || current is not { } number ? null
        : await CommitOrder.JudgeAsync(commit, await registry.FindVersionAsync(request.Model, number, cancellationToken), context, cancellationToken);

    /// <summary>The move that brings the alias to a version, with the order asked of where it is now; null when it is there already.</summary>
    /// <exception cref="ModelOpsException">Another run moved it to a newer commit meanwhile (MOP3005, MOP3006).</exception>
    public async Task<AliasMove?> PlanAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var current = (await FindAsync(cancellationToken)).Version;
        if (current == version.Version)
        {
            return null;
        }

        return await JudgeOrderAsync(version.Tags.GetValueOrDefault(VersionTags.Commit), current, cancellationToken) is { } refusal
            ? throw new ModelOpsException(CommitOrder.ExitCodeOf([refusal]), refusal)
            : new(request.Model, request.Alias, version.Version, current);
    }

    /// <summary>Hashes the files of a version as the registry serves them; one that was registered without a digest has nothing to compare.</summary>
    /// <exception cref="ModelOpsException">They do not have the digest (MOP3001, exit 3).</exception>
    public async Task VerifyAsync(ModelVersion version, ContentIdentity? content, CancellationToken cancellationToken)
    {
        if (content is not null)
        {
            await ContentVerifier.VerifyAsync(registry, version, content, context.Progress, cancellationToken);
        }

        _verified = version.Version;
    }

    /// <summary>Makes a planned move: written down first, then done and read back.</summary>
    /// <exception cref="ModelOpsException">The alias is neither where the plan found it nor where it shall be (MOP3002, exit 7).</exception>
    public async Task MoveAsync(AliasMove move, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (request.Asks(AliasCheck.Digest) && _verified != move.Version)
        {
            throw new InvalidOperationException($"{request.Verb} moves an alias to version {move.Version}, whose digest was not verified.");
        }

        await ledger.AnnounceMoveAsync(entry, move, cancellationToken);
        context.OnStep("move announced");
        try
        {
            await registry.MoveAliasAsync(move, cancellationToken);
        }
        catch (ModelOpsException lost) when (lost.ExitCode == ExitCode.StateMoved)
        {
            // Another run of the same release was faster: what counts is where the alias is.
            if ((await FindAsync(cancellationToken)).Version != move.Version)
            {
                throw;
            }
        }

        context.OnStep("alias moved");
    }

    /// <summary>Takes the alias from a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="champion">Alias that the model's champion has.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">The entry that has it in writing.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Whether it was taken.</returns>
    public async Task<bool> TakeAsync(
        ModelVersion version, AliasName champion, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        var isKept = request.Asks(AliasCheck.NotChampions) && request.Alias.IsChampions(champion);
        if (isKept || (await FindAsync(cancellationToken)).Version != version.Version)
        {
            return false;
        }

        await ledger.AnnounceRemovalAsync(entry, request.Alias, cancellationToken);
        context.OnStep("removal announced");

        // No registry deletes an alias on a condition: asked once more, so that one that moved on meanwhile stays where it went.
        if ((await FindAsync(cancellationToken)).Version != version.Version)
        {
            return false;
        }

        await registry.DeleteAliasAsync(request.Model, request.Alias, cancellationToken);
        context.OnStep("alias taken");
        return true;
    }

    private async Task<AliasPlace> FindAsync(CancellationToken cancellationToken) =>
        AliasPlace.Of(await registry.FindModelAsync(request.Model, cancellationToken), request.Alias, registry.Capabilities.IgnoresAliasCase);
}
