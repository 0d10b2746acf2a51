using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Configuration;
using ModelOps.Core.MlProject;
using ModelOps.Core.Processes;

namespace ModelOps.Core.Suites;

/// <summary>Turns stages of modelops.yml into commands; collects all problems.</summary>
/// <param name="root">Directory in which relative paths of modelops.yml start.</param>
/// <param name="output">Directory for results.</param>
/// <param name="sample">Fraction of the data that the call asks for; null when it asks for none.</param>
/// <param name="callParameters">Parameters of the call.</param>
internal sealed class StagePlanner(string root, string output, string? sample, IReadOnlyList<Tag> callParameters)
{
    private readonly List<Diagnostic> _problems = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Plans the stages of a suite. The plans count only when <see cref="ThrowIfProblems"/> passes.</summary>
    public IReadOnlyList<StagePlan> Plan(string suite, IReadOnlyList<StageSection> stages) => [.. stages.Select(stage => Plan(suite, stage))];

    /// <summary>Ends the planning.</summary>
    /// <exception cref="ModelOpsException">There are problems.</exception>
    public void ThrowIfProblems()
    {
        if (sample is not null && !SampleFraction.IsValid(sample))
        {
            _problems.Add(InputDiagnostics.Invalid.At($"Input 'sample' cannot be '{sample}': expected {SampleFraction.Expected}."));
        }

        _problems.AddRange(callParameters.Where(parameter => !_used.Contains(parameter.Key)).Select(parameter => InputDiagnostics.Invalid.At(
            $"Input 'parameter' names '{parameter.Key}', which is a parameter of none of the stages that would run.")));
        if (_problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, _problems);
        }
    }

    private StagePlan Plan(string suite, StageSection stage)
    {
        var directory = Path.GetFullPath(stage.Directory ?? ".", root);
        if (!Directory.Exists(directory))
        {
            _problems.Add(InputDiagnostics.PathMissing.At($"Stage '{suite}/{stage.Name}': there is no directory '{directory}'.", new(directory)));
        }

        var results = stage.Results is null ? Path.Combine(output, $"{suite}-{stage.Name}.xml") : Path.GetFullPath(stage.Results, directory);
        var fraction = sample ?? stage.Sample ?? SampleFraction.Whole;
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { [StageCommand.Results] = results, [StageCommand.Sample] = fraction };
        var template = Template(stage);
        var parameters = Parameters(stage.Parameters, places);
        return new()
        {
            Suite = suite,
            Name = stage.Name,
            Words = stage.EntryPoint is { } entryPoint
                ? EntryPoint(directory, entryPoint, parameters, fraction)
                : CommandText.Fill(template, new Dictionary<string, string>(parameters.Concat(places), StringComparer.Ordinal)),
            Directory = directory,
            ResultsFile = results,
            PromisesResults = stage.Results is not null || StageCommand.Has(template, StageCommand.Results),
            IsEntryPoint = stage.EntryPoint is not null,
            Sample = fraction,
            Timeout = stage.Timeout.Value,
            PassEnvironment = stage.PassEnvironment,
        };
    }

    // Rules of the configuration have made sure that the command can be split.
    private static IReadOnlyList<string> Template(StageSection stage) =>
        stage.Run is { } run && CommandText.TrySplit(run, out var words, out _) ? words : [];

    private Dictionary<string, string> Parameters(IReadOnlyDictionary<string, string> configured, Dictionary<string, string> places)
    {
        var values = configured.ToDictionary(pair => pair.Key, pair => CommandText.Fill([pair.Value], places)[0], StringComparer.Ordinal);
        Override(values, configured.Keys);
        return values;
    }

    // The call may also set what the MLproject file declares and modelops.yml does not mention.
    private IReadOnlyList<string> EntryPoint(string directory, string entryPoint, Dictionary<string, string> values, string fraction)
    {
        try
        {
            var project = MlProjectFile.Load(directory);
            var declared = project.ParametersOf(entryPoint).ToList();
            if (declared.Contains(StageCommand.Sample))
            {
                values.TryAdd(StageCommand.Sample, fraction);
            }

            Override(values, declared);
            return project.Command(entryPoint, values);
        }
        catch (ModelOpsException failure)
        {
            _problems.AddRange(failure.Diagnostics);
            return [];
        }
    }

    private void Override(Dictionary<string, string> values, IEnumerable<string> known)
    {
        foreach (var (name, value) in callParameters.IntersectBy(known, parameter => parameter.Key))
        {
            values[name] = value;
            _used.Add(name);
        }
    }
}
