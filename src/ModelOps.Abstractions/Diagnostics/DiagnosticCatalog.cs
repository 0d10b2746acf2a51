using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Every code the toolkit can report, in order of code.</summary>
public static class DiagnosticCatalog
{
    /// <summary>All entries.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. new[]
        {
            In(typeof(InputDiagnostics)),
            In(typeof(ConfigurationDiagnostics)),
            In(typeof(SeriesDiagnostics)),
            In(typeof(ModelDiagnostics)),
            In(typeof(CheckDiagnostics)),
            In(typeof(PackagingDiagnostics)),
            In(typeof(RegistryDiagnostics)),
            In(typeof(CredentialDiagnostics)),
            In(typeof(NetworkDiagnostics)),
            In(typeof(NameDiagnostics)),
            In(typeof(SourceDiagnostics)),
            In(typeof(ReleaseDiagnostics)),
            In(typeof(HostDiagnostics)),
            In(typeof(GitDiagnostics)),
            In(typeof(CommentDiagnostics)),
            In(typeof(TestDiagnostics)),
            In(typeof(SandboxDiagnostics)),
            In(typeof(EvaluationDiagnostics)),
            In(typeof(GateDiagnostics)),
        }
        .SelectMany(area => area)
        .OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal),
    ];

    /// <summary>The entries of one area.</summary>
    /// <param name="area">A class whose fields are entries.</param>
    internal static IEnumerable<DiagnosticDescriptor> In([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type area) =>
        area.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
}
