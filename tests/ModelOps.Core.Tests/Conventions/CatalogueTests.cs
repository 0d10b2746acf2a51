using System.Reflection;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Tests.Conventions;

public sealed class CatalogueTests
{
    private static readonly Dictionary<Type, string[]> Ranges = new()
    {
        [typeof(InputDiagnostics)] = ["MOP00"],
        [typeof(ConfigurationDiagnostics)] = ["MOP01"],
        [typeof(SeriesDiagnostics)] = ["MOP01"],
        [typeof(ModelDiagnostics)] = ["MOP10"],
        [typeof(CheckDiagnostics)] = ["MOP10"],
        [typeof(PackagingDiagnostics)] = ["MOP15"],
        [typeof(RegistryDiagnostics)] = ["MOP20"],
        [typeof(CredentialDiagnostics)] = ["MOP21"],
        [typeof(NetworkDiagnostics)] = ["MOP21"],
        [typeof(NameDiagnostics)] = ["MOP22"],
        [typeof(SourceDiagnostics)] = ["MOP23"],
        [typeof(ReleaseDiagnostics)] = ["MOP30"],
        [typeof(HostDiagnostics)] = ["MOP40"],
        [typeof(GitDiagnostics)] = ["MOP40"],
        [typeof(CommentDiagnostics)] = ["MOP40"],
        [typeof(TestDiagnostics)] = ["MOP50"],
        [typeof(SandboxDiagnostics)] = ["MOP51"],
        [typeof(EvaluationDiagnostics)] = ["MOP60"],
        [typeof(GateDiagnostics)] = ["MOP70"],
    };

    private static readonly (Type Area, DiagnosticDescriptor Descriptor)[] Declared =
    [
        .. from type in typeof(DiagnosticCatalog).Assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where field.FieldType == typeof(DiagnosticDescriptor)
           select (type, (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void Every_descriptor_is_in_the_catalogue_with_a_code_of_its_own()
    {
        Assert.NotEmpty(Declared);
        Assert.Equal(
            Declared.Select(pair => pair.Descriptor.Code).Order(StringComparer.Ordinal),
            DiagnosticCatalog.All.Select(descriptor => descriptor.Code));
        Assert.Equal(DiagnosticCatalog.All.Count, DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_code_is_in_the_range_of_its_area() => Assert.All(Declared, pair =>
    {
        Assert.Matches(@"\AMOP[0-9]{4}\z", pair.Descriptor.Code);
        Assert.Contains(pair.Descriptor.Code[..5], Ranges[pair.Area]);
    });

    [Fact]
    public void Every_descriptor_is_used()
    {
        foreach (var (area, descriptor) in Declared)
        {
            var name = area.GetFields(BindingFlags.Public | BindingFlags.Static).Single(field => ReferenceEquals(field.GetValue(null), descriptor)).Name;
            Assert.True(
                SourceTree.Files.Any(file => Array.Exists(file.Lines, line => line.Contains($"{area.Name}.{name}", StringComparison.Ordinal))),
                $"{descriptor.Code} ({area.Name}.{name}) is reported nowhere.");
        }
    }

    [Fact]
    public void Every_descriptor_says_what_to_do() => Assert.All(DiagnosticCatalog.All, descriptor =>
    {
        Assert.All((string[])[descriptor.Title, descriptor.Cause, descriptor.Fix], text => Assert.True(text.Trim().Length > 8, descriptor.Code));
        Assert.EndsWith(".", descriptor.Fix, StringComparison.Ordinal);
        Assert.NotEqual(descriptor.Cause, descriptor.Fix);
    });
}
