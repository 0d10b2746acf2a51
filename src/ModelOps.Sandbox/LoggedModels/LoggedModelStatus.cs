namespace ModelOps.Sandbox.LoggedModels;

/// <summary>How far the upload of a logged model is: names on the wire by the number in the store.</summary>
internal static class LoggedModelStatus
{
    public const int Pending = 1;

    public static readonly IReadOnlyDictionary<string, int> Choices = new Dictionary<string, int>
    {
        ["LOGGED_MODEL_STATUS_UNSPECIFIED"] = 0,
        ["LOGGED_MODEL_PENDING"] = Pending,
        ["LOGGED_MODEL_READY"] = 2,
        ["LOGGED_MODEL_UPLOAD_FAILED"] = 3,
    };

    /// <summary>The name of a number.</summary>
    public static string Name(long status) =>
        Choices.FirstOrDefault(choice => choice.Value == status).Key ?? "LOGGED_MODEL_STATUS_UNSPECIFIED";
}
