using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Running;

/// <summary>Refuses what Azure Pipelines leaves of a variable that nobody defined, before anybody takes it for a value: the one place for all of them.</summary>
internal static class UndefinedVariables
{
    private static readonly string[] Prefixes = ["MLFLOW_", "DATABRICKS_"];

    /// <summary>The inputs of a call that still ask for a variable. A model may have such a text in its name, as one that somebody chose.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="sources">Where the call and the environment give inputs.</param>
    /// <param name="environment">Environment variables.</param>
    public static IEnumerable<Diagnostic> InInputs(VerbDescriptor verb, IReadOnlyList<IInputSource> sources, IEnvironment environment) =>
        from input in verb.Inputs
        let raw = sources.Select(source => source.Find(input)).FirstOrDefault(value => value is not null)
        where raw is not null
        let variable = raw.Texts.Select(text => AzureMacro.FindUndefined(text, environment, isWhole: input.ValueType == typeof(ModelName))).FirstOrDefault(name => name is not null)
        where variable is not null
        select Undefined($"Input '{input.Name.Kebab}' ({raw.Source})", variable);

    /// <summary>Refuses variables of a catalog and its credentials that still ask for one.</summary>
    /// <exception cref="ModelOpsException">Some do (MOP4016, exit 2).</exception>
    public static void RequireNone(IEnvironment environment, BackendList backends)
    {
        var read = backends.Descriptors.SelectMany(descriptor => descriptor.ClientVariables.Concat(descriptor.SecretVariables)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = (from name in environment.Names.Order(StringComparer.Ordinal)
                     where Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) || read.Contains(name)
                     let variable = AzureMacro.FindUndefined(environment.Get(name), environment)
                     where variable is not null
                     select Undefined(name, variable)).ToList();
        if (found.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, found);
        }
    }

    // Without the dollar: the text may be masked, where it stands in the place of a secret.
    private static Diagnostic Undefined(string what, string variable) => HostDiagnostics.VariableUndefined.At(
        $"{what}: the pipeline variable '{VisibleText.Of(variable)}' is not defined, or is withheld from the pull requests of forks; what is there is the text that asks for it.");
}
