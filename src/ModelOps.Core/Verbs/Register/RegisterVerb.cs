using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Register;

/// <summary>Registers a package: at most one version for one content and commit, however often and wherever it runs.</summary>
internal sealed class RegisterVerb : IVerb<RegisterSettings, RegisterResult>
{
    public const string Action = "register";

    public async Task<VerbOutcome<RegisterResult>> RunAsync(RegisterSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        // Git answers while the package is verified.
        var build = context.ReadBuildAsync(cancellationToken);
        await using var source = await RegisteredSource.OpenAsync(settings, context, cancellationToken);
        var package = source.Package;
        var environments = new EnvironmentResolver(context);
        var environment = environments.NamedOrDefault(settings.Environment);
        await using var catalog = await environment.OpenAsync(context, cancellationToken);
        var model = await environment.FindNameAsync(catalog, environments.ShortName(settings.Model!), context, cancellationToken);
        RegistrySupport.Require(catalog.Registry, model, settings.Alias, settings.Tags);
        var registration = new Registration(settings, context, await build, catalog, package, model, environments.ShortName(model));
        var alias = settings.Alias is { } asked ? new RegisteredAlias(registration, asked, environment.Name) : null;
        var current = alias is null ? null : await alias.RequireSupportAsync(cancellationToken);
        var publisher = new VersionPublisher(catalog.Registry, context);
        var found = await publisher.FindAsync(model, registration.Key, cancellationToken);
        var existing = found.Live;
        registration.ReportTagsThatStay(existing);
        var refusals = alias is null ? [] : await alias.JudgeAsync(existing, current, cancellationToken);
        if (settings.DryRun)
        {
            context.ReportDryRun(refusals);
            if (existing is null && await catalog.Registry.FindModelAsync(model, cancellationToken) is null)
            {
                await NewModelName.WarnAsync(catalog.Registry, model, context, cancellationToken);
            }

            return new(Result(registration, existing, created: existing is null));
        }

        if (refusals.Count > 0)
        {
            throw new ModelOpsException(CommitOrder.ExitCodeOf(refusals), refusals);
        }

        var ledger = environment.LedgerOf(catalog, model, context);
        var entry = await ledger.FindUnfinishedAsync(Action, registration.Key, settings.Alias, cancellationToken);
        var version = await publisher.TryFinishAsync(
            registration.Target, found, (pending, token) => catalog.Registry.FinishVersionAsync(pending, package, token), cancellationToken);
        var isNew = false;

        // Another run of the same commit may have ended the entry, also while this one waited: what is ended is part of the chain.
        entry = entry is not null && await ledger.IsOpenAsync(entry, cancellationToken) ? entry : null;
        if (version is null)
        {
            await catalog.Registry.EnsureModelAsync(model, registration.Section?.Description ?? "", cancellationToken);
            context.OnStep("model ensured");
            entry ??= await ledger.BeginAsync(Action, registration.Build, registration.Facts, cancellationToken);
            context.OnStep("run created");
            (version, isNew) = await publisher.AddAsync(registration.Publish(entry, found.Pending), cancellationToken);
            await NewModelName.WarnAsync(catalog.Registry, version, isNew, context, cancellationToken);
            registration.ReportTagsThatStay(isNew ? null : version);
        }

        var result = Result(registration, version, isNew);
        if (alias is not null)
        {
            await alias.GiveAsync(version, ledger, entry, result, cancellationToken);
        }

        if (entry is not null)
        {
            await ledger.CompleteAsync(entry, [new(LedgerTags.To, $"{version.Version}")], result, cancellationToken);
            context.OnStep("entry completed");
        }

        return new(result);
    }

    private static RegisterResult Result(Registration registration, ModelVersion? version, bool created) => new()
    {
        Model = registration.Model,
        Version = version?.Version,
        Uri = version?.Uri,
        Created = created,
        Digest = registration.Package.Digest.Value,
    };
}
