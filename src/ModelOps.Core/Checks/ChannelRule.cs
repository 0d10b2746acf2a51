using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>conda packages come from allowed channels, and not from Anaconda's own unless that is allowed by name.</summary>
internal sealed class ChannelRule : ICheckRule
{
    private static readonly string[] Anaconda = ["defaults", "main", "anaconda", "r", "msys2"];

    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Conda?.Value is not { } conda || model.Conda.Problems.Any(problem => problem.Severity == Severity.Error))
        {
            return [];
        }

        var places = conda.Channels.Concat(conda.Packages
            .Where(package => package.Channel.Length > 0)
            .Select(package => new LocatedText(package.Channel, package.Span)));
        IEnumerable<Diagnostic> absent = conda.Channels.Count > 0 || limits.Channels.Contains("defaults")
            ? []
            : [CheckDiagnostics.DefaultsChannel.At(
                "No channel is named, so conda uses defaults.", conda.ChannelsSpan ?? new(conda.Source.File, 1, 1))];
        return [.. absent, .. places.Select(place => Check(place, limits)).OfType<Diagnostic>()];
    }

    /// <summary>Whether a channel is Anaconda's own.</summary>
    public static bool IsAnaconda(string channel) =>
        Anaconda.Contains(channel, StringComparer.OrdinalIgnoreCase)
        || channel.Contains("repo.anaconda.com", StringComparison.OrdinalIgnoreCase)
        || channel.StartsWith("pkgs/", StringComparison.OrdinalIgnoreCase);

    private static Diagnostic? Check(LocatedText channel, CheckSection limits)
    {
        var name = channel.Text.TrimEnd('/');
        const string Hosted = "https://conda.anaconda.org/";
        name = name.StartsWith(Hosted, StringComparison.OrdinalIgnoreCase) ? name[Hosted.Length..] : name;

        // A label is a part of its channel; without one it is main.
        var owner = name.Split("/label/")[0];
        if (name == "nodefaults" || limits.Channels.Contains(owner) || limits.Channels.Contains(name) || limits.Channels.Contains(channel.Text))
        {
            return null;
        }

        return IsAnaconda(owner)
            ? CheckDiagnostics.DefaultsChannel.At($"'{channel.Text}' is a channel of Anaconda.", channel.Span)
            : CheckDiagnostics.ChannelRefused.At(
                $"Expected one of {string.Join(", ", limits.Channels)}; found '{channel.Text}'.", channel.Span);
    }
}
