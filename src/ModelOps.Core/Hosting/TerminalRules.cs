using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>What the environment says about the terminal.</summary>
internal static class TerminalRules
{
    private const int UsualWidth = 80;

    /// <summary>Whether tables, bars and cursor moves are welcome: not on a CI host, not on a terminal that calls itself dumb.</summary>
    public static bool AllowsDecoration(IEnvironment environment) =>
        environment.Get("CI") is null or "" or "false"
        && environment.Get("TERM") is not "dumb"
        && !BuildHosts.IsGitHub(environment)
        && !BuildHosts.IsAzure(environment);

    /// <summary>Columns of the terminal; 80 where nothing tells.</summary>
    public static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (Exception failure) when (failure is IOException or PlatformNotSupportedException)
        {
            return UsualWidth;
        }
    }

    /// <summary>Whether colour is welcome too: NO_COLOR (no-color.org) switches it off when it is set to anything.</summary>
    public static bool AllowsColor(IEnvironment environment) =>
        AllowsDecoration(environment) && string.IsNullOrEmpty(environment.Get("NO_COLOR"));
}
