namespace ModelOps.Architecture.Tests.Fixtures.South;

/// <summary>Names the north inside a body only, after an await, in a local function.</summary>
internal sealed class Penguin
{
    public static async Task<int> WalkAsync()
    {
        await Task.Yield();
        return Count();

        static int Count() => new North.Compass([]).Seen.Count;
    }
}
