namespace ModelOps.Sandbox.Rpc;

/// <summary>Headers of every answer: no browser guesses types or frames a page of this server.</summary>
internal static class SecurityHeaders
{
    /// <summary>Adds the headers.</summary>
    public static void Add(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    /// <summary>Begins an answer anew.</summary>
    /// <param name="response">The answer; none of it has been sent.</param>
    /// <param name="status">Its status.</param>
    public static void Reset(HttpResponse response, int status)
    {
        response.Clear();
        response.StatusCode = status;
        Add(response);
    }
}
