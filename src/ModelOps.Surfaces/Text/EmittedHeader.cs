using ModelOps.Core.Running;

namespace ModelOps.Surfaces.Text;

/// <summary>The first line of an emitted file.</summary>
internal static class EmittedHeader
{
    private const string HowTo = "Do not edit: change the source and run ./build.sh --target Generate.";

    /// <summary>Text for a file that is emitted from a verb's records.</summary>
    public static string For(VerbDescriptor verb) => $"Emitted from {verb.SettingsType.Name} and {verb.ResultType.Name}. {HowTo}";

    /// <summary>Text for a file that is emitted from another source.</summary>
    public static string For(string source) => $"Emitted from {source}. {HowTo}";
}
