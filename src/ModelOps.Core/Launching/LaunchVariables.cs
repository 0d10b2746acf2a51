using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Launching;

/// <summary>Environment of the sandbox's process: what a .NET program needs of the system, and nothing that could be secret.</summary>
internal static class LaunchVariables
{
    private static readonly string[] Passed =
    [
        "PATH", "HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "SystemRoot", "SYSTEMDRIVE", "LOCALAPPDATA", "LD_LIBRARY_PATH", "LANG",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_GCHeapHardLimit",
    ];

    /// <summary>Variables by name.</summary>
    /// <param name="environment">Environment of the caller.</param>
    /// <param name="host">The .NET host that is run.</param>
    public static IReadOnlyDictionary<string, string> Create(IEnvironment environment, string host)
    {
        var variables = Passed
            .Select(name => (Name: name, Value: environment.Get(name)))
            .Where(variable => !string.IsNullOrEmpty(variable.Value))
            .ToDictionary(variable => variable.Name, variable => variable.Value!, StringComparer.OrdinalIgnoreCase);
        variables["DOTNET_ROOT"] = Path.GetDirectoryName(host)!;
        variables["DOTNET_NOLOGO"] = "1";
        return variables;
    }
}
