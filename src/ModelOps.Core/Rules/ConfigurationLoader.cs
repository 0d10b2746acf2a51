using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Rules;

/// <summary>Reads modelops.yml; all problems are reported at once.</summary>
internal static class ConfigurationLoader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelOpsException">The file has problems, all of which are in the exception.</exception>
    public static ToolkitConfiguration Load(string file)
    {
        var problems = new List<Diagnostic>();
        var root = SafeYaml.ParseFile(file, ConfigurationDiagnostics.Malformed, problems);
        var configuration = root is null ? null : new ConfigurationBinder(file, problems).Bind<ToolkitConfiguration>(root);
        if (configuration is not null && problems.Count == 0)
        {
            ConfigurationRules.Check(configuration, (YamlMappingNode)root!, file, problems);
        }

        return problems.Count == 0 && configuration is not null
            ? configuration with { File = file }
            : throw new ModelOpsException(ExitCode.BadInput, problems);
    }
}
