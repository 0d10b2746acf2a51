using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Contract;

/// <summary>A value written as text in any front's form is read back as the same value, for every input of every verb.</summary>
public class BinderRoundTripTests
{
    private static readonly Func<InputDescriptor, IReadOnlyList<string>, IInputSource>[] Fronts =
    [
        (input, texts) => new ArgumentSource(new Dictionary<string, IReadOnlyList<string>> { [input.Name.Property] = texts }),
        (input, texts) => InEnvironment($"MODELOPS_{input.Name.Environment}", texts),
        (input, texts) => InEnvironment($"INPUT_{input.Name.Environment}", texts),
        (input, texts) => InEnvironment($"INPUT_{input.Name.Camel.ToUpperInvariant()}", texts),
    ];

    public static IEnumerable<object[]> Inputs =>
        from verb in VerbCatalog.All
        from input in verb.Inputs
        where input.Kind is InputKind.Value or InputKind.OutputFile or InputKind.OutputDirectory
        select new object[] { verb.Name, input.Name.Property };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_value_survives_every_front(string verbName, string property)
    {
        var verb = VerbCatalog.All.Single(candidate => candidate.Name == verbName);
        var input = verb.Inputs.Single(candidate => candidate.Name.Property == property);
        using var directory = new TempDirectory();
        var needed = Needed(verb, directory);
        Prop.ForAll(ValuesOf(input).ToArbitrary(), values => Fronts.All(front =>
        {
            var texts = values.Select(value => InputText.Of(value)!).ToArray();
            var settings = Bind(verb, front(input, texts), needed);
            var read = input.Property.GetValue(settings);
            return input.IsList ? values.SequenceEqual(((System.Collections.IEnumerable)read!).Cast<object>()) : values[0].Equals(read);
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static object Bind(VerbDescriptor verb, IInputSource source, Dictionary<string, IReadOnlyList<string>> needed)
    {
        // What the verb needs besides comes last, so that it never hides the value under test.
        var bound = new SettingsBinder(Path.GetTempPath()).Bind(verb, [source, new ArgumentSource(needed)]);
        return bound.Settings ?? throw new InvalidOperationException(string.Join('\n', bound.Diagnostics.Select(problem => problem.Message)));
    }

    private static Dictionary<string, IReadOnlyList<string>> Needed(VerbDescriptor verb, TempDirectory directory)
    {
        var needed = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var input in verb.Inputs.Where(input => input.IsRequired))
        {
            needed.Add(input.Name.Property, [input.Kind == InputKind.Value ? "a" : directory.File("needed")]);
        }

        var isDirectory = verb.Inputs.Any(input => input is { IsRequired: true, Kind: InputKind.Directory });
        _ = isDirectory ? Directory.CreateDirectory(directory.File("needed")).FullName : WriteFile(directory.File("needed"));
        return needed;
    }

    private static string WriteFile(string path)
    {
        File.WriteAllText(path, "");
        return path;
    }

    private static IInputSource InEnvironment(string name, IReadOnlyList<string> texts) =>
        new EnvironmentSource(new TestEnvironment { [name] = string.Join('\n', texts) });

    private static Gen<object[]> ValuesOf(InputDescriptor input)
    {
        var one = input switch
        {
            { Kind: InputKind.OutputFile or InputKind.OutputDirectory } => Word(1, 12).Select(object (name) => Path.Combine(Path.GetTempPath(), name)),
            _ when input.ValueType == typeof(bool) => Gen.Elements<object>(true, false),
            _ when input.ValueType == typeof(int) => Gen.Choose(0, int.MaxValue).Select(object (number) => number),
            _ when input.ValueType == typeof(double) => from digits in Gen.Choose(int.MinValue, int.MaxValue) from power in Gen.Choose(-300, 290) select (object)(digits * Math.Pow(10, power)),
            _ when input.ValueType.IsEnum => Gen.Elements(Enum.GetValues(input.ValueType).Cast<object>().ToArray()),
            _ when input.ValueType == typeof(ModelName) => Gen.Choose(1, 4).SelectMany(count => Word(1, 20).ListOf(count)).Select(object (levels) => ModelName.Parse(string.Join('.', levels))),
            _ when input.ValueType == typeof(AliasName) => Word(1, 20).Select(object (name) => AliasName.Parse("a" + name)),
            _ when input.ValueType == typeof(Duration) => Gen.Choose(1, 31_622_400).Select(object (seconds) => Duration.Parse($"{seconds}s")),
            _ when input.ValueType == typeof(Tag) => from key in Word(1, 20) from value in Line(0) select (object)new Tag(key, value),
            _ => Line(1).Select(object (text) => text),
        };
        return input.IsList ? one.NonEmptyListOf().Select(values => values.ToArray()) : one.Select(value => new[] { value });
    }

    private static Gen<string> Word(int min, int max) => Text("abcxyzABC019_-", min, max);

    // Outer white space is cut from the lines of a list, and a value that is only white space counts as none.
    private static Gen<string> Line(int min) =>
        Text("abc XYZ=;,:%$(){}[]#'\"\\/|<>@!*?~`^&ü模", min, 30).Select(text => text.Trim()).Where(text => text.Length >= min);

    private static Gen<string> Text(string letters, int min, int max) =>
        from length in Gen.Choose(min, max)
        from text in Gen.Elements(letters.ToCharArray()).ArrayOf(length)
        select new string(text);
}
