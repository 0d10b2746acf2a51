using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Checks;

/// <summary>All rules, in the order in which findings are reported.</summary>
internal static class CheckRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<ICheckRule> All { get; } =
    [
        new ReadableRule(),
        new FlavorRule(),
        new SignatureRule(),
        new ReferencedFileRule(),
        new ContentRule(),
        new CredentialRule(),
        new ExampleRule(),
        new EnvironmentFileRule(),
        new EnvironmentsAgreeRule(),
        new RecordedVersionRule(),
        new PinnedRule(),
        new RequirementSourceRule(),
        new ChannelRule(),
        new MlflowVersionRule(),
        new SizeRule(),
    ];

    /// <summary>Codes that check reports: <c>severity</c> may name them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. DiagnosticCatalog.In(typeof(ModelDiagnostics)).Concat(DiagnosticCatalog.In(typeof(CheckDiagnostics)))
            .Select(descriptor => descriptor.Code)
            .Append(PackagingDiagnostics.LeftOut.Code)
            .Concat(Severities.Fixed)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Codes that a waiver may name.</summary>
    public static IReadOnlyList<string> Waivable { get; } = [.. Codes.Except(Severities.Fixed)];
}
