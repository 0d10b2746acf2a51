using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Store;

/// <summary>The directory beside a store's file that keeps its artifacts.</summary>
internal static class ArtifactRoot
{
    public static string Of(string file) => file + ".artifacts";

    public static string UriOf(string file) => LocalLocation.ToUri(Of(file));
}
