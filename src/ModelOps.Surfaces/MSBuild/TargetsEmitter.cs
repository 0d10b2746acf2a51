using System.Text.RegularExpressions;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.MSBuild;

/// <summary>
/// Emits the targets from <c>targets.xml</c>, where <c>Rest</c> stands for what follows from the records: in a call the inputs that no call of its task
/// names, in the definition of the items their metadata, in a name of a task all tasks.
/// </summary>
internal static partial class TargetsEmitter
{
    public const string Path = "src/fronts/ModelOps.MSBuild/build/ModelOps.MSBuild.targets";

    private const string Template = "targets.xml";

    // A comment of XML takes no two hyphens.
    private static readonly string Header = EmittedHeader.For($"src/ModelOps.Surfaces/MSBuild/{Template}").Replace("--target Generate", "with the target Generate", StringComparison.Ordinal);

    public static IReadOnlyDictionary<string, string> Emit()
    {
        using var source = new StreamReader(typeof(TargetsEmitter).Assembly.GetManifestResourceStream(Template)!);
        var text = Fill(source.ReadToEnd(), VerbCatalog.OnAllFronts);
        return new Dictionary<string, string>
        {
            [Path] = OwnComment().Replace(text, $"  <!-- {Header} -->\n"),
        };
    }

    /// <summary>Text of the targets.</summary>
    /// <param name="template">Text of the file that is written by hand.</param>
    /// <param name="verbs">The verbs whose tasks it calls.</param>
    /// <exception cref="InvalidOperationException">A metadatum would mean two things.</exception>
    public static string Fill(string template, IReadOnlyList<VerbDescriptor> verbs)
    {
        var metadata = new Dictionary<string, InputDescriptor>();
        foreach (var verb in verbs)
        {
            var task = TaskEmitter.ClassOf(verb);
            var rest = RestOf(template, verb);
            template = RestOfCall(task).Replace(template, call => string.Concat(rest.Select(input => Attribute(call.Groups["from"].Value, input, metadata))));
        }

        var defaults = metadata.Keys.Select(name => $"      <{name}>$(ModelOps{name})</{name}>\n");
        template = template.Replace("      <Rest />\n", string.Concat(defaults), StringComparison.Ordinal);
        return NameOfTask().Replace(template, line => string.Concat(verbs.Select(verb => line.Value.Replace(".*\"", $".{TaskEmitter.ClassOf(verb)}\"", StringComparison.Ordinal))));
    }

    /// <summary>Inputs that no call of the verb's task names, without those for several models: in a project the items are the models.</summary>
    public static IReadOnlyList<InputDescriptor> RestOf(string targets, VerbDescriptor verb)
    {
        var named = Call(TaskEmitter.ClassOf(verb)).Matches(targets).SelectMany(call => call.Groups["name"].Captures).Select(name => name.Value).ToHashSet();
        return [.. verb.Inputs.Where(input => input.Models != ModelInput.Several && !named.Contains(input.Name.Property))];
    }

    private static string Attribute(string from, InputDescriptor input, Dictionary<string, InputDescriptor> metadata)
    {
        var name = input.Name.Property;
        if (from.StartsWith('%') && !metadata.TryAdd(name, input) && (metadata[name].ValueType != input.ValueType || metadata[name].IsList != input.IsList))
        {
            throw new InvalidOperationException($"The metadatum '{name}' would mean two things: name the input in a call of {Template}.");
        }

        return $"      {name}=\"{from.Replace("*", name, StringComparison.Ordinal)}\"\n";
    }

    private static Regex Call(string task) => new($"<{task}\n(?: +(?<name>\\w+)=\"[^\"]*\"[^\n]*\n)+");

    private static Regex RestOfCall(string task) => new($"(?<=<{task}\n(?: +\\w+=\"[^\"]*\"\n)*) +Rest=\"(?<from>[^\"]*)\"\n");

    [GeneratedRegex("^  <!-- Rest .*\n", RegexOptions.Multiline)]
    private static partial Regex OwnComment();

    [GeneratedRegex("^ +<UsingTask TaskName=\"[^\"]*\\*\".*\n", RegexOptions.Multiline)]
    private static partial Regex NameOfTask();
}
