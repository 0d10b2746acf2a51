using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Rpc;

/// <summary>Turns failures of calls into answers.</summary>
internal static class FaultAnswer
{
    /// <summary>Runs what comes next; a failure becomes MLflow's JSON, a defect its page for internal errors, and a line of the log.</summary>
    public static async Task GuardAsync(HttpContext http, Behavior behavior, DefectLog defects, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (MlflowFault fault) when (!http.Response.HasStarted)
        {
            await AnswerJson.WriteAsync(http.Response, fault, behavior, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (BadHttpRequestException failure) when (!http.Response.HasStarted)
        {
            SecurityHeaders.Reset(http.Response, failure.StatusCode);
        }
        catch (IOException failure) when (failure.InnerException is OverflowException && !http.Response.HasStarted)
        {
            // The web server's failure for a chunk whose size is beyond every number; for one that is no number it has the kind above.
            SecurityHeaders.Reset(http.Response, StatusCodes.Status400BadRequest);
        }
        catch (InvalidDataException) when (!http.Response.HasStarted)
        {
            // What MLflow does not expect either.
            SecurityHeaders.Reset(http.Response, StatusCodes.Status500InternalServerError);
        }
        catch (Exception defect)
        {
            defects.Write(http, defect);
            if (http.Response.HasStarted)
            {
                throw;
            }

            SecurityHeaders.Reset(http.Response, StatusCodes.Status500InternalServerError);
            http.Response.Headers[DefectLog.Header] = http.TraceIdentifier;
        }
    }
}
