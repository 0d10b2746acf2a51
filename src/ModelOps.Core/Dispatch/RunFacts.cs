using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Processes;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>What the log of a run says of its surroundings, its inputs and its end.</summary>
internal static class RunFacts
{
    private const string Kind = "run";

    // What decides how a run goes. Whatever else is in the environment is nobody's business; git's own variables can hold headers with credentials.
    private static readonly string[] Prefixes =
        ["MODELOPS_", "MLFLOW_", "GITHUB_", "RUNNER_", "BUILD_", "SYSTEM_", "AGENT_", "DATABRICKS_", "AZURE_", "DOTNET_", "LC_"];

    private static readonly string[] Names =
        ["CI", "TF_BUILD", "HOME", "USERPROFILE", "USER", "PATH", "LANG", "TERM", "NO_COLOR", "TMPDIR", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"];

    /// <summary>Writes down what runs, and where.</summary>
    public static void Begin(DebugLog log, VerbWorld world, VerbDescriptor verb)
    {
        if (!log.IsOn)
        {
            return;
        }

        var version = typeof(RunFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var form = RuntimeFeature.IsDynamicCodeSupported ? "portable" : "native";
        log.Write(Kind, $"modelops {version} {verb.CommandText} ({form}, process {Environment.ProcessId})");
        log.Write(Kind, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}");
        log.Write(Kind, $"in {world.WorkingDirectory}");
        foreach (var name in world.Environment.Names.Where(IsOfInterest).Order(StringComparer.Ordinal))
        {
            log.Write("env", $"{name}={Shown(name, world.Environment)}");
        }
    }

    /// <summary>Writes down what the inputs are.</summary>
    public static void Bound(DebugLog log, string? configuration, IEnumerable<ValueOrigin> origins)
    {
        log.Write(Kind, $"configuration {configuration ?? "none"}");
        foreach (var origin in origins.Where(origin => origin.Value is not null))
        {
            log.Write("input", $"{origin.Input}={origin.Value} ({origin.Source})");
        }
    }

    /// <summary>Writes down what came of it.</summary>
    public static void End(DebugLog log, VerbReport report, TimeSpan elapsed)
    {
        foreach (var finding in report.Diagnostics)
        {
            log.Write("finding", $"{finding.Severity} {finding.Code}: {finding.Message}");
        }

        log.Write(Kind, FormattableString.Invariant($"exit code {(int)report.ExitCode} ({report.ExitCode}) after {elapsed.TotalMilliseconds:F0} ms"));
    }

    private static bool IsOfInterest(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string Shown(string name, IEnvironment environment) =>
        environment.Get(name) is not { Length: > 0 } value ? "" : VariableRules.LooksSecret(name, value) ? "***" : value;
}
