using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Suites;

namespace ModelOps.Core.Verbs.Test;

/// <summary>What a call of <c>test</c> would do: all that can be wrong before the first start is found here.</summary>
internal sealed record TestPlan
{
    private const string UnitSuite = "unit";
    private const string IntegrationSuite = "integration";
    private const string PreferredEnvironment = "staging";
    private const string DefaultOutput = ".modelops/tests";

    /// <summary>Name of the model, without catalog and schema.</summary>
    public required string ShortName { get; init; }

    /// <summary>Model directory; it need not exist yet.</summary>
    public required string ModelPath { get; init; }

    /// <summary>Directory of modelops.yml: the working tree as far as tests are concerned.</summary>
    public required string Root { get; init; }

    /// <summary>JUnit file to write.</summary>
    public required string JUnitPath { get; init; }

    /// <summary>Stages that need no catalog.</summary>
    public required IReadOnlyList<StagePlan> Unit { get; init; }

    /// <summary>Stages that get a catalog.</summary>
    public required IReadOnlyList<StagePlan> Integration { get; init; }

    /// <summary>Environment of the catalog; null when no stage gets one.</summary>
    public required ReleaseEnvironment? Environment { get; init; }

    /// <summary>Whether the catalog is a sandbox in any case.</summary>
    public required bool WantsSandbox { get; init; }

    /// <summary>Plans a call.</summary>
    /// <exception cref="ModelOpsException">The call or the configuration has problems, all of which are in the exception (exit 2).</exception>
    public static TestPlan Create(TestSettings settings, VerbContext context)
    {
        var environments = new EnvironmentResolver(context);
        var shortName = environments.ShortName(settings.Model!);
        var model = context.Configuration.Find(shortName) ?? throw UnknownModel(context, shortName);
        var root = context.Configuration.Directory ?? context.WorkingDirectory;
        var output = settings.Output ?? Path.GetFullPath(DefaultOutput, root);
        var planner = new StagePlanner(root, output, settings.Sample, settings.Parameters);
        var unit = settings.Suite == TestSuite.Integration ? [] : planner.Plan(UnitSuite, Select(model.Tests.Unit, settings));
        var integration = settings.Suite == TestSuite.Unit ? [] : planner.Plan(IntegrationSuite, Select(model.Tests.Integration, settings));
        CheckStages(settings, context, model, [.. unit, .. integration]);
        planner.ThrowIfProblems();
        return new()
        {
            ShortName = shortName,
            ModelPath = settings.ModelPath ?? Path.GetFullPath(model.Path, root),
            Root = root,
            JUnitPath = Path.Combine(output, "junit.xml"),
            Unit = unit,
            Integration = integration,
            WantsSandbox = settings.Sandbox,
            Environment = integration.Count == 0 ? null : FindEnvironment(settings, context, environments),
        };
    }

    private static IReadOnlyList<StageSection> Select(IReadOnlyList<StageSection> stages, TestSettings settings) =>
        settings.Stage.Count == 0 ? stages : [.. stages.Where(stage => settings.Stage.Contains(stage.Name))];

    private static void CheckStages(TestSettings settings, VerbContext context, ModelSection model, IReadOnlyList<StagePlan> plans)
    {
        var known = model.Tests.Unit.Concat(model.Tests.Integration).Select(stage => stage.Name).Distinct(StringComparer.Ordinal).ToList();
        var problems = settings.Stage.Where(name => plans.All(plan => plan.Name != name))
            .Select(name => $"There is no stage '{name}' in the {SuiteText(settings)} of '{model.Name}'.{Suggestion.Hint(name, known)}")
            .ToList();
        if (plans.Count == 0 && problems.Count == 0)
        {
            problems.Add($"modelops.yml defines no stage for the {SuiteText(settings)} of '{model.Name}'.");
        }

        if (problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, [.. problems.Select(problem => TestDiagnostics.NoStages.At(problem, File(context)))]);
        }
    }

    private static ReleaseEnvironment FindEnvironment(TestSettings settings, VerbContext context, EnvironmentResolver environments)
    {
        var known = context.Configuration.Environments.Keys.ToList();
        return environments.NamedOrDefault(settings.Environment ?? (known.Contains(PreferredEnvironment) ? PreferredEnvironment : known.FirstOrDefault()));
    }

    private static ModelOpsException UnknownModel(VerbContext context, string name) => new(ExitCode.BadInput, TestDiagnostics.NoStages.At(
        context.Configuration.File is null
            ? $"No modelops.yml was found in '{context.WorkingDirectory}' or above, so there is no test of '{name}' to run."
            : $"modelops.yml lists no model '{name}'.{Suggestion.Hint(name, context.Configuration.Models.Select(model => model.Name))}",
        File(context)));

    private static string SuiteText(TestSettings settings) => settings.Suite == TestSuite.All ? "suites" : $"suite '{InputText.Of(settings.Suite)}'";

    private static SourceSpan? File(VerbContext context) => context.Configuration.File is { } file ? new(file) : null;
}
