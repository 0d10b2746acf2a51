using ModelOps.Faults.Tests.Cells;

namespace ModelOps.Faults.Tests.Duels;

/// <summary>Two calls at one moment.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
internal sealed record Duel(string Name, Scenario First, Scenario Second)
{
    private static readonly Scenario Promote = new("promote", "promote", ("To", "staging"), ("Alias", "candidate"));
    private static readonly Scenario Register = new("register", "register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "candidate"));
    private static readonly Scenario Rollback = new("rollback", "rollback", ("Environment", "staging"), ("Alias", "candidate"), ("Reason", "slow"));

    /// <summary>Makes what is there before.</summary>
    public required Func<FaultSubject, Task> Prepare { get; init; }

    /// <summary>Whether one of them moves the alias back.</summary>
    public bool GoesBack { get; init; }

    /// <summary>The duels.</summary>
    public static IReadOnlyList<Duel> All { get; } =
    [
        new("two promotions", Of(2), Of(3)) { Prepare = PrepareAsync },
        new("one package twice", Register, Register) { Prepare = subject => subject.PackageAsync("one") },
        new("promotion and rollback", Of(3), Rollback) { Prepare = PrepareForRollbackAsync, GoesBack = true },
    ];

    private static Scenario Of(int version) => Promote with { Arguments = [.. Promote.Arguments, ("Version", $"{version}")] };

    private static async Task PrepareAsync(FaultSubject subject)
    {
        foreach (var content in (string[])["one", "two", "three"])
        {
            await subject.PackageAsync(content);
            await subject.Lab.DoAsync<object>("register", Register.Arguments);
        }

        await subject.Lab.DoAsync<object>("promote", Of(1).Arguments);
    }

    private static async Task PrepareForRollbackAsync(FaultSubject subject)
    {
        await PrepareAsync(subject);
        await subject.Lab.DoAsync<object>("promote", Of(2).Arguments);
    }
}
