using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Processes;

/// <summary>Hides the values of the caller's secret variables in what commands print and write.</summary>
internal static class SecretValues
{
    /// <summary>A redactor that knows every variable which looks like a secret.</summary>
    public static SecretRedactor CreateRedactor(IEnvironment environment)
    {
        var redactor = new SecretRedactor();
        foreach (var name in environment.Names)
        {
            if (environment.Get(name) is { } value && VariableRules.IsSecret(name, value))
            {
                redactor.Add(value);
            }
        }

        return redactor;
    }
}
