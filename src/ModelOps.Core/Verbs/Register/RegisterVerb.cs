using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Packaging;
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
        var witnesses = context.WitnessReader(RegisteredSource.PlaceOf(settings, context), cancellationToken);
        await using var source = await RegisteredSource.OpenAsync(settings, context, cancellationToken);
        var package = source.Package;
        RequireExpected(settings, package);
        var environments = new EnvironmentResolver(context);
        var environment = environments.NamedOrDefault(settings.Environment);
        await using var catalog = await environment.OpenAsync(context, cancellationToken);
        var model = await environment.FindNameAsync(catalog, environments.ShortName(settings.Model!), context, cancellationToken);
        var registration = new Registration(settings, context, (await witnesses).Judge(source.ReadRecord(context)), catalog, package, model, environments.ShortName(model));
        registration.ReportProvenance();
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

    // Before a catalog is opened: what another job did not check is nothing to ask about.
    private static void RequireExpected(RegisterSettings settings, ModelPackage package)
    {
        if (settings.ExpectDigest is { } expected && expected != package.Digest.Value)
        {
            throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.UnexpectedDigest.At(
                $"The package has the digest {package.Digest.Value}; expected {VisibleText.Of(expected)}. Nothing was written."));
        }
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
