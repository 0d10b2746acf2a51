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
        var young = Make("modelops-young", age: TimeSpan.FromSeconds(5));
        var shared = Make("modelops-shared");
        File.SetUnixFileMode(shared, OwnerOnly | UnixFileMode.OtherWrite);
        var alive = Make("modelops-alive");
        var old = Directory.CreateDirectory(_parent.File("modelops-without-lock"), OwnerOnly).FullName;
        var linked = Directory.CreateDirectory(_parent.File("elsewhere"), OwnerOnly).FullName;
        Directory.CreateSymbolicLink(_parent.File("modelops-link"), linked);
        File.WriteAllText(Path.Combine(linked, "owner.lock"), "");
        File.SetLastWriteTimeUtc(Path.Combine(linked, "owner.lock"), Now.AddHours(-1));

        using (File.OpenHandle(Path.Combine(alive, "owner.lock"), FileMode.Open, FileAccess.Write, FileShare.None))
        {
            PrivateDirectory.RemoveAbandoned(_parent.Path, Now);
        }

        Assert.False(Directory.Exists(dead));
        Assert.All([young, shared, alive, old, linked], directory => Assert.True(Directory.Exists(directory), directory));
    }

    [UnixFact]
    public void A_link_in_what_is_removed_is_not_followed()
    {
        var kept = Directory.CreateDirectory(_parent.File("kept")).FullName;
        File.WriteAllText(Path.Combine(kept, "file"), "x");
        var dead = Make("modelops-dead");
        Directory.CreateSymbolicLink(Path.Combine(dead, "link"), kept);

        PrivateDirectory.RemoveAbandoned(_parent.Path, Now);

        Assert.False(Directory.Exists(dead));
        Assert.True(File.Exists(Path.Combine(kept, "file")));
    }

    private string Make(string name, TimeSpan? age = null)
    {
        var directory = Directory.CreateDirectory(_parent.File(name), OwnerOnly).FullName;
        var held = Path.Combine(directory, "owner.lock");
        File.WriteAllText(held, "");
        File.SetLastWriteTimeUtc(held, Now - (age ?? TimeSpan.FromHours(1)));
        return directory;
    }
}
