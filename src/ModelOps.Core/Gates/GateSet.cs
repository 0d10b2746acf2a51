namespace ModelOps.Core.Gates;

/// <summary>The gates without what surrounds them, in the order in which they are shown.</summary>
internal static class GateSet
{
    /// <summary>The gates.</summary>
    public static IReadOnlyList<IGate> All { get; } = Of(GateRooms.All);

    /// <summary>The gates of some rooms.</summary>
    public static IReadOnlyList<IGate> Of(IEnumerable<GateRoom> rooms) => [.. rooms.Select(room => room.Gate)];
}
