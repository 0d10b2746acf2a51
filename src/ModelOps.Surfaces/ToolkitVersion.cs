using System.Reflection;
using ModelOps.Core.Verbs;

namespace ModelOps.Surfaces;

/// <summary>Version of the toolkit, as Directory.Build.props says it.</summary>
internal static class ToolkitVersion
{
    public static Version Current { get; } = typeof(VerbCatalog).Assembly.GetName().Version!;

    /// <summary>With what marks a version before its release, and without the commit.</summary>
    public static string Full { get; } =
        typeof(VerbCatalog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Major, minor and patch.</summary>
    public static string Text { get; } = Current.ToString(3);
}
