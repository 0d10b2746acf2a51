namespace ModelOps.Core.Models;

/// <summary>What MLflow does with a path that MLmodel names.</summary>
internal enum PathUse
{
    /// <summary>It joins the path to the model's root.</summary>
    Joined,

    /// <summary>It takes the last part, which it has copied to the root: the place that the file came from is only remembered.</summary>
    LastPart,

    /// <summary>It joins the path to the root and adds endings to it.</summary>
    Stem,
}
