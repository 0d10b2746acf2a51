using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.MlProject;
using ModelOps.Core.Processes;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Suites;

namespace ModelOps.Core.Verbs.Train;

/// <summary>What a training would run; all that can be wrong before a start is found here.</summary>
/// <param name="EntryPoint">Entry point.</param>
/// <param name="Environment">Environment that runs are logged to.</param>
/// <param name="Names">Names in the environment.</param>
/// <param name="Request">The program.</param>
internal sealed record TrainPlan(string EntryPoint, ReleaseEnvironment Environment, CatalogNames Names, ProcessRequest Request)
{
    private const string SampleName = "sample";

    /// <exception cref="ModelOpsException">The model has no training, or its MLproject file or parameters are not right (exit 2).</exception>
    public static async Task<TrainPlan> CreateAsync(TrainSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var build = await context.ReadBuildAsync(cancellationToken);
        var environments = new EnvironmentResolver(context);
        var shortName = environments.ShortName(settings.Model!);
        var section = context.Configuration.Find(shortName)?.Train ?? throw NotTrained(context, shortName);
        CheckSample(settings.Sample);
        var environment = environments.NamedOrDefault(settings.Environment);
        CheckTrust(environment, build, context);
        var names = CatalogNames.Of(context.Configuration.Environments.GetValueOrDefault(environment.Name), environment, shortName);
        if (!context.Catalogs.Backends.IsLocal(environment.Address))
        {
            // A store of this machine keeps every name as it is, and is not made before the command needs it.
            await using var catalog = await environment.OpenAsync(context, cancellationToken);
            names = names.PlacedIn(catalog.Tracking) with { Model = await environment.FindNameAsync(catalog, shortName, context, cancellationToken) };
        }

        var directory = Path.GetFullPath(section.Directory ?? ".", context.Configuration.Directory ?? context.WorkingDirectory);
        var entryPoint = settings.EntryPoint ?? section.EntryPoint;
        var project = MlProjectFile.Load(directory);
        var command = project.Command(entryPoint, Parameters(settings, section, project.ParametersOf(entryPoint)));
        return new(entryPoint, environment, names, new()
        {
            Program = command[0],
            Arguments = [.. command.Skip(1)],
            Directory = directory,
            Environment = ChildEnvironment.Create(
                context.Environment,
                PassedVariables.Of(section.PassEnvironment, $"The training of '{shortName}'", build, context),
                Variables(settings, context, environment, names),
                context.Catalogs.Backends),
            EndsLeftovers = build.IsUntrusted,
            Isolation = await Namespaces.ForAsync(build, directory, context.Environment),
            Timeout = (settings.Timeout ?? section.Timeout).Value,
        });
    }

    private static Dictionary<string, string> Parameters(TrainSettings settings, TrainSection section, IEnumerable<string> declared)
    {
        var parameters = new Dictionary<string, string>(section.Parameters, StringComparer.Ordinal);
        if (settings.Sample is { } sample && declared.Contains(SampleName))
        {
            parameters[SampleName] = sample;
        }

        foreach (var (name, value) in settings.Parameters)
        {
            parameters[name] = value;
        }

        return parameters;
    }

    private static Dictionary<string, string> Variables(TrainSettings settings, VerbContext context, ReleaseEnvironment environment, CatalogNames names)
    {
        var variables = CatalogVariables.CreateSignedIn(environment.Address, names, context);
        if (settings.Sample is { } sample)
        {
            variables[SampleFraction.Variable] = sample;
        }

        return variables;
    }

    // The command, its parameters and the server's address all come from the pull request; the credentials do not.
    private static void CheckTrust(ReleaseEnvironment environment, BuildInfo build, VerbContext context)
    {
        if (build.IsUntrusted && !context.Catalogs.Backends.IsLocal(environment.Address))
        {
            throw new ModelOpsException(ExitCode.BadInput, SandboxDiagnostics.TrainingUntrusted.At(
                $"The environment '{environment.Name}' is on a server, and the code of this pull request is not trusted with its credentials."));
        }
    }

    private static void CheckSample(string? sample)
    {
        if (sample is not null && !SampleFraction.IsValid(sample))
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At(
                $"Input 'sample' cannot be '{sample}': expected {SampleFraction.Expected}."));
        }
    }

    private static ModelOpsException NotTrained(VerbContext context, string name)
    {
        var models = context.Configuration.Models;
        var message = context.Configuration.Find(name) is not null
            ? $"modelops.yml has no section 'train' for the model '{name}'."
            : $"modelops.yml lists no model '{name}'.{Suggestion.Hint(name, models.Select(model => model.Name))}";
        return new(ExitCode.BadInput, SandboxDiagnostics.NotTrained.At(message, context.Configuration.File is { } file ? new(file) : null));
    }
}
