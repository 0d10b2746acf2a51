namespace ModelOps.Testing;

/// <summary>The command that tests drive as a process: the native program where the suite was given one, else the portable one beside the tests.</summary>
public static class ModelOpsProgram
{
    /// <summary>Variable that names the native program.</summary>
    public const string Variable = "MODELOPS_TEST_PROGRAM";

    private static readonly string? Native = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    /// <summary>Whether it is the native program.</summary>
    public static bool IsNative => Native is not null;

    /// <summary>What is run.</summary>
    public static string FileName => Native ?? "dotnet";

    /// <summary>Words before those of the call.</summary>
    public static IReadOnlyList<string> Leading { get; } = Native is null ? [Path.Combine(AppContext.BaseDirectory, "modelops.dll")] : [];

    /// <summary>One file that is the command.</summary>
    public static string File => Native ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "modelops.exe" : "modelops");

    /// <summary>The command as a shell is told it.</summary>
    public static string ShellText => string.Join(' ', [FileName, .. Leading.Select(word => $"'{word}'")]);
}
