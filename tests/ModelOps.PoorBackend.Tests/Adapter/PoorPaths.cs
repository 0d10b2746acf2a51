using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>Paths of the server's calls.</summary>
internal static class PoorPaths
{
    public const string Models = "models";

    public const int Levels = 3;

    /// <exception cref="ModelOpsException">The name has not the levels that the server wants (MOP2010).</exception>
    public static string Of(ModelName model) => model.Levels.Count == Levels
        ? $"{Models}/{Uri.EscapeDataString(model.Value)}"
        : throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.Unsupported.At(
            $"This registry names models catalog.schema.model; '{model}' has {model.Levels.Count} level(s)."));

    public static string Versions(ModelName model) => $"{Of(model)}/versions";

    public static string Of(ModelName model, int version) => $"{Versions(model)}/{version}";

    /// <summary>Place of a version's files.</summary>
    public static string Storage(string place) => $"storage/{place}";

    public static string Storage(string place, string file) =>
        $"{Storage(place)}/{string.Join('/', file.Split('/').Select(Uri.EscapeDataString))}";
}
