namespace ModelOps.Abstractions.Text.Unicode;

/// <summary>Scripts whose letters look like one another's.</summary>
[Flags]
internal enum Scripts
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Latin.</summary>
    Latin = 1,

    /// <summary>Greek.</summary>
    Greek = 2,

    /// <summary>Cyrillic.</summary>
    Cyrillic = 4,
}
