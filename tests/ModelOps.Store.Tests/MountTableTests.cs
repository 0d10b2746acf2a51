using ModelOps.Store.Volumes;

namespace ModelOps.Store.Tests;

public sealed class MountTableTests
{
    private static readonly string[] Machine =
    [
        "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw",
        "22 27 0:21 / /proc rw - proc proc rw",
        "40 27 0:40 / /mnt rw shared:7 - tmpfs none rw",
        @"41 40 0:41 / /mnt/my\040share rw,noatime master:1 - nfs4 server:/x rw,vers=4.2",
        "42 27 0:42 / /home rw - xfs /dev/vdb rw",
        "43 42 0:43 / /home/anna/cloud rw - fuse.sshfs anna@host:/ rw",
        "44 27 0:44 / /data rw - cifs //host/data rw",
        "45 44 0:45 / /data rw - ext4 /dev/vdc rw",
        "46 27 0:46 / /deep/under rw - nfs server:/y rw",
        "47 27 0:47 / /deep rw - btrfs /dev/vdd rw",
        "not a mount",
        "48 27 0:48 / /cut rw -",
    ];

    [Theory]
    [InlineData("/data/catalog.db", "ext4")]
    [InlineData("/mnt/catalog.db", "tmpfs")]
    [InlineData("/mnt/my share/a/catalog.db", "nfs4")]
    [InlineData("/mnt/my shares/catalog.db", "tmpfs")]
    [InlineData("/home/anna/catalog.db", "xfs")]
    [InlineData("/home/anna/cloud/catalog.db", "fuse.sshfs")]
    [InlineData("/srv/catalog.db", "ext4")]
    [InlineData("/deep/under/catalog.db", "btrfs")]
    [InlineData("/cut/catalog.db", "ext4")]
    public void A_path_is_on_the_mount_that_the_kernel_reaches_and_not_on_one_that_another_hides(string path, string type) =>
        Assert.Equal(type, MountTable.TypeOf(MountTable.Parse(Machine), path));

    [Fact]
    public void A_table_without_a_root_or_with_a_circle_says_nothing_that_is_wrong_and_ends()
    {
        Assert.Null(MountTable.TypeOf([], "/a"));
        Assert.Null(MountTable.TypeOf([new(2, 1, "/a", "nfs")], "/a/b"));
        Assert.NotNull(MountTable.TypeOf([new(1, 0, "/", "ext4"), new(2, 1, "/", "xfs"), new(3, 2, "/a", "nfs"), new(3, 3, "/a", "nfs")], "/a/b"));
    }

    [Fact]
    public void Of_any_mounts_in_any_order_the_last_one_that_was_made_over_a_path_has_it()
    {
        var random = new Random(13);
        for (var round = 0; round < 2000; round++)
        {
            var mounts = new List<MountEntry> { new(1, 0, "/", "type1") };
            for (var id = 2; id < 9; id++)
            {
                var point = Path(random, 1 + random.Next(3));
                mounts.Add(new(id, Holder(mounts, point).Id, point, $"type{id}"));
            }

            var path = Path(random, 4);
            var shuffled = mounts.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(Holder(mounts, path).Type, MountTable.TypeOf(shuffled, path));
        }
    }

    // Each mount covers what is below its point, also mounts of before.
    private static MountEntry Holder(List<MountEntry> made, string path) => made.Last(mount => mount.Covers(path));

    private static string Path(Random random, int depth) => string.Concat(Enumerable.Range(0, depth).Select(_ => "/" + "ab"[random.Next(2)]));
}
