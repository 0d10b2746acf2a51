using System.Net;
using System.Text.RegularExpressions;
using ModelOps.Core.Contract;
using ModelOps.Core.Processes;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>The picture in README shows calls that can be made, and what they print.</summary>
public sealed partial class PictureTests
{
    private static readonly string[] Lines = [.. Line().Matches(File.ReadAllText(Path.Combine(TestFiles.Root, "docs", "images", "terminal.svg")))
        .Select(line => WebUtility.HtmlDecode(line.Groups[1].Value).Replace('\u00a0', ' '))];

    [Fact]
    public void Its_calls_are_calls_and_its_columns_and_names_are_outputs()
    {
        var calls = Lines.Index().Where(line => line.Item.StartsWith("$ ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["rollback", "status", "history"], calls.Select(call => call.Item.Split(' ')[2]));
        foreach (var ((start, call), end) in calls.Zip(calls.Skip(1).Select(next => next.Index).Append(Lines.Length)))
        {
            Assert.True(CommandText.TrySplit(call[2..], out var words, out var problem), problem);
            var verb = VerbCatalog.All.Single(candidate => candidate.Name == words[1]);
            Assert.Subset(verb.Inputs.Select(input => $"--{input.Name.Kebab}").ToHashSet(), words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ToHashSet());
            Assert.Subset(OutputsOf(verb), NamesIn(Lines[(start + 1)..end]).ToHashSet());
        }
    }

    // Headings have a line below them, a name has one value beside it.
    private static IEnumerable<string> NamesIn(string[] page) => page.Length > 1 && page[1].StartsWith('─')
        ? Gaps().Split(page[0])
        : page.Select(line => Pair().Match(line)).Where(pair => pair.Success).Select(pair => pair.Groups[1].Value);

    private static HashSet<string> OutputsOf(VerbDescriptor verb) =>
    [
        .. verb.Outputs.Where(output => !output.IsTable).Select(output => output.Name.Kebab),
        .. verb.Outputs.Where(output => output.IsTable).SelectMany(output => InputTypes.ItemTypeOf(output.ValueType)!.GetProperties()).Select(property => OutputColumn.NameOf(property.Name)),
    ];

    [GeneratedRegex("<text [^>]*>([^<]*)</text>")]
    private static partial Regex Line();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^([a-z-]+) {2,}[^ ]+$")]
    private static partial Regex Pair();
}
