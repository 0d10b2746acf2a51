namespace ModelOps.Core.Hosting.Comments;

/// <summary>The line that nobody sees, by which a comment is found again.</summary>
internal static class CommentMarker
{
    /// <summary>Stands for the models of a call for several; no encoded name is it.</summary>
    public const string Several = "*";

    /// <summary>The line for a call.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="model">The model that the call is about; null when none is said, and <see cref="Several"/>.</param>
    /// <param name="environment">The environment that the call says; null when it says none.</param>
    public static string Of(string verb, string? model, string? environment) =>
        $"<!-- modelops report verb={Encode(verb)} model={(model == Several ? Several : Encode(model))} environment={Encode(environment)} -->";

    // What is left are letters, digits, '.', '_', '~' and '%': no name ends the line, and none looks like another field.
    private static string Encode(string? text) => Uri.EscapeDataString(text ?? "").Replace("-", "%2D", StringComparison.Ordinal);
}
