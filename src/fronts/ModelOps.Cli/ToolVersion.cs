using System.Reflection;

namespace ModelOps.Cli;

/// <summary>Version of the tool, without build metadata.</summary>
internal static class ToolVersion
{
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
