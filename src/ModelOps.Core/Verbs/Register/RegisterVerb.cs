using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Register;

/// <summary>
/// Registers a package: at most one version for one content and commit, however often and wherever it runs, and none for content that the newest
/// version has already.
/// </summary>
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
        var registration = new Registration(settings, context, await build, catalog, package, model, environments.ShortName(model));
        registration.ReportUnknownCommit();
        RegistrySupport.Require(catalog.Registry, model, settings.Alias, registration.OwnTags);
        var alias = settings.Alias is { } asked ? new RegisteredAlias(registration, asked, environment.Name) : null;
        var current = alias is null ? null : await alias.RequireSupportAsync(cancellationToken);
        var publisher = new VersionPublisher(catalog.Registry, context);
        var found = await RegisteredContent.FindAsync(registration, cancellationToken);
        if (found.RolledBack is { } rolledBack && !settings.AllowRolledBack)
        {
            context.Report(Quarantine.Refusal(rolledBack) with { Severity = Severity.Warning });
            return new(Result(registration, new(found.Existing ?? rolledBack, IsNew: false)));
        }

        registration.ReportTagsThatStay(found.Existing);
        var refusals = alias is null ? [] : await alias.JudgeAsync(found.Existing, current, cancellationToken);

        // What is registered stays so where rules have become stricter since: a commit that changes no model stays green.
        refusals = found.Existing is null ? [.. await RegisteredRules.JudgeAsync(registration, source, cancellationToken), .. refusals] : refusals;
        if (settings.DryRun)
        {
            context.ReportDryRun(refusals);
            if (found.Existing is null && await catalog.Registry.FindModelAsync(model, cancellationToken) is null)
            {
                await NewModelName.WarnAsync(catalog.Registry, model, context, cancellationToken);
            }

            return new(Result(registration, new(found.Existing, found.Existing is null)));
        }

        if (refusals.Count > 0)
        {
            throw new ModelOpsException(CommitOrder.ExitCodeOf(refusals), refusals);
        }

        var ledger = environment.LedgerOf(catalog, model, context);
        return new(await new RegistrationRun(registration, ledger, publisher).ExecuteAsync(found, alias, cancellationToken));
    }

    /// <summary>The outputs.</summary>
    public static RegisterResult Result(Registration registration, RegisteredVersion registered) => new()
    {
        Model = registration.Model,
        Version = registered.Version?.Version,
        Uri = registered.Version?.Uri,
        Created = registered.IsNew,
        Digest = registration.Package.Digest.Value,
    };
}
