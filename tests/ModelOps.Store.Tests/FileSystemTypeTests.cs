using ModelOps.Store.Volumes;
using ModelOps.Testing;

namespace ModelOps.Store.Tests;

public sealed class FileSystemTypeTests
{
    [Theory]
    [InlineData("nfs")]
    [InlineData("nfs4")]
    [InlineData("NFS")]
    [InlineData("cifs")]
    [InlineData("smb3")]
    [InlineData("9p")]
    [InlineData("ceph")]
    [InlineData("lustre")]
    [InlineData("virtiofs")]
    [InlineData("fuse")]
    [InlineData("fuse.sshfs")]
    [InlineData("fuse.blobfuse2")]
    [InlineData("fuse.gcsfuse")]
    [InlineData("fuse.s3fs")]
    [InlineData("fuse.rclone")]
    [InlineData("fuse.glusterfs")]
    [InlineData("network")]
    public void A_file_system_that_other_machines_may_see_is_shared(string type) => Assert.True(FileSystemType.IsShared(type));

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    [InlineData("btrfs")]
    [InlineData("zfs")]
    [InlineData("tmpfs")]
    [InlineData("overlay")]
    [InlineData("fuseblk")]
    [InlineData("fuse.fuse-overlayfs")]
    [InlineData("apfs")]
    [InlineData("NTFS")]
    [InlineData(null)]
    public void A_disk_of_this_machine_is_not_and_neither_is_what_nobody_names(string? type) => Assert.False(FileSystemType.IsShared(type));

    [LinuxFact]
    public void This_machine_says_what_a_path_is_on_though_nothing_is_there()
    {
        Assert.Equal("proc", FileSystemType.Of("/proc/self/nothing/catalog.db"));
        Assert.NotNull(FileSystemType.Of("/nowhere/at/all/catalog.db"));
    }
}
