using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Register;

/// <summary>Registers a package: at most one version for one content and commit, however often and wherever it runs.</summary>
internal sealed class RegisterVerb : IVerb<RegisterSettings, RegisterResult>
{
    private const string Action = "register";

    public async Task<VerbOutcome<RegisterResult>> RunAsync(RegisterSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        // Git answers while the package is verified.
        var build = context.ReadBuildAsync(cancellationToken);
        await using var package = await ModelPackage.OpenAsync(settings.Package, cancellationToken);
        if (await PackageVerifier.VerifyAsync(package, context.Progress, cancellationToken) is { Count: > 0 } problems)
        {
            throw new ModelOpsException(ExitCode.GateFailed, problems);
        }

        var environments = new EnvironmentResolver(context);
        var environment = environments.NamedOrDefault(settings.Environment);
        var model = environment.Qualify(environments.ShortName(settings.Model!));
        await using var catalog = await environment.OpenAsync(context, cancellationToken);
        RegistrySupport.Require(catalog.Registry, model, settings.Alias);
        var change = settings.Alias is { } asked
            ? new AliasChange(catalog.Registry, new(AliasVerb.Register, model, asked, settings.AllowOlder), context)
            : null;
        var current = change is null ? null : await change.Ask.RequireSupportAsync(cancellationToken);

        var registration = new Registration(settings, context, await build, catalog, package, model);
        var publisher = new VersionPublisher(catalog.Registry, context);
        var found = await publisher.FindAsync(model, registration.Key, cancellationToken);
        var existing = found.Live;
        registration.ReportTagsThatStay(existing);
        IReadOnlyList<Diagnostic> refusals = change is null ? [] :
            await JudgeAsync(change, registration, existing, current, environments.ShortName(model), environment.Name, cancellationToken);
        if (settings.DryRun)
        {
            context.ReportDryRun(refusals);
            return new(Result(registration, existing, created: existing is null));
        }

        if (refusals.Count > 0)
        {
            throw new ModelOpsException(CommitOrder.ExitCodeOf(refusals), refusals);
        }

        var ledger = new Ledger(catalog, model, context.Time);
        var entry = await ledger.FindUnfinishedAsync(Action, registration.Key, cancellationToken);
        ModelVersion version;
        var isNew = false;
        if (existing is null)
        {
            await catalog.Registry.EnsureModelAsync(model, Description(context, environments.ShortName(model)), cancellationToken);
            context.OnStep("model ensured");
            entry ??= await ledger.BeginAsync(Action, registration.Build, registration.Facts, cancellationToken);
            context.OnStep("run created");
            (version, isNew) = await publisher.AddAsync(registration.Publish(entry), cancellationToken);
            registration.ReportTagsThatStay(isNew ? null : version);
        }
        else
        {
            version = await publisher.FinishAsync(registration.Target, found, existing, cancellationToken);
        }

        await MoveAliasAsync(change, registration, version, ledger, entry, cancellationToken);
        var result = Result(registration, version, isNew);
        if (entry is not null)
        {
            await ledger.CompleteAsync(entry, [new(LedgerTags.To, $"{version.Version}")], result, cancellationToken);
            context.OnStep("entry completed");
        }

        return new(result);
    }

    private static async Task<IReadOnlyList<Diagnostic>> JudgeAsync(
        AliasChange change, Registration registration, ModelVersion? existing, int? current, string shortName, string environment, CancellationToken cancellationToken)
    {
        var configuration = registration.Context.Configuration;
        var verdict = new AliasVerdict(configuration, shortName, registration.Settings.Alias!);
        IReadOnlyList<Diagnostic> refusals =
        [
            .. change.Record(AliasCheck.Branch, BranchPolicy.JudgeAlias(configuration, registration.Build, environment)),
            .. change.Record(AliasCheck.Verdict, verdict.JudgeRegistered(existing, environment)),
        ];
        return await change.Ask.JudgeOrderAsync(registration.Build.Commit, current, cancellationToken) is { } order ? [.. refusals, order] : refusals;
    }

    private static async Task MoveAliasAsync(
        AliasChange? change, Registration registration, ModelVersion version, Ledger ledger, LedgerEntry? entry, CancellationToken cancellationToken)
    {
        if (change is null || await change.PlanAsync(version, cancellationToken) is not { } move)
        {
            return;
        }

        // The version may be another run's, or one that somebody gave this key; a package on disk can change between its check and its upload.
        await change.Ask.VerifyAsync(version, ContentIdentity.Of(registration.Package.Digest), cancellationToken);
        registration.Context.OnStep("version verified");

        // A move without a new version is an action of its own, and is written down as one.
        var own = entry ?? await ledger.BeginAsync(Action, registration.Build, registration.Facts, cancellationToken);
        await change.MoveAsync(move, ledger, own, cancellationToken);
        if (entry is null)
        {
            await ledger.CompleteAsync(own, [], Result(registration, version, created: false), cancellationToken);
        }
    }

    private static string Description(VerbContext context, string shortName) =>
        context.Configuration.Models.FirstOrDefault(section => section.Name == shortName)?.Description ?? "";

    private static RegisterResult Result(Registration registration, ModelVersion? version, bool created) => new()
    {
        Model = registration.Model,
        Version = version?.Version,
        Uri = version?.Uri,
        Created = created,
        Digest = registration.Package.Digest.Value,
    };
}
