using System.Runtime.Versioning;
using ModelOps.Abstractions.IO;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.IO;

[UnsupportedOSPlatform("windows")]
public sealed class PrivateDirectoryTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly DateTime Now = TimeProvider.System.GetUtcNow().UtcDateTime;

    private readonly TempDirectory _parent = new();

    public void Dispose() => _parent.Dispose();

    [UnixFact]
    public void Nothing_is_left_of_one_that_is_disposed()
    {
        string path;
        using (var directory = new PrivateDirectory())
        {
            path = directory.Path;
            File.WriteAllText(Path.Combine(path, "file"), "x");
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [UnixFact]
    public void What_a_killed_run_left_is_removed_and_nothing_else()
    {
        var dead = Make("modelops-dead");
        var server = Directory.CreateDirectory(_parent.File("modelops-sandbox-1-0"), OwnerOnly).FullName;
        File.WriteAllText(Path.Combine(server, "server.lock"), "");
        var young = Make("modelops~young");
        var shared = Make("modelops-shared");
        File.SetUnixFileMode(shared, OwnerOnly | UnixFileMode.OtherWrite);
        var alive = Make("modelops-alive");
        var old = Directory.CreateDirectory(_parent.File("modelops-without-lock"), OwnerOnly).FullName;
        var linked = Directory.CreateDirectory(_parent.File("elsewhere"), OwnerOnly).FullName;
        Directory.CreateSymbolicLink(_parent.File("modelops-link"), linked);
        File.WriteAllText(Path.Combine(linked, "owner.lock"), "");

        using (File.OpenHandle(Path.Combine(alive, "owner.lock"), FileMode.Open, FileAccess.Write, FileShare.None))
        {
            AbandonedDirectories.Remove(_parent.Path, Now);
        }

        Assert.False(Directory.Exists(dead));
        Assert.All([young, shared, alive, old, linked, server], directory => Assert.True(Directory.Exists(directory), directory));
    }

    [UnixFact]
    public void A_link_in_what_is_removed_is_not_followed()
    {
        var kept = Directory.CreateDirectory(_parent.File("kept")).FullName;
        File.WriteAllText(Path.Combine(kept, "file"), "x");
        var dead = Make("modelops-dead");
        Directory.CreateSymbolicLink(Path.Combine(dead, "link"), kept);

        AbandonedDirectories.Remove(_parent.Path, Now);

        Assert.False(Directory.Exists(dead));
        Assert.True(File.Exists(Path.Combine(kept, "file")));
    }

    [UnixFact]
    public void One_that_a_kill_left_before_it_had_its_lock_goes_later()
    {
        var begun = Directory.CreateDirectory(_parent.File("modelops~begun"), OwnerOnly).FullName;

        AbandonedDirectories.Remove(_parent.Path, Now);
        Assert.True(Directory.Exists(begun));

        AbandonedDirectories.Remove(_parent.Path, Now.AddMinutes(5));
        Assert.False(Directory.Exists(begun));
    }

    [UnixFact]
    public void One_in_use_is_kept_by_any_run()
    {
        using var directory = new PrivateDirectory();
        AbandonedDirectories.Remove(Path.GetTempPath(), Now);

        Assert.True(Directory.Exists(directory.Path));
    }

    private string Make(string name)
    {
        var directory = Directory.CreateDirectory(_parent.File(name), OwnerOnly).FullName;
        var held = Path.Combine(directory, "owner.lock");
        File.WriteAllText(held, "");
        return directory;
    }
}
