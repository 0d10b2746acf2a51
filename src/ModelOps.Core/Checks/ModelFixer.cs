using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Checks;

/// <summary>
/// Repairs what can be repaired without a guess: the defaults channel where conda installs nothing but Python and its installers, and a
/// requirements.txt that MLflow would write from conda.yaml. Text is edited in place, so that comments and form stay.
/// </summary>
internal sealed class ModelFixer(ModelDirectory model, Func<string, bool> isWanted)
{
    private const string Replacement = "conda-forge";

    private static readonly string[] Installers = ["python", "pip", "setuptools", "wheel"];

    /// <summary>Repairs files. Each is written beside its place and then moved.</summary>
    public void Apply(IReadOnlyList<string> allowedChannels)
    {
        if (model.Conda is not { Value: { } conda, Problems: [] })
        {
            return;
        }

        if (isWanted(CheckDiagnostics.DefaultsChannel.Code) && allowedChannels.Contains(Replacement))
        {
            FixChannels(conda, allowedChannels);
        }

        if (isWanted(CheckDiagnostics.EnvironmentMissing.Code) && conda.Requirements.Count > 0 && model.AllRequirements.Any(IsRequirementsFile)
            && model.Find(ModelDirectory.RequirementsPath) == EntryKind.Missing)
        {
            Write(model.FullPath(ModelDirectory.RequirementsPath), string.Join('\n', conda.Requirements.Select(requirement => requirement.Text)));
        }
    }

    /// <summary>Writes a file beside its place and moves it there.</summary>
    public static void Write(string file, string text)
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
        using var staged = StagedFile.Create(file, bytes.Length);
        RandomAccess.Write(staged.Handle, bytes, 0);
        staged.Commit();
    }

    private void FixChannels(CondaEnvironment conda, IReadOnlyList<string> allowed)
    {
        if (!conda.Packages.All(package => Installers.Contains(package.Name) && package.Channel.Length == 0))
        {
            return;
        }

        var lines = conda.Source.Text.Split('\n').ToList();
        if (conda is { Channels: [], ChannelsSpan: null, Source.Root: YamlMappingNode { Style: not MappingStyle.Flow, Start.Column: 1 } root })
        {
            lines.InsertRange((int)root.Start.Line - 1, ["channels:", $"- {Replacement}"]);
        }

        var refused = conda.Channels.Where(channel => ChannelRule.IsAnaconda(channel.Text) && !allowed.Contains(channel.Text)).ToList();
        var hasReplacement = conda.Channels.Any(channel => channel.Text == Replacement);
        foreach (var channel in Enumerable.Reverse(refused))
        {
            Replace(lines, channel, isLast: !hasReplacement && channel == refused[0]);
        }

        if (string.Join('\n', lines) is var text && text != conda.Source.Text)
        {
            Write(model.FullPath(model.CondaPath), text);
        }
    }

    private static bool IsRequirementsFile(Requirement requirement) =>
        requirement is { Kind: RequirementKind.RequirementsFile } && requirement.Target == ModelDirectory.RequirementsPath;

    // Only a channel on a line of its own: anything else is left to its author.
    private static void Replace(List<string> lines, LocatedText channel, bool isLast)
    {
        var (index, column) = (channel.Span.Line - 1, channel.Span.Column - 1);
        if (lines[index].TrimEnd('\r', ' ') != lines[index][..column] + channel.Text || lines[index][..column].Trim() != "-")
        {
            return;
        }

        if (isLast)
        {
            lines[index] = lines[index][..column] + Replacement + lines[index][(column + channel.Text.Length)..];
        }
        else
        {
            lines.RemoveAt(index);
        }
    }
}
