using System.Reflection;

namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Every code the toolkit can report, in order of code.</summary>
public static class DiagnosticCatalog
{
    private static readonly Type[] Areas =
    [
        typeof(InputDiagnostics),
        typeof(ConfigurationDiagnostics),
        typeof(SeriesDiagnostics),
        typeof(ModelDiagnostics),
        typeof(CheckDiagnostics),
        typeof(PackagingDiagnostics),
        typeof(RegistryDiagnostics),
        typeof(CredentialDiagnostics),
        typeof(NameDiagnostics),
        typeof(SourceDiagnostics),
        typeof(ReleaseDiagnostics),
        typeof(HostDiagnostics),
        typeof(GitDiagnostics),
        typeof(TestDiagnostics),
        typeof(SandboxDiagnostics),
        typeof(EvaluationDiagnostics),
        typeof(GateDiagnostics),
    ];

    /// <summary>All entries.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. Areas
            .SelectMany(area => area.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal),
    ];
}
