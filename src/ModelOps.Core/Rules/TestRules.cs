using System.Text.RegularExpressions;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Configuration;
using ModelOps.Core.Processes;
using ModelOps.Core.Sections;
using ModelOps.Core.Suites;

namespace ModelOps.Core.Rules;

/// <summary>What must hold in the stages under <c>tests</c> of a model in modelops.yml.</summary>
internal sealed partial class TestRules
{
    private readonly StageSection _stage;
    private readonly SectionPlace _place;

    private TestRules(StageSection stage, SectionPlace place) => (_stage, _place) = (stage, place);

    public static void Check(ModelSection model, SectionPlace place)
    {
        if (place.Find("tests") is { } tests)
        {
            CheckSuite(model.Tests.Unit, tests.Items("unit"));
            CheckSuite(model.Tests.Integration, tests.Items("integration"));
        }
    }

    private static void CheckSuite(IReadOnlyList<StageSection> stages, IEnumerable<SectionPlace> places)
    {
        // File systems that ignore case would give two such stages one file of results.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (stage, place) in stages.Zip(places))
        {
            var rules = new TestRules(stage, place);
            rules.CheckName(names);
            rules.CheckKeys();
            rules.CheckCommand();
            CommandRules.CheckNames(place, stage.PassEnvironment);
        }
    }

    private void CheckName(HashSet<string> names)
    {
        if (!StageName().IsMatch(_stage.Name))
        {
            _place.Invalid("name", $"'{_stage.Name}' cannot name a stage: expected 1 to 64 letters, digits, '_', '-' and '.', the first a letter or digit.");
        }
        else if (!names.Add(_stage.Name))
        {
            _place.Invalid("name", $"The suite has two stages '{_stage.Name}'; upper and lower case count as one.");
        }
    }

    private void CheckKeys()
    {
        if (_stage.Run is null == _stage.EntryPoint is null)
        {
            _place.Invalid("name", $"Stage '{_stage.Name}' needs exactly one of run and entry_point; it has {(_stage.Run is null ? "none" : "both")}.");
        }

        if (_stage.Results is not null && _stage.EntryPoint is not null)
        {
            _place.Invalid("results", "results goes with run: an entry point is one test, which its exit code decides.");
        }

        if (_stage.Results is { } results && !SafeRelativePath.TryValidate(results, out var problem))
        {
            _place.Invalid("results", $"'{results}' {problem}: expected a relative path below the stage's directory.");
        }

        if (_stage.Sample is { } sample && !SampleFraction.IsValid(sample))
        {
            _place.Invalid("sample", $"Expected {SampleFraction.Expected}, found '{sample}'.");
        }
    }

    private void CheckCommand()
    {
        if (_stage.Run is not { } run)
        {
            return;
        }

        if (!CommandText.TrySplit(run, out var words, out var problem))
        {
            _place.Invalid("run", $"The command {problem}.");
            return;
        }

        var used = CommandText.Placeholders(words).ToList();
        foreach (var name in used.Except(StageCommand.Reserved).Where(name => !_stage.Parameters.ContainsKey(name)))
        {
            _place.Invalid("run", $"The placeholder {{{name}}} has no value: expected results, sample or a name under parameters.");
        }

        foreach (var name in _stage.Parameters.Keys.Where(name => StageCommand.Reserved.Contains(name) || !used.Contains(name)))
        {
            _place.Invalid("parameters", StageCommand.Reserved.Contains(name)
                ? $"'{name}' cannot name a parameter: the toolkit fills it in."
                : $"The command has no placeholder {{{name}}} for the parameter '{name}'.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StageName();
}
