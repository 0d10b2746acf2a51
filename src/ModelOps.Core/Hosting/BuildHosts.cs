using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Finds the host a process runs on.</summary>
public static class BuildHosts
{
    /// <summary>GitHub Actions or Azure Pipelines by their own variables, else a terminal or a plain stream.</summary>
    /// <param name="environment">Environment variables.</param>
    /// <param name="output">Takes the host's commands.</param>
    /// <param name="error">Takes findings where there is no CI host.</param>
    public static IBuildHost Detect(IEnvironment environment, TextWriter output, TextWriter error) =>
        Detect(environment, output, error, new SecretRedactor());

    /// <summary>The same, with a redactor that the caller uses for its own output too.</summary>
    /// <param name="environment">Environment variables.</param>
    /// <param name="output">Takes the host's commands.</param>
    /// <param name="error">Takes findings where there is no CI host.</param>
    /// <param name="redactor">Learns every masked secret.</param>
    public static IBuildHost Detect(IEnvironment environment, TextWriter output, TextWriter error, SecretRedactor redactor)
    {
        if (IsGitHub(environment))
        {
            return new GitHubHost(environment, output, redactor);
        }

        return IsAzure(environment)
            ? new AzureHost(environment, output, redactor)
            : new ConsoleHost(error, redactor, isRich: IsTerminal(error) && TerminalRules.AllowsColor(environment))
            {
                Pages = HelpPages.Of(environment),
                Width = IsTerminal(error) && TerminalRules.AllowsDecoration(environment) ? TerminalRules.Width() : int.MaxValue,
            };
    }

    internal static bool IsGitHub(IEnvironment environment) => environment.Get("GITHUB_ACTIONS") == "true";

    internal static bool IsAzure(IEnvironment environment) =>
        string.Equals(environment.Get("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsTerminal(TextWriter error) => ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
}
