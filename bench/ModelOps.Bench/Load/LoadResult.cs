namespace ModelOps.Bench.Load;

/// <summary>What a load showed.</summary>
/// <param name="Rate">Good answers a second.</param>
/// <param name="Median">Half of them took no longer, in milliseconds.</param>
/// <param name="Slow">99 of 100 took no longer, in milliseconds.</param>
/// <param name="Errors">Answers that were not good.</param>
internal sealed record LoadResult(double Rate, double Median, double Slow, int Errors)
{
    /// <inheritdoc />
    public override string ToString() => $"{LoadProgram.Text(Rate)} {LoadProgram.Text(Median)} {LoadProgram.Text(Slow)} {Errors}";
}
