using System.Diagnostics;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Packaging;

public sealed class DirectoryContentTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string Root => _directory.File("model");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Files_are_listed_in_the_order_of_their_bytes()
    {
        Write("MLmodel", "z", "a/z", "a-1", "\U0001F600", "\uFFFD", "a.b/c", "a/\u00E8");
        Assert.Equal(["MLmodel", "a-1", "a.b/c", "a/z", "a/\u00E8", "z", "\uFFFD", "\U0001F600"], Paths());
    }

    [Fact]
    public void Files_of_git_at_the_root_are_left_out_and_only_there()
    {
        Write("MLmodel", ".git/config", ".gitattributes", ".github/workflows/x.yml", ".gitignore", "code/.gitignore", ".gitkeep", ".hidden");
        Assert.Equal([".gitkeep", ".hidden", "MLmodel", "code/.gitignore"], Paths());
    }

    [UnixFact]
    public void In_a_copy_of_a_version_every_file_counts()
    {
        Write("MLmodel", "a#b", "code/.git/x", "code/__pycache__/a.pyc", ".DS_Store");
        Assert.Equal([".DS_Store", "MLmodel", "a#b", "code/.git/x", "code/__pycache__/a.pyc"], DirectoryContent.OpenAsIs(Root).Files.Select(file => file.Path));
    }

    [UnixFact]
    public void A_link_of_the_name_of_a_leftover_is_a_link()
    {
        Write("MLmodel");
        Directory.CreateSymbolicLink(Path.Combine(Root, "__pycache__"), Root);
        Assert.Equal("MOP1501", Assert.Single(Assert.Throws<ModelOpsException>(() => DirectoryContent.Open(Root)).Diagnostics).Code);
    }

    [Fact]
    public void A_directory_named_with_a_trailing_separator_or_through_a_link_is_the_same()
    {
        Write("MLmodel", "a/b");
        Directory.CreateSymbolicLink(_directory.File("current"), Root);
        Assert.Equal(["MLmodel", "a/b"], DirectoryContent.Open(Root + Path.DirectorySeparatorChar).Files.Select(file => file.Path));
        Assert.Equal(["MLmodel", "a/b"], DirectoryContent.Open(_directory.File("current")).Files.Select(file => file.Path));
    }

    [Fact]
    public void Every_link_is_refused_and_none_is_followed()
    {
        Write("MLmodel", "a/b");
        var secret = _directory.File("secret");
        File.WriteAllText(secret, "canary");
        Directory.CreateDirectory(_directory.File("outside/..dir"));
        File.CreateSymbolicLink(Path.Combine(Root, "a", "file-link"), secret);
        File.CreateSymbolicLink(Path.Combine(Root, "inner-link"), Path.Combine(Root, "MLmodel"));
        File.CreateSymbolicLink(Path.Combine(Root, "dangling"), _directory.File("nowhere"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "dir-link"), _directory.File("outside"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "loop"), Root);
        var failure = Assert.Throws<ModelOpsException>(() => DirectoryContent.Open(Root));
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.Equal(
            ["'a/file-link'", "'dangling'", "'dir-link'", "'inner-link'", "'loop'"],
            failure.Diagnostics.Where(problem => problem.Code == "MOP1501").Select(problem => problem.Message.Split(' ')[0]));
        Assert.Equal("canary", File.ReadAllText(secret));
    }

    [Fact]
    public async Task A_directory_that_becomes_a_link_after_it_was_listed_is_not_followed()
    {
        Write("MLmodel", "a/b");
        Directory.CreateDirectory(_directory.File("outside"));
        await File.WriteAllTextAsync(_directory.File("outside/b"), "secret");
        await using var content = DirectoryContent.Open(Root);
        Directory.Delete(Path.Combine(Root, "a"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(Root, "a"), _directory.File("outside"));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => content.OpenReadAsync(content.Files[1], CancellationToken.None));
        Assert.Equal("MOP1501", failure.Diagnostics[0].Code);
    }

    [UnixFact]
    public void All_unsafe_and_colliding_names_are_reported_at_once()
    {
        Write("MLmodel", "back\\slash", "nul.txt", "line\nbreak", "Weights", "weights", "dot.");
        var failure = Assert.Throws<ModelOpsException>(() => DirectoryContent.Open(Root));
        Assert.Equal(["MOP1502", "MOP1502", "MOP1502", "MOP1502", "MOP1503"], failure.Diagnostics.Select(problem => problem.Code).Order());
    }

    [UnixFact]
    public void A_pipe_is_refused_without_being_opened()
    {
        Write("MLmodel");
        Run("mkfifo", Path.Combine(Root, "pipe"));
        var failure = Assert.Throws<ModelOpsException>(() => DirectoryContent.Open(Root));
        Assert.Contains("'pipe' is a pipe or a device", failure.Diagnostics.Single().Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_name_that_is_not_unicode_is_refused()
    {
        Write("MLmodel");
        Run("/bin/sh", "-c", "printf x > \"$1/$(printf 'caf\\351')\"", "sh", Root);
        var failure = Assert.Throws<ModelOpsException>(() => DirectoryContent.Open(Root));
        Assert.Contains("not Unicode", failure.Diagnostics.Single().Message, StringComparison.Ordinal);
        Run("rm", "-r", Root); // .NET cannot name the file to delete it.
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private string[] Paths() => [.. DirectoryContent.Open(Root).Files.Select(file => file.Path)];

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
            File.WriteAllText(Path.Combine(Root, path), path);
        }
    }
}
