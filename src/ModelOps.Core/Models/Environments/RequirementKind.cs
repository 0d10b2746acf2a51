namespace ModelOps.Core.Models.Environments;

/// <summary>What a line for pip asks for.</summary>
internal enum RequirementKind
{
    /// <summary>One version: <c>name==1.2</c>.</summary>
    Pinned,

    /// <summary>Some versions: <c>name&gt;=1.2</c>.</summary>
    Range,

    /// <summary>Any version.</summary>
    Unpinned,

    /// <summary>Another requirements file: <c>-r</c>.</summary>
    RequirementsFile,

    /// <summary>A constraints file: <c>-c</c>.</summary>
    ConstraintsFile,

    /// <summary>A source tree: <c>-e</c>.</summary>
    Editable,

    /// <summary>A repository: <c>git+https://...</c>.</summary>
    Vcs,

    /// <summary>A file on a server.</summary>
    Url,

    /// <summary>A file or directory on this machine.</summary>
    Path,

    /// <summary>The package index: <c>--index-url</c>.</summary>
    Index,

    /// <summary>A further package index: <c>--extra-index-url</c>, or pages of links: <c>--find-links</c>.</summary>
    ExtraIndex,

    /// <summary>Any other option.</summary>
    Option,

    /// <summary>None of these.</summary>
    Invalid,
}
