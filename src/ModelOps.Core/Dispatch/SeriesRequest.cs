using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>What a call says of several models.</summary>
/// <param name="IsChanged">Whether only models that differ from a commit are asked for.</param>
/// <param name="Base">Commit or branch to compare with; null when the call names none.</param>
/// <param name="Problems">What is wrong with the call.</param>
internal sealed record SeriesRequest(bool IsChanged, string? Base, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Reads what a call asks for; null when it is about one model.</summary>
    public static SeriesRequest? Read(VerbWorld world, VerbDescriptor verb, ArgumentSource arguments, ToolkitConfiguration configuration)
    {
        if (!verb.TakesSeveralModels)
        {
            return null;
        }

        IInputSource[] call = [arguments, new EnvironmentSource(world.Environment)];
        var configured = new ConfigurationSource(configuration, verb.Name, world.WorkingDirectory);
        var problems = new List<Diagnostic>();
        var all = Value(nameof(ISeveralModels.All)) is true;
        var changed = Value(nameof(ISeveralModels.Changed)) is true;
        var name = Value(nameof(ISeveralModels.Base)) as string;
        var ofOne = verb.Inputs.Where(input => input.Models == ModelInput.One)
            .Select(input => (input.Name.Kebab, Raw: Find(input, call))).Where(pair => pair.Raw is not null).ToList();

        // What modelops.yml says for every call gives way to a call that is about one model.
        var isAsked = verb.Inputs.Any(input => input.Name.Property is nameof(ISeveralModels.All) or nameof(ISeveralModels.Changed) && Find(input, call) is not null);
        if ((!all && !changed) || (!isAsked && ofOne.Count > 0))
        {
            return null;
        }

        if (all && changed)
        {
            problems.Add(InputDiagnostics.Conflict.At("Give --all or --changed, not both."));
        }

        problems.AddRange(ofOne.Select(pair => InputDiagnostics.Conflict.At(
            $"Input '{pair.Kebab}' ({pair.Raw!.Source}) is about one model, and --{(all ? "all" : "changed")} asks for several: leave one of them out.")));
        if (configuration.Models.Count == 0)
        {
            problems.Add(SeriesDiagnostics.NotListed.At(
                configuration.File is { } file ? "--all and --changed take the models of modelops.yml, and it lists none." : "--all and --changed take the models of modelops.yml, and there is none here.",
                configuration.File is null ? null : new(configuration.File)));
        }

        return new(changed, name, problems);

        object? Value(string property)
        {
            var input = verb.Inputs.Single(candidate => candidate.Name.Property == property);
            return Find(input, [.. call, configured]) is { } raw && new InputConverter(world.WorkingDirectory).TryConvert(input, raw, problems, out var value) ? value : null;
        }
    }

    private static RawValue? Find(InputDescriptor input, IEnumerable<IInputSource> sources) => sources.Select(source => source.Find(input)).FirstOrDefault(value => value is not null);
}
