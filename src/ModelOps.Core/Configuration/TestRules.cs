using System.Text.RegularExpressions;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.IO;
using ModelOps.Core.Processes;
using ModelOps.Core.Testing;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Configuration;

/// <summary>What must hold in the stages under <c>tests</c> of a model in modelops.yml.</summary>
internal sealed partial class TestRules
{
    private readonly StageSection _stage;
    private readonly YamlMappingNode _node;
    private readonly string _file;
    private readonly List<Diagnostic> _problems;

    private TestRules(StageSection stage, YamlMappingNode node, string file, List<Diagnostic> problems) =>
        (_stage, _node, _file, _problems) = (stage, node, file, problems);

    public static void Check(ToolkitConfiguration configuration, YamlMappingNode root, string file, List<Diagnostic> problems)
    {
        foreach (var (model, node) in configuration.Models.Zip(Items(root.Find("models"))))
        {
            if (node.Find("tests") is YamlMappingNode tests)
            {
                CheckSuite(model.Tests.Unit, tests.Find("unit"), file, problems);
                CheckSuite(model.Tests.Integration, tests.Find("integration"), file, problems);
            }
        }
    }

    private static void CheckSuite(IReadOnlyList<StageSection> stages, YamlNode? list, string file, List<Diagnostic> problems)
    {
        // File systems that ignore case would give two such stages one file of results.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (stage, node) in stages.Zip(Items(list)))
        {
            var rules = new TestRules(stage, node, file, problems);
            rules.CheckName(names);
            rules.CheckKeys();
            rules.CheckCommand();
            rules.CheckEnvironment();
        }
    }

    private void CheckName(HashSet<string> names)
    {
        if (!StageName().IsMatch(_stage.Name))
        {
            Add("name", $"'{_stage.Name}' cannot name a stage: expected 1 to 64 letters, digits, '_', '-' and '.', the first a letter or digit.");
        }
        else if (!names.Add(_stage.Name))
        {
            Add("name", $"The suite has two stages '{_stage.Name}'; upper and lower case count as one.");
        }
    }

    private void CheckKeys()
    {
        if (_stage.Run is null == _stage.EntryPoint is null)
        {
            Add("name", $"Stage '{_stage.Name}' needs exactly one of run and entry_point; it has {(_stage.Run is null ? "none" : "both")}.");
        }

        if (_stage.Results is not null && _stage.EntryPoint is not null)
        {
            Add("results", "results goes with run: an entry point is one test, which its exit code decides.");
        }

        if (_stage.Results is { } results && !SafeRelativePath.TryValidate(results, out var problem))
        {
            Add("results", $"'{results}' {problem}: expected a relative path below the stage's directory.");
        }

        if (_stage.Sample is { } sample && !SampleFraction.IsValid(sample))
        {
            Add("sample", $"Expected {SampleFraction.Expected}, found '{sample}'.");
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
            Add("run", $"The command {problem}.");
            return;
        }

        var used = CommandText.Placeholders(words).ToList();
        foreach (var name in used.Except(StageCommand.Reserved).Where(name => !_stage.Parameters.ContainsKey(name)))
        {
            Add("run", $"The placeholder {{{name}}} has no value: expected results, sample or a name under parameters.");
        }

        foreach (var name in _stage.Parameters.Keys.Where(name => StageCommand.Reserved.Contains(name) || !used.Contains(name)))
        {
            Add("parameters", StageCommand.Reserved.Contains(name)
                ? $"'{name}' cannot name a parameter: the toolkit fills it in."
                : $"The command has no placeholder {{{name}}} for the parameter '{name}'.");
        }
    }

    private void CheckEnvironment()
    {
        foreach (var problem in _stage.PassEnvironment.Select(CommandRules.FindNameProblem).OfType<string>())
        {
            Add("pass_environment", problem);
        }
    }

    private void Add(string key, string message)
    {
        var place = _node.Find(key) ?? _node;
        _problems.Add(ConfigurationDiagnostics.InvalidValue.At(message, new(_file, (int)place.Start.Line, (int)place.Start.Column)));
    }

    private static IEnumerable<YamlMappingNode> Items(YamlNode? list) => (list as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [];

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StageName();
}
