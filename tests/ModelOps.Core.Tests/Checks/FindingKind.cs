namespace ModelOps.Core.Tests.Checks;

/// <summary>A kind of finding, made by one change of a good model, beside the nearest change that does not make it.</summary>
/// <param name="Code">Code of the finding.</param>
/// <param name="Spoil">Makes it.</param>
/// <param name="Neighbour">Comes close.</param>
internal sealed record FindingKind(string Code, Action<CheckLab> Spoil, Action<CheckLab> Neighbour)
{
    /// <summary>The section <c>check</c> of modelops.yml for the neighbour, where that is the difference.</summary>
    public string? NeighbourSection { get; init; }
}
