using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>
/// The only way to move or take an alias: what the registry can do, branch policy, verdict, commit order, digest, ledger, move, read back. What a
/// verb has to ask of these is in <see cref="AliasTable"/>; a change without it is refused here, whatever the verb does.
/// </summary>
internal sealed class AliasChange
{
    private readonly IModelRegistry _registry;
    private readonly AliasRequest _request;
    private readonly VerbContext _context;
    private readonly AliasPermit _permit;

    public AliasChange(IModelRegistry registry, AliasRequest request, VerbContext context)
    {
        (_registry, _request, _context, _permit) = (registry, request, context, new(request));
        Ask = new(registry, request, _permit, context);
    }

    /// <summary>Registered model.</summary>
    public ModelName Model => _request.Model;

    /// <summary>The alias as the call spells it.</summary>
    public AliasName Alias => _request.Alias;

    /// <summary>The questions that need the registry or git.</summary>
    public AliasQuestions Ask { get; }

    /// <summary>Keeps the answer to a question that the verb has asked where it belongs: the branch policy, the verdict.</summary>
    /// <returns>The refusals.</returns>
    public IReadOnlyList<Diagnostic> Record(AliasCheck check, params IEnumerable<Diagnostic?> refusals) => _permit.Record(check, refusals);

    /// <summary>The move that brings the alias to a version, with the order asked of where it is now; null when it is there already.</summary>
    /// <exception cref="ModelOpsException">Another run moved it to a newer commit meanwhile (MOP3005), or the order cannot be told.</exception>
    public async Task<AliasMove?> PlanAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var current = (await Ask.FindAsync(cancellationToken)).Version;
        if (current == version.Version)
        {
            return null;
        }

        return await Ask.JudgeOrderAsync(version.Tags.GetValueOrDefault(VersionTags.Commit), current, cancellationToken) is { } refusal
            ? throw new ModelOpsException(CommitOrder.ExitCodeOf([refusal]), refusal)
            : new(_request.Model, _request.Alias, version.Version, current);
    }

    /// <summary>Makes a planned move: written down first, then done and read back.</summary>
    /// <exception cref="ModelOpsException">The alias is neither where the plan found it nor where it shall be (MOP3002, exit 7).</exception>
    /// <exception cref="InvalidOperationException">The verb did not ask everything of its row: a fault of the toolkit.</exception>
    public async Task MoveAsync(AliasMove move, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        _permit.RequireMove(move);
        await ledger.AnnounceMoveAsync(entry, move, cancellationToken);
        if (_request.Verb is AliasVerb.Register or AliasVerb.Promote
            && UnvouchedVersion.Judge(await ledger.RecallAsync(cancellationToken), _request.Model, _request.Alias, move.Expected) is { } unvouched)
        {
            _context.Report(unvouched);
        }

        _context.OnStep("move announced");
        try
        {
            await _registry.MoveAliasAsync(move, cancellationToken);
        }
        catch (ModelOpsException lost) when (lost.ExitCode == ExitCode.StateMoved)
        {
            // Another run of the same release was faster: what counts is where the alias is.
            if ((await Ask.FindAsync(cancellationToken)).Version != move.Version)
            {
                // What was announced did not happen and will not: an entry that is left open would vouch for it.
                await ledger.FailAsync(entry, cancellationToken);
                throw;
            }
        }

        _context.OnStep("alias moved");
    }

    /// <summary>Takes the alias from a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="champion">Alias that the model's champion has.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">The entry that has it in writing.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Whether it was taken.</returns>
    /// <exception cref="InvalidOperationException">The verb did not ask what taking an alias asks: a fault of the toolkit.</exception>
    public async Task<bool> TakeAsync(
        ModelVersion version, AliasName champion, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        _permit.Require(AliasVerb.Withdraw);
        var isKept = AliasTable.Asks(AliasVerb.Withdraw, AliasCheck.NotChampions) && _request.Alias.IsChampions(champion);
        if (isKept || (await Ask.FindAsync(cancellationToken)).Version != version.Version)
        {
            return false;
        }

        await ledger.AnnounceRemovalAsync(entry, _request.Alias, cancellationToken);
        _context.OnStep("removal announced");

        // No registry deletes an alias on a condition: asked once more, so that one that moved on meanwhile stays where it went.
        if ((await Ask.FindAsync(cancellationToken)).Version != version.Version)
        {
            await ledger.RevokeRemovalAsync(entry, _request.Alias, cancellationToken);
            return false;
        }

        await _registry.DeleteAliasAsync(_request.Model, _request.Alias, cancellationToken);
        _context.OnStep("alias taken");
        return true;
    }
}
