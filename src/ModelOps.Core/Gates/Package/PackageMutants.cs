using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Gates.Package;

/// <summary>Candidates whose files are bad, so that they cannot be deployed as they are.</summary>
internal static class PackageMutants
{
    private const string Gate = "package";
    private const string ForeignChannel = "modelops-foreign";

    private static readonly string[] Installers = ["pip", "setuptools", "wheel"];

    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "unpinned-dependency", Gate, "a dependency lost its version",
            "a pinned dependency in requirements.txt or conda.yaml, where check makes an unpinned one an error", Unpin),
        new(
            "foreign-channel", Gate, "conda.yaml names a channel that nobody allowed",
            "a conda.yaml, where check makes a foreign channel an error", AddChannel),
        new(
            "missing-file", Gate, "a file that MLmodel names is not there",
            "a file or directory that MLmodel names, and without which MLflow does not load the model", RemoveFile),
    ];

    // In every file that has it, so that the files still agree with each other.
    private static GateCase? Unpin(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (!Blocks(good, CheckDiagnostics.Unpinned) || workspace.Copy(good) is not { } copy || copy.Directory.AllRequirements.FirstOrDefault(IsPinned) is not { Name: var name })
        {
            return null;
        }

        var (isInPip, isInConda) = (TryUnpinPip(copy, name), TryUnpinConda(copy, name));
        return isInPip || isInConda ? copy.ReplaceIn(good) : null;
    }

    // A policy is a warning unless modelops.yml says otherwise, and nobody is to be blamed for what it lets pass.
    private static bool Blocks(GateCase good, DiagnosticDescriptor policy) =>
        good.Model.Gates.Package.Warnings || new Severities(good.CheckLimits, CheckTarget.None).Apply(policy.At("")) is { Severity: Severity.Error };

    private static bool TryUnpinPip(ModelCopy copy, string name)
    {
        if (copy.Directory.Requirements?.Value is not { } file)
        {
            return false;
        }

        var lines = File.ReadAllText(file.File).ReplaceLineEndings("\n").Split('\n');
        var pinned = file.Requirements.FirstOrDefault(requirement =>
            requirement.Name == name && requirement.Span is { } span && lines[span.Line - 1].Trim() == requirement.Text);
        if (pinned is null)
        {
            return false;
        }

        lines[pinned.Span!.Line - 1] = name;
        copy.Write(ModelDirectory.RequirementsPath, string.Join('\n', lines));
        return true;
    }

    private static bool TryUnpinConda(ModelCopy copy, string name) => copy.TryChangeYaml(copy.Directory.CondaPath, root =>
    {
        var lists = ((root.Find("dependencies") as YamlSequenceNode)?.Children ?? []).OfType<YamlMappingNode>().Select(item => item.Find("pip"));
        var lines = lists.OfType<YamlSequenceNode>().SelectMany(list => list.Children).OfType<YamlScalarNode>();
        var pinned = lines.FirstOrDefault(line => RequirementParser.Parse(line.Value!).Name == name);
        pinned?.Value = name;
        return pinned is not null;
    });

    private static bool IsPinned(Requirement requirement) =>
        requirement.Kind == RequirementKind.Pinned && !Installers.Contains(requirement.Name);

    private static GateCase? AddChannel(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        Blocks(good, CheckDiagnostics.ChannelRefused) && workspace.Copy(good) is { } copy && copy.TryChangeYaml(copy.Directory.CondaPath, root =>
        {
            if (root.Find("channels") is not YamlSequenceNode channels)
            {
                root.Children[new YamlScalarNode("channels")] = channels = [];
            }

            channels.Add(ForeignChannel);
            return true;
        })
            ? copy.ReplaceIn(good)
            : null;

    private static GateCase? RemoveFile(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good.Candidate.Directory?.Model?.Value is { } model && workspace.Copy(good) is { } copy
        && PathFields.Of(model).Any(field => IsMissed(field, good) && copy.TryRemove(field.Path.TrimEnd('/')))
            ? copy.ReplaceIn(good)
            : null;

    private static bool IsMissed(PathField field, GateCase good) =>
        field.MustExist || (good.Model.Gates.Package.Warnings && field.IfMissing is not null);
}
