using System.Diagnostics;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http.Ini;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Http;

public sealed class SecretFileTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_that_is_not_there_is_no_failure() => Assert.Null(SecretFile.Read(_directory.File("none")));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => Assert.Equal("v", SecretFile.Read(Write([0xef, 0xbb, 0xbf, .. "[s]\nk=v"u8]))!.Find("s", "k"));

    [Fact]
    public void An_empty_value_is_none() => Assert.Null(SecretFile.Read(Write("[s]\nk ="u8.ToArray()))!.Find("s", "k"));

    [Fact]
    public void A_line_that_is_not_understood_is_named_and_not_shown()
    {
        var path = Write("[s]\nk = canary %\n"u8.ToArray());
        var failure = Assert.Throws<ModelOpsException>(() => SecretFile.Read(path)!.Find("s", "k"));
        Assert.Equal((ExitCode.BadInput, "MOP2102"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Equal(new SourceSpan(path, 2), failure.Diagnostics[0].Span);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Refused(Write([0x5b, 0xff, 0x5d]), "not UTF-8");

    [Fact]
    public void A_file_has_a_largest_size()
    {
        Assert.NotNull(SecretFile.Read(Write([.. "#"u8, .. new byte[65_535].Select(_ => (byte)'x')])));
        Refused(Write([.. "#"u8, .. new byte[65_536].Select(_ => (byte)'x')]), "more than 65536 bytes");
    }

    [Fact]
    public void A_directory_is_refused() => Refused(_directory.Path, "is a directory");

    [UnixFact]
    public void A_pipe_is_refused_at_once()
    {
        var pipe = _directory.File("pipe");
        using var process = Process.Start(new ProcessStartInfo("mkfifo") { ArgumentList = { pipe } })!;
        process.WaitForExit();
        Refused(pipe, "a pipe or a device");
        Refused("/dev/zero", "a pipe or a device");
    }

    [UnixTheory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead, true)]
    public void A_file_that_others_can_read_is_known_also_through_a_link(UnixFileMode mode, bool isOpen)
    {
        var path = Write("[s]\n"u8.ToArray());
        SetMode(path, mode);
        File.CreateSymbolicLink(_directory.File("link"), path);
        Assert.Equal((isOpen, isOpen), (SecretFile.Read(path)!.IsOpenToOthers, SecretFile.Read(_directory.File("link"))!.IsOpenToOthers));
    }

#pragma warning disable CA1416 // Called on Unix only.
    private static void SetMode(string path, UnixFileMode mode) => File.SetUnixFileMode(path, mode);
#pragma warning restore CA1416

    private static void Refused(string path, string problem)
    {
        var failure = Assert.Throws<ModelOpsException>(() => SecretFile.Read(path));
        Assert.Equal("MOP2102", failure.Diagnostics[0].Code);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    private string Write(byte[] bytes)
    {
        var path = _directory.File(Guid.NewGuid().ToString("n"));
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
