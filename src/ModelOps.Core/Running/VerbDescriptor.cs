using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>One verb as the fronts see it. Nothing is reflected over until it is asked for.</summary>
public sealed class VerbDescriptor
{
    private const DynamicallyAccessedMemberTypes SettingsMembers =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor;

    private const DynamicallyAccessedMemberTypes ResultMembers = DynamicallyAccessedMemberTypes.PublicProperties;

    private readonly Func<object, VerbContext, CancellationToken, Task<VerbOutcome<object>>> _run;
    private readonly Lazy<IReadOnlyList<InputDescriptor>> _inputs;
    private readonly Lazy<IReadOnlyList<OutputDescriptor>> _outputs;
    private readonly Lazy<IReadOnlyList<OutputDescriptor>> _seriesOutputs;
    private readonly Lazy<VerbAttribute> _attribute;

    private VerbDescriptor(
        [DynamicallyAccessedMembers(SettingsMembers)] Type settings,
        [DynamicallyAccessedMembers(ResultMembers)] Type result,
        JsonSerializerOptions json,
        Func<object, VerbContext, CancellationToken, Task<VerbOutcome<object>>> run)
    {
        SettingsType = settings;
        ResultType = result;
        Json = json;
        _run = run;
        _attribute = new(() => settings.GetCustomAttribute<VerbAttribute>()
            ?? throw new InvalidOperationException($"{settings} has no [Verb]."));
        _inputs = new(ReadInputs);
        _outputs = new(() => ReadOutputs(ResultType));
        _seriesOutputs = new(() => ReadOutputs(typeof(SeveralModelsResult)));
    }

    /// <summary>Name on every front, lower case.</summary>
    public string Name => _attribute.Value.Name;

    /// <summary>The name as words of a command line: a hyphen parts a group of verbs from the verb.</summary>
    public IReadOnlyList<string> CommandWords => Name.Split('-');

    /// <summary>The name as it is typed and shown.</summary>
    public string CommandText => string.Join(' ', CommandWords);

    /// <summary>What the verb does, in one sentence.</summary>
    public string Description => _attribute.Value.Description;

    /// <summary>Whether the verb runs until somebody ends it, and is on the command line only.</summary>
    public bool IsService => _attribute.Value.IsService;

    /// <summary>Whether the verb is about the tool itself, and reads no modelops.yml.</summary>
    public bool IsAboutTool => _attribute.Value.IsAboutTool;

    /// <summary>Whether the verb's report can be a comment on a pull request.</summary>
    public bool IsCommented => _attribute.Value.IsCommented;

    /// <summary>Whether the verb is on the command line only.</summary>
    public bool IsOnCommandLineOnly => IsService || IsAboutTool;

    /// <summary>Whether one call can run it for several models of modelops.yml.</summary>
    public bool TakesSeveralModels => typeof(ISeveralModels).IsAssignableFrom(SettingsType);

    /// <summary>The settings record.</summary>
    [DynamicallyAccessedMembers(SettingsMembers)]
    public Type SettingsType { get; }

    /// <summary>The result record.</summary>
    [DynamicallyAccessedMembers(ResultMembers)]
    public Type ResultType { get; }

    /// <summary>How the result is written as JSON.</summary>
    internal JsonSerializerOptions Json { get; }

    /// <summary>Inputs in the order of declaration.</summary>
    public IReadOnlyList<InputDescriptor> Inputs => _inputs.Value;

    /// <summary>Outputs in the order of declaration.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs => _outputs.Value;

    /// <summary>Outputs of a call for several models, beside those of the verb; none where the verb takes one.</summary>
    public IReadOnlyList<OutputDescriptor> SeriesOutputs => TakesSeveralModels ? _seriesOutputs.Value : [];

    /// <summary>All that a build host may get: the verb's outputs and those of a call for several models.</summary>
    public IReadOnlyList<OutputDescriptor> AllOutputs => [.. Outputs, .. SeriesOutputs];

    internal static VerbDescriptor Create<[DynamicallyAccessedMembers(SettingsMembers)] TSettings, [DynamicallyAccessedMembers(ResultMembers)] TResult>(
        Func<IVerb<TSettings, TResult>> verb, JsonSerializerOptions json)
        where TSettings : class
        where TResult : class =>
        new(typeof(TSettings), typeof(TResult), json, async (settings, context, cancellationToken) =>
        {
            var outcome = await verb().RunAsync((TSettings)settings, context, cancellationToken);
            return new VerbOutcome<object>(outcome.Result, outcome.ExitCode);
        });

    /// <summary>A settings record as nobody has filled it.</summary>
    internal object NewSettings() => Activator.CreateInstance(SettingsType)!;

    internal Task<VerbOutcome<object>> RunAsync(object settings, VerbContext context, CancellationToken cancellationToken) =>
        _run(settings, context, cancellationToken);

    private IReadOnlyList<InputDescriptor> ReadInputs()
    {
        var untouched = NewSettings();
        return
        [
            .. from property in SettingsType.GetProperties()
               let attribute = property.GetCustomAttribute<InputAttribute>()
               where attribute is not null
               select new InputDescriptor(property, attribute, property.GetValue(untouched)),
        ];
    }

    private IReadOnlyList<OutputDescriptor> ReadOutputs([DynamicallyAccessedMembers(ResultMembers)] Type result) =>
    [
        .. from property in result.GetProperties()
           let attribute = property.GetCustomAttribute<OutputAttribute>()
           where attribute is not null
           select new OutputDescriptor(property, attribute, Json),
    ];
}
