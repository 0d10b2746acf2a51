using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Checks;

/// <summary>Where a model is to go, as far as that makes a finding worse.</summary>
internal sealed record CheckTarget
{
    private static readonly string[] UnityCatalog = ["databricks-uc", "uc:"];

    /// <summary>A directory that is to be packed for nobody in particular.</summary>
    public static CheckTarget None { get; } = new();

    /// <summary>Why the model needs a signature of inputs and outputs, as <c>Unity Catalog</c>; null when nothing asks for it.</summary>
    public string? SignatureFor { get; init; }

    /// <summary>Whether the directory is a copy of what a registry or a package has: it is judged with every file, and under the names, that are there.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Whether a registry URI is that of Unity Catalog, which refuses versions without a signature.</summary>
    public static bool IsUnityCatalog(string? registryUri) =>
        registryUri is not null && UnityCatalog.Any(scheme => registryUri.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why findings of a code are errors here; null when nothing asks for it.</summary>
    public string? Needs(string code) =>
        code == CheckDiagnostics.NoSignature.Code || code == CheckDiagnostics.IncompleteSignature.Code ? SignatureFor : null;
}
