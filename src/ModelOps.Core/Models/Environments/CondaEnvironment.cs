using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;

namespace ModelOps.Core.Models.Environments;

/// <summary>A conda.yaml.</summary>
internal sealed record CondaEnvironment
{
    /// <summary>The file.</summary>
    public required YamlSource Source { get; init; }

    /// <summary>Where the list of channels stands; null when there is none.</summary>
    public required SourceSpan? ChannelsSpan { get; init; }

    /// <summary>Where the list of dependencies stands; null when there is none.</summary>
    public required SourceSpan? DependenciesSpan { get; init; }

    /// <summary>Channels, in order of preference.</summary>
    public required IReadOnlyList<LocatedText> Channels { get; init; }

    /// <summary>Dependencies that conda installs.</summary>
    public required IReadOnlyList<CondaPackage> Packages { get; init; }

    /// <summary>Dependencies that pip installs.</summary>
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    /// <summary>The python dependency.</summary>
    public CondaPackage? Python => Packages.FirstOrDefault(package => package.Name == "python");
}
