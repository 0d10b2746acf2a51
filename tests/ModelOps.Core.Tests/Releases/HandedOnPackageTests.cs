using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Packages that another job made.</summary>
public sealed class HandedOnPackageTests : IDisposable
{
    private readonly CiLab _ci = new(hasPolicy: false);

    public void Dispose() => _ci.Dispose();

    [Fact]
    public async Task The_record_beside_a_package_confirms_the_commit()
    {
        var registered = await _ci.RegisterAsync(await _ci.HandOnAsync(withRecord: true));
        var promoted = await _ci.PromoteAsync("staging", ("Alias", "champion"));

        Assert.Empty(CiLab.Codes(registered));
        Assert.True(promoted.ExitCode == ExitCode.Ok, ReleaseLab.Describe(promoted));
        Assert.False((await _ci.TagsAsync(registered)).ContainsKey(VersionTags.Provenance));
    }

    [Fact]
    public async Task Without_the_record_the_hosts_commit_is_not_confirmed_and_there_is_no_champion_until_it_is()
    {
        var package = await _ci.HandOnAsync(withRecord: false);
        var registered = await _ci.RegisterAsync(package);
        var tags = await _ci.TagsAsync(registered);
        Assert.Equal(["MOP3031"], CiLab.Codes(registered));
        Assert.Equal((_ci.Main, "unconfirmed"), (tags[VersionTags.Commit], tags[VersionTags.Provenance]));
        Assert.False(((RegisterResult)(await _ci.RegisterAsync(package)).Result!).Created);

        var refused = await _ci.PromoteAsync("staging", ("Alias", "champion"));
        Assert.Equal((ExitCode.GateFailed, "MOP3031"), (refused.ExitCode, Assert.Single(CiLab.Codes(refused))));
        Assert.Equal(ExitCode.Ok, (await _ci.PromoteAsync("staging", ("Alias", "candidate"))).ExitCode);

        // The copy in staging is the same content, and its origin not confirmed either.
        var confirmed = await _ci.RegisterAsync(await _ci.HandOnAsync(withRecord: true));
        Assert.True(((RegisterResult)confirmed.Result!).Created);
        var promoted = await _ci.PromoteAsync("staging", ("Alias", "champion"));
        Assert.True(promoted.ExitCode == ExitCode.Ok, ReleaseLab.Describe(promoted));
    }

    [Fact]
    public async Task A_package_of_another_commit_is_not_registered_under_the_hosts()
    {
        var package = await _ci.HandOnAsync(withRecord: true);
        var made = _ci.Main;
        _ci.Release.Git.Commit("later");
        _ci.Push();

        var registered = await _ci.RegisterAsync(package);

        var tags = await _ci.TagsAsync(registered);
        Assert.Equal(["MOP3030"], CiLab.Codes(registered));
        Assert.Equal((made, false), (tags[VersionTags.Commit], tags.ContainsKey(VersionTags.Branch)));
    }

    [Fact]
    public async Task On_a_machine_without_a_build_host_the_record_says_the_commit_too()
    {
        _ci.Release.Environment.Remove("GITHUB_ACTIONS");
        var package = await _ci.HandOnAsync(withRecord: true);
        var made = _ci.Main;
        _ci.Release.Git.Commit("later");

        var registered = await _ci.RegisterAsync(package);

        var tags = await _ci.TagsAsync(registered);
        Assert.Empty(CiLab.Codes(registered));
        Assert.Equal((made, false), (tags[VersionTags.Commit], tags.ContainsKey(VersionTags.Branch)));
    }

    [UnixTheory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("[[[[[[[[[[")]
    [InlineData("COMMENT RECORD")]
    [InlineData("RECORD RECORD")]
    [InlineData("OTHER")]
    [InlineData("UPPER")]
    [InlineData("LONG")]
    [InlineData("LINK")]
    [InlineData("PIPE")]
    [InlineData("DIRECTORY")]
    public async Task A_record_that_is_not_the_text_of_this_package_is_not_taken(string kind)
    {
        var package = await _ci.HandOnAsync(withRecord: true);
        var file = $"{package}.provenance.json";
        var text = await File.ReadAllTextAsync(file);
        File.Delete(file);
        switch (kind)
        {
            case "LINK":
                await File.WriteAllTextAsync($"{file}.real", text);
                File.CreateSymbolicLink(file, $"{file}.real");
                break;
            case "PIPE":
                System.Diagnostics.Process.Start("mkfifo", [file]).WaitForExit();
                break;
            case "DIRECTORY":
                Directory.CreateDirectory(file);
                break;
            default:
                await File.WriteAllBytesAsync(file, Encoding.UTF8.GetBytes(kind switch
                {
                    "OTHER" => text.Replace(text.Split("sha256:")[1][..64], new string('0', 64), StringComparison.Ordinal),
                    "UPPER" => text.Replace(_ci.Main, _ci.Main.ToUpperInvariant(), StringComparison.Ordinal),
                    "LONG" => text + new string(' ', 100_000),
                    "COMMENT RECORD" => "// text\n" + text,
                    "RECORD RECORD" => text + text,
                    _ => kind,
                }));
                break;
        }

        var registered = await _ci.RegisterAsync(package);

        Assert.Equal(["MOP3032", "MOP3031"], CiLab.Codes(registered));
        Assert.Equal("unconfirmed", (await _ci.TagsAsync(registered))[VersionTags.Provenance]);
    }

    [Fact]
    public async Task Package_writes_the_record_beside_the_archive_and_none_where_nobody_knows_the_commit()
    {
        var package = Path.Combine(_ci.Release.Path, await _ci.Release.PackageAsync());
        var bytes = await File.ReadAllBytesAsync(package);
        Assert.Contains($"\"commit\": \"{_ci.Main}\"", await File.ReadAllTextAsync($"{package}.provenance.json"), StringComparison.Ordinal);

        // The archive is the same bytes whichever commit it is made from.
        _ci.Release.Git.Commit("later");
        await _ci.Release.PackageAsync();
        Assert.Equal(bytes, await File.ReadAllBytesAsync(package));
        Assert.Contains($"\"commit\": \"{_ci.Main}\"", await File.ReadAllTextAsync($"{package}.provenance.json"), StringComparison.Ordinal);

        using var directory = new TempDirectory();
        TestFiles.CopyDirectory(Path.Combine(_ci.Release.Path, "models/diabetes"), directory.File("model"));
        await _ci.Release.RunAsync("package", ("Path", directory.File("model")), ("Output", package));
        Assert.False(File.Exists($"{package}.provenance.json"));
    }

    [Fact]
    public async Task A_package_that_is_not_the_one_that_was_checked_is_refused_before_anything_is_written()
    {
        var package = await _ci.HandOnAsync(withRecord: true);
        var refused = await _ci.RegisterAsync(package, ("ExpectDigest", $"sha256:{new string('0', 64)}"));
        Assert.Equal((ExitCode.GateFailed, "MOP3033"), (refused.ExitCode, Assert.Single(CiLab.Codes(refused))));
        Assert.False(File.Exists(Path.Combine(_ci.Release.Path, ".modelops/dev.db")));

        var digest = ((RegisterResult)(await _ci.RegisterAsync(package)).Result!).Digest;
        Assert.Equal(ExitCode.Ok, (await _ci.RegisterAsync(package, ("ExpectDigest", digest))).ExitCode);
    }

    [Fact]
    public async Task A_version_that_gets_no_commit_is_warned_of()
    {
        _ci.Release.Environment.Remove("GITHUB_ACTIONS");
        Directory.Move(Path.Combine(_ci.Release.Path, ".git"), Path.Combine(_ci.Release.Path, ".elsewhere"));

        Assert.Equal(["MOP3034"], CiLab.Codes(await _ci.RegisterAsync()));
    }
}
