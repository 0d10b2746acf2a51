namespace ModelOps.Store.Rows;

/// <summary>A row of <c>runs</c> to be.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="ExperimentId">Identity of its experiment.</param>
/// <param name="Name">Its name.</param>
/// <param name="UserId">Who runs it; may be empty.</param>
/// <param name="StartTime">When it began, in epoch milliseconds.</param>
/// <param name="Location">Where its artifacts are.</param>
internal sealed record NewRun(string Id, long ExperimentId, string Name, string UserId, long StartTime, string Location);
