using System.Collections;
using Microsoft.Build.Framework;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.MSBuild;
using ModelOps.MSBuild.Tasks;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.MSBuild;

/// <summary>A value written as a task's property is read back as the same value, for every input of every verb.</summary>
public sealed class TaskPropertiesTests : IDisposable
{
    private const string Hostile = "a;b, c=%3B $(X) @(Y) 'q' \"d\" \\ ü模\nsecond line";

    private readonly TempDirectory _directory = new();

    public static TheoryData<string, string> Inputs
    {
        get
        {
            var inputs = new TheoryData<string, string>();
            foreach (var verb in VerbCatalog.OnAllFronts)
            {
                foreach (var input in verb.Inputs)
                {
                    inputs.Add(verb.Name, input.Name.Property);
                }
            }

            return inputs;
        }
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_value_survives_as_a_property(string verbName, string property)
    {
        var verb = VerbCatalog.OnAllFronts.Single(candidate => candidate.Name == verbName);
        foreach (var value in ValuesOf(verb.Inputs.Single(input => input.Name.Property == property)))
        {
            var task = NewTask(verb);
            foreach (var required in verb.Inputs.Where(input => input.IsRequired))
            {
                Set(task, required, ValuesOf(required)[0]);
            }

            var input = verb.Inputs.Single(candidate => candidate.Name.Property == property);
            Set(task, input, value);

            var bound = new SettingsBinder(_directory.Path).Bind(verb, [TaskProperties.ReadInputs(task, verb)]);

            Assert.Empty(bound.Diagnostics);
            Assert.Equal(value, verb.SettingsType.GetProperty(property)!.GetValue(bound.Settings));
        }
    }

    [Fact]
    public void What_is_not_set_or_empty_is_absent()
    {
        foreach (var verb in VerbCatalog.OnAllFronts)
        {
            var task = NewTask(verb);
            foreach (var property in verb.Inputs.Select(input => task.GetType().GetProperty(input.Name.Property)!))
            {
                property.SetValue(task, property.PropertyType == typeof(string) ? "" : Array.Empty<string>());
            }

            Assert.Empty(TaskProperties.ReadInputs(task, verb).Names);
            Assert.Empty(TaskProperties.ReadInputs(NewTask(verb), verb).Names);
        }
    }

    private static ITask NewTask(VerbDescriptor verb) => (ITask)Activator.CreateInstance(
        typeof(PackageModel).Assembly.GetExportedTypes().Single(type => type.BaseType == typeof(VerbTask<>).MakeGenericType(verb.SettingsType)))!;

    private static void Set(ITask task, InputDescriptor input, object value) => task.GetType().GetProperty(input.Name.Property)!.SetValue(
        task, input.IsList ? ((IEnumerable)value).Cast<object>().Select(item => InputText.Of(item)!).ToArray() : InputText.Of(value));

    private object[] ValuesOf(InputDescriptor input) => input switch
    {
        { Kind: InputKind.Directory or InputKind.Model } => [Directory.CreateDirectory(_directory.File("a;b %3B ü")).FullName],
        { Kind: InputKind.File } => [Write(_directory.File("c;d $(X)"))],
        { Kind: InputKind.OutputDirectory } => [_directory.File("g;h @(Z)")],
        { Kind: InputKind.OutputFile } => [_directory.File("e;f @(Y).modelpkg")],
        { IsFlag: true } => [true, false],
        _ when input.ValueType == typeof(int) => [0, 7, int.MaxValue],
        _ when input.ValueType == typeof(double) => [0d, -0.125, 1e-300, double.MaxValue],
        _ when input.ValueType == typeof(ModelName) => [ModelName.Parse("churn"), ModelName.Parse("a b.c-d.E_1")],
        _ when input.ValueType == typeof(AliasName) => [AliasName.Champion, AliasName.Parse("a-1_b")],
        _ when input.ValueType == typeof(Tag) => [new[] { new Tag("a/b", Hostile) }, new[] { new Tag("k", ""), new Tag("l", "x=y;z") }],
        _ when input.ValueType == typeof(Duration) => [Duration.Parse("90s"), Duration.Parse("7d")],
        _ when input.ValueType.IsEnum => [.. Enum.GetValues(input.ValueType).Cast<object>()],
        _ when input.IsList => [new[] { "plain" }, new[] { "one", "two=2;three" }],
        _ => ["plain", Hostile],
    };

    private static string Write(string path)
    {
        File.WriteAllText(path, "");
        return path;
    }
}
