namespace ModelOps.Core.Hosting;

/// <summary>What git answers: a value, or the reason why there is none.</summary>
internal sealed record GitAnswer<T>
{
    private readonly T? _value;

    private GitAnswer(T? value, GitRefusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Why there is no value; null when there is one.</summary>
    public GitRefusal? Refusal { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; nobody is to take a default for an answer.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException(Refusal.Words);

    public static implicit operator GitAnswer<T>(T value) => new(value, null);

    public static implicit operator GitAnswer<T>(GitRefusal refusal) => new(default, refusal);
}
