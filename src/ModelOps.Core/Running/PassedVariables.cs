using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Running;

/// <summary>Decides which variables that modelops.yml asks for reach a command: none where the file itself comes from people who may not have them.</summary>
internal static class PassedVariables
{
    /// <summary>The variables that are passed.</summary>
    /// <param name="asked">Names under <c>pass_environment</c>.</param>
    /// <param name="command">Whose command it is, as the start of a sentence.</param>
    /// <param name="build">What is being built.</param>
    /// <param name="context">Takes the finding.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> asked, string command, BuildInfo build, VerbContext context)
    {
        if (asked.Count == 0 || !build.IsUntrusted)
        {
            return asked;
        }

        context.Report(TestDiagnostics.VariablesWithheld.At(
            $"{command} asks for {string.Join(", ", asked)} by pass_environment; a pull request that is not trusted gets none of what looks like a secret."));
        return [];
    }
}
