using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Rules;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>modelops.yml as a call finds it: read once, whatever it runs.</summary>
/// <param name="Configuration">Its content; empty when there is none, or when it is broken.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record LoadedConfiguration(ToolkitConfiguration Configuration, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Whether there is a file that cannot be used.</summary>
    public bool IsBroken => Problems.Count > 0;

    /// <summary>Finds and reads the file for a call.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LoadedConfiguration Read(VerbWorld world, VerbDescriptor verb, ArgumentSource arguments)
    {
        try
        {
            return verb.IsAboutTool || ConfigurationLocator.Find([arguments, new EnvironmentSource(world.Environment)], verb, world.WorkingDirectory) is not { } file
                ? new(ToolkitConfiguration.Empty, [])
                : new(ConfigurationLoader.Load(file), []);
        }
        catch (ModelOpsException failure)
        {
            return new(ToolkitConfiguration.Empty, failure.Diagnostics);
        }
    }
}
