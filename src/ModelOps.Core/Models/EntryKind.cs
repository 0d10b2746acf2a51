namespace ModelOps.Core.Models;

/// <summary>What a relative path names in a model directory.</summary>
internal enum EntryKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link or junction, or something below one.</summary>
    Link,

    /// <summary>A pipe, a socket or a device.</summary>
    Special,

    /// <summary>The path is not a safe relative path; nothing was looked at.</summary>
    Unsafe,
}
