namespace ModelOps.Evaluation.Profiles;

/// <summary>Rows without a value.</summary>
internal static class Missing
{
    /// <summary>Their share.</summary>
    public static double Share(long rows, long values) => rows == 0 ? 0 : (double)(rows - values) / rows;
}
