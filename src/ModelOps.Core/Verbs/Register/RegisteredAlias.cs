using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Register;

/// <summary>The alias that <c>register --alias</c> gives.</summary>
/// <param name="registration">What is registered.</param>
/// <param name="alias">The alias.</param>
/// <param name="environment">Name of the environment.</param>
internal sealed class RegisteredAlias(Registration registration, AliasName alias, string environment)
{
    private AliasVerdict _verdict = new(registration.Context.Configuration, registration.ShortName, alias);

    private readonly AliasChange _change = new(
        registration.Catalog.Registry, new(AliasVerb.Register, registration.Model, alias, registration.Settings.AllowOlder), registration.Context);

    /// <summary>Refuses what the registry cannot do.</summary>
    /// <returns>Version that has the alias; null when none has.</returns>
    public async Task<int?> RequireSupportAsync(CancellationToken cancellationToken)
    {
        var current = await _change.Ask.RequireSupportAsync(cancellationToken);
        _verdict = new(registration.Context.Configuration, registration.ShortName, alias) { IsFirst = current is null };
        return current;
    }

    /// <summary>What the branch, the verdict and the order of commits refuse, before anything is written.</summary>
    /// <param name="existing">The version; null when it is still to be made.</param>
    /// <param name="current">Version that has the alias.</param>
    /// <param name="cancellationToken">Ends the question to git.</param>
    public async Task<IReadOnlyList<Diagnostic>> JudgeAsync(ModelVersion? existing, int? current, CancellationToken cancellationToken)
    {
        IReadOnlyList<Diagnostic> refusals =
        [
            .. _change.Record(AliasCheck.Branch, BranchPolicy.JudgeAlias(registration.Context.Configuration, registration.Build, environment)),
            .. _change.Record(AliasCheck.Verdict, _verdict.JudgeRegistered(existing, environment)),
        ];
        return await _change.Ask.JudgeOrderAsync(registration.Build, current, cancellationToken) is { } order ? [.. refusals, order] : refusals;
    }

    /// <summary>Gives the alias to a version that does not have it.</summary>
    /// <exception cref="ModelOpsException">The version was judged meanwhile and did not pass, or its files are not what was registered (both exit 3).</exception>
    public async Task GiveAsync(ModelVersion version, Ledger ledger, LedgerEntry? entry, RegisterResult result, CancellationToken cancellationToken)
    {
        if (await _change.PlanAsync(version, cancellationToken) is not { } move)
        {
            return;
        }

        // What another run made, or was still on its way, may have been judged since.
        var now = await registration.Catalog.Registry.FindVersionAsync(version.Model, version.Version, cancellationToken) ?? version;
        VersionKey.RequireLive(now);
        var rolledBack = await _change.Ask.JudgeQuarantineAsync(now, cancellationToken);
        var refusals = _change.Record(AliasCheck.Verdict, _verdict.JudgeRegistered(now, environment)).Concat([rolledBack]).OfType<Diagnostic>().ToList();
        if (refusals.Count > 0)
        {
            throw new ModelOpsException(ExitCode.GateFailed, refusals);
        }

        if (_verdict.Remark(now) is { } remark)
        {
            registration.Context.Report(remark);
        }

        // The version may be another run's, or one that somebody gave this key; a package on disk can change between its check and its upload.
        await _change.Ask.VerifyAsync(version, ContentIdentity.Of(registration.Package.Digest), cancellationToken);
        registration.Context.OnStep("version verified");

        // A move without a new version is an action of its own, and is written down as one.
        var own = entry ?? await ledger.BeginAsync(RegisterVerb.Action, registration.Build, registration.Facts, cancellationToken);
        await _change.MoveAsync(move, ledger, own, cancellationToken);
        if (entry is null)
        {
            await ledger.CompleteAsync(own, [], ResultJson.Document(result), cancellationToken);
        }
    }
}
