using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Cache;
using ModelOps.Core.Packaging;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gathering;

public sealed class PredictionCacheTests : IDisposable
{
    private const string Key = "0123456789abcdef";

    private static readonly ContentIdentity Model = new("sha256:model", "sha256:manifest");

    private readonly GatheringLab _lab = new();

    public void Dispose() => _lab.Dispose();

    private string Entry => _lab.File($".modelops/predictions/{Key}.csv");

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task Predictions_and_metrics_that_were_kept_are_found(string format)
    {
        await KeepAsync(format);
        var found = await FindAsync(format);

        Assert.Equal(("y,p\n1,0.5\n", "{}"), (File.ReadAllText(found!.Predictions), File.ReadAllText(found.Metrics!)));
        Assert.EndsWith("." + format, found.Predictions, StringComparison.Ordinal);
        Assert.Null(await new PredictionCache(_lab.Root).FindAsync("other", format, _lab.NewOutput(), default));
    }

    [UnixTheory]
    [InlineData("csv")]
    [InlineData("metrics.json")]
    public async Task A_damaged_entry_is_not_used_and_leaves_nothing_behind(string part)
    {
        await KeepAsync("csv");
        var file = _lab.File($".modelops/predictions/{Key}.{part}");
        File.WriteAllText(file, File.ReadAllText(file).Replace("5", "6", StringComparison.Ordinal) + " ");
        var output = _lab.NewOutput();

        Assert.Null(await new PredictionCache(_lab.Root).FindAsync(Key, "csv", output, default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(output));
        await KeepAsync("csv");
        Assert.NotNull(await FindAsync("csv"));
    }

    [UnixTheory]
    [InlineData("link")]
    [InlineData("pipe")]
    [InlineData("directory")]
    [InlineData("note")]
    [InlineData("folder link")]
    public async Task An_entry_that_is_no_plain_file_is_not_used(string kind)
    {
        await KeepAsync("csv");
        var kept = _lab.Write("elsewhere.csv", File.ReadAllText(Entry));
        switch (kind)
        {
            case "note":
                File.WriteAllText(_lab.File($".modelops/predictions/{Key}.note.json"), "{\"Predictions\":");
                break;
            case "folder link":
                Directory.Move(_lab.File(".modelops/predictions"), _lab.File("moved"));
                File.CreateSymbolicLink(_lab.File(".modelops/predictions"), _lab.File("moved"));
                break;
            default:
                File.Delete(Entry);
                Replace(kind, kept);
                break;
        }

        Assert.Null(await FindAsync("csv"));
    }

    [UnixFact]
    public async Task A_directory_that_is_a_link_is_not_written_through()
    {
        Directory.CreateDirectory(_lab.File("elsewhere"));
        File.CreateSymbolicLink(_lab.File(".modelops"), _lab.File("elsewhere"));

        Assert.Contains("is a link", await KeepAsync("csv"), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_lab.File("elsewhere")));
    }

    [Fact]
    public async Task The_key_changes_with_everything_that_predictions_depend_on()
    {
        _lab.Write("predict.py", "one");
        var section = GatheringLab.Evaluation("python predict.py {model}");
        var command = TeamCommand.Of(section)!;
        string[] keys =
        [
            await KeyAsync(Model, "data", command, "csv"),
            await KeyAsync(Model with { Digest = "x" }, "data", command, "csv"),
            await KeyAsync(Model with { Manifest = "x" }, "data", command, "csv"),
            await KeyAsync(Model, "x", command, "csv"),
            await KeyAsync(Model, "data", command, "jsonl"),
            await KeyAsync(Model, "data", TeamCommand.Of(section with { Run = "python predict.py '{model} '" })!, "csv"),
            await KeyAsync(Model, "data", TeamCommand.Of(section with { Directory = "." })!, "csv"),
        ];
        File.Delete(_lab.File("predict.py"));
        File.CreateSymbolicLink(_lab.File("predict.py"), _lab.Write("shared.py", "two"));
        var changed = await KeyAsync(Model, "data", command, "csv");
        _lab.Write("shared.py", "one");

        Assert.Equal(8, keys.Append(changed).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(keys[0], await KeyAsync(Model, "data", TeamCommand.Of(section with { Timeout = ModelOps.Core.Contract.Duration.Parse("1s") })!, "csv"));
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{64}$", key));
    }

    private Task<string> KeyAsync(ContentIdentity model, string data, TeamCommand command, string format) =>
        PredictionKey.ComputeAsync(model, data, command, format, _lab.Root, default);

    private void Replace(string kind, string target)
    {
        if (kind == "link")
        {
            File.CreateSymbolicLink(Entry, target);
        }
        else if (kind == "pipe")
        {
            GatheringLab.MakePipe(Entry);
        }
        else
        {
            Directory.CreateDirectory(Entry);
        }
    }

    private Task<string?> KeepAsync(string format)
    {
        var output = _lab.NewOutput();
        File.WriteAllText(Path.Combine(output, "p"), "y,p\n1,0.5\n");
        File.WriteAllText(Path.Combine(output, "m"), "{}");
        return new PredictionCache(_lab.Root).KeepAsync(Key, format, new(Path.Combine(output, "p"), Path.Combine(output, "m")), default);
    }

    private Task<PredictionFiles?> FindAsync(string format) => new PredictionCache(_lab.Root).FindAsync(Key, format, _lab.NewOutput(), default);
}
