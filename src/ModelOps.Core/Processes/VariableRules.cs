using System.Text.RegularExpressions;

namespace ModelOps.Core.Processes;

/// <summary>Tells by name and form which environment variables a command that is not ours may see.</summary>
internal static partial class VariableRules
{
    private const int MinSecret = 8;

    /// <summary>Whether a variable names a file through which a step talks to its build host; no command gets one.</summary>
    public static bool IsStepFile(string name) => StepFile().IsMatch(name);

    /// <summary>Whether a variable looks like a credential, or is meant for the toolkit or the step and not for what they start.</summary>
    public static bool IsWithheld(string name, string value) =>
        SecretName().IsMatch(name) || SecretForm().IsMatch(value) || CloudName().IsMatch(name) || OwnName().IsMatch(name) || (UrlWithPassword().IsMatch(value) && !ProxyName().IsMatch(name));

    /// <summary>Whether the value of a variable is to be hidden wherever it is printed: a short one would hide what is no secret.</summary>
    public static bool IsSecret(string name, string value) =>
        value.Length >= MinSecret && LooksSecret(name, value);

    /// <summary>Whether a variable looks like a credential by its name or its value, however short that is.</summary>
    public static bool LooksSecret(string name, string value) =>
        SecretName().IsMatch(name) || SecretForm().IsMatch(value) || UrlWithPassword().IsMatch(value);

    [GeneratedRegex(@"\AGITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StepFile();

    // TOKENIZERS_PARALLELISM is no token; AUTH counts as a word only, so that GIT_AUTHOR_NAME stays.
    [GeneratedRegex(
        @"TOKEN(?!I[ZS])|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|(API|ACCESS|PRIVATE|SIGNING|SSH|GPG)_?KEY|CONNECTION_?STRING|(_|\A)(KEYS?|PAT|PWD|AUTH|PASS|SAS|JWT|COOKIE|DSN)\z(?<!\APWD)|_AUTH_|_KEY_?(BASE64|B64|PEM|JSON)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    // Private keys, the tokens of GitHub, GitLab, Databricks, AWS, PyPI and Slack, and JSON web tokens, whatever the variable is called.
    [GeneratedRegex(
        @"-----BEGIN [A-Z ]*PRIVATE KEY-----|\A\s*(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_|glpat-|dapi[0-9a-f]{32}|(AKIA|ASIA)[0-9A-Z]{16}|pypi-|xox[abp]-|eyJ[A-Za-z0-9_-]{10,}\.eyJ)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SecretForm();

    [GeneratedRegex(@"\A(AWS|AZURE|ARM|DATABRICKS|ENDPOINT|SECUREFILE|VSS)_|\A(SSH_ASKPASS|GIT_ASKPASS)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CloudName();

    [GeneratedRegex(@"\A(ACTIONS|INPUT|MODELOPS|MLFLOW_TRACKING|MLFLOW_REGISTRY|MLFLOW_EXPERIMENT)_|\AMLFLOW_RUN_ID\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();

    [GeneratedRegex(@"\A[a-z][a-z0-9+.-]*://[^/?#@]*:[^/?#@]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UrlWithPassword();

    [GeneratedRegex(@"_PROXY\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProxyName();
}
