using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Processes;

/// <summary>The environment of a command that is not ours: that of the caller without what looks like a secret or belongs to the build step.</summary>
internal static class ChildEnvironment
{
    private static readonly StringComparer Names = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The complete environment of a command.</summary>
    /// <param name="caller">The environment of the caller.</param>
    /// <param name="pass">Names that the command gets whatever they look like.</param>
    /// <param name="own">What the command gets from us; wins over everything.</param>
    /// <param name="backends">Their variables are for those who work in a catalog, and those get them from us.</param>
    public static IReadOnlyDictionary<string, string> Create(
        IEnvironment caller, IReadOnlyCollection<string> pass, IReadOnlyDictionary<string, string> own, BackendList backends)
    {
        var passed = pass.ToHashSet(Names);
        var withheld = backends.Descriptors.SelectMany(descriptor => descriptor.ClientVariables.Concat(descriptor.SecretVariables)).ToHashSet(Names);
        var environment = new Dictionary<string, string>(Names);
        foreach (var name in caller.Names.Where(name => !VariableRules.IsStepFile(name)))
        {
            if (caller.Get(name) is { } value && (passed.Contains(name) || !(withheld.Contains(name) || VariableRules.IsWithheld(name, value))))
            {
                environment[name] = value;
            }
        }

        foreach (var (name, value) in own)
        {
            environment[name] = value;
        }

        return environment;
    }
}
