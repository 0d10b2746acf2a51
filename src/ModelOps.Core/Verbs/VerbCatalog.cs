using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Adopt;
using ModelOps.Core.Verbs.Annotate;
using ModelOps.Core.Verbs.Check;
using ModelOps.Core.Verbs.Clean;
using ModelOps.Core.Verbs.Compare;
using ModelOps.Core.Verbs.Evaluate;
using ModelOps.Core.Verbs.Explain;
using ModelOps.Core.Verbs.GatesVerify;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Package;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Pull;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Sandbox;
using ModelOps.Core.Verbs.Show;
using ModelOps.Core.Verbs.Status;
using ModelOps.Core.Verbs.Test;
using ModelOps.Core.Verbs.Train;
using ModelOps.Core.Verbs.Validate;

namespace ModelOps.Core.Verbs;

/// <summary>All verbs, in the order in which a release uses them.</summary>
public static class VerbCatalog
{
    /// <summary>All verbs.</summary>
    public static IReadOnlyList<VerbDescriptor> All { get; } =
    [
        VerbDescriptor.Create(() => new PackageVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new CheckVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new TrainVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new TestVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new EvaluateVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new CompareVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new RegisterVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new AdoptVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new ValidateVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new GatesVerifyVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new PromoteVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new RollbackVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new AnnotateVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new PullVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new StatusVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new HistoryVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new ShowVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new CleanVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new SandboxVerb(), ResultJson.Written),
        VerbDescriptor.Create(() => new ExplainVerb(), ResultJson.Written),
    ];

    /// <summary>Verbs that every front has: all but services and those about the tool itself.</summary>
    public static IReadOnlyList<VerbDescriptor> OnAllFronts { get; } = [.. All.Where(verb => !verb.IsOnCommandLineOnly)];

    /// <summary>Finds a verb by its settings record.</summary>
    /// <typeparam name="TSettings">The settings record.</typeparam>
    /// <exception cref="ArgumentException">No verb has these settings.</exception>
    public static VerbDescriptor For<TSettings>() =>
        All.FirstOrDefault(verb => verb.SettingsType == typeof(TSettings))
        ?? throw new ArgumentException($"{typeof(TSettings)} is not the settings record of a verb.", nameof(TSettings));
}
