namespace ModelOps.Cli.Tests;

/// <summary>A fact that is skipped, by name, where the program that makes a pseudo terminal is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = OperatingSystem.IsLinux() && File.Exists(Terminal.Program) ? null : $"needs {Terminal.Program} of Linux";
}
