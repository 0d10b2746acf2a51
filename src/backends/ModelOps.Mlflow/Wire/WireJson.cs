using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelOps.Mlflow.Wire;

/// <summary>
/// JSON of MLflow's REST API: snake case, numbers also as text, NaN and Infinity as text, fields left out instead of null. Unknown fields are
/// ignored; a field given twice is refused, since two readers can read it differently.
/// </summary>
[JsonSerializable(typeof(AbortUploadRequest))]
[JsonSerializable(typeof(CompleteUploadRequest))]
[JsonSerializable(typeof(CreateExperimentRequest))]
[JsonSerializable(typeof(CreateModelRequest))]
[JsonSerializable(typeof(CreateRunRequest))]
[JsonSerializable(typeof(CreateUploadAnswer))]
[JsonSerializable(typeof(CreateUploadRequest))]
[JsonSerializable(typeof(CreateVersionRequest))]
[JsonSerializable(typeof(DeleteAliasRequest))]
[JsonSerializable(typeof(DeleteExperimentRequest))]
[JsonSerializable(typeof(DeleteModelRequest))]
[JsonSerializable(typeof(DeleteVersionRequest))]
[JsonSerializable(typeof(DownloadUriAnswer))]
[JsonSerializable(typeof(EvaluationDatasetAnswer))]
[JsonSerializable(typeof(EvaluationDatasetsPage))]
[JsonSerializable(typeof(ExperimentAnswer))]
[JsonSerializable(typeof(ExperimentCreated))]
[JsonSerializable(typeof(ExperimentsPage))]
[JsonSerializable(typeof(FileListAnswer))]
[JsonSerializable(typeof(LogBatchRequest))]
[JsonSerializable(typeof(LoggedModelAnswer))]
[JsonSerializable(typeof(LoggedModelsPage))]
[JsonSerializable(typeof(ModelAnswer))]
[JsonSerializable(typeof(ModelsPage))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(RunsPage))]
[JsonSerializable(typeof(SearchEvaluationDatasetsRequest))]
[JsonSerializable(typeof(SearchExperimentsRequest))]
[JsonSerializable(typeof(SearchLoggedModelsRequest))]
[JsonSerializable(typeof(SearchRunsRequest))]
[JsonSerializable(typeof(SetAliasRequest))]
[JsonSerializable(typeof(SetModelTagRequest))]
[JsonSerializable(typeof(SetVersionTagRequest))]
[JsonSerializable(typeof(DescribeModelRequest))]
[JsonSerializable(typeof(DescribeVersionRequest))]
[JsonSerializable(typeof(UpdateRunRequest))]
[JsonSerializable(typeof(VersionAnswer))]
[JsonSerializable(typeof(VersionsPage))]
[JsonSerializable(typeof(WireError))]
[JsonSerializable(typeof(WireNothing))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>The one instance with MLflow's rules.</summary>
    public static WireJson Mlflow { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
    });
}
