using System.Text.Json.Serialization;
using ModelOps.Core.Contract;
using ModelOps.Core.Verbs.Adopt;
using ModelOps.Core.Verbs.Annotate;
using ModelOps.Core.Verbs.Check;
using ModelOps.Core.Verbs.Clean;
using ModelOps.Core.Verbs.Compare;
using ModelOps.Core.Verbs.Evaluate;
using ModelOps.Core.Verbs.Explain;
using ModelOps.Core.Verbs.GatesVerify;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Package;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Pull;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Sandbox;
using ModelOps.Core.Verbs.Show;
using ModelOps.Core.Verbs.Status;
using ModelOps.Core.Verbs.Test;
using ModelOps.Core.Verbs.Train;
using ModelOps.Core.Verbs.Validate;

namespace ModelOps.Core.Verbs;

/// <summary>What is known of the results of all verbs: code that is made when the toolkit is built.</summary>
[JsonSerializable(typeof(PackageResult))]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(TrainResult))]
[JsonSerializable(typeof(TestResult))]
[JsonSerializable(typeof(EvaluateResult))]
[JsonSerializable(typeof(CompareResult))]
[JsonSerializable(typeof(RegisterResult))]
[JsonSerializable(typeof(AdoptResult))]
[JsonSerializable(typeof(ValidateResult))]
[JsonSerializable(typeof(GatesVerifyResult))]
[JsonSerializable(typeof(PromoteResult))]
[JsonSerializable(typeof(RollbackResult))]
[JsonSerializable(typeof(AnnotateResult))]
[JsonSerializable(typeof(PullResult))]
[JsonSerializable(typeof(StatusResult))]
[JsonSerializable(typeof(HistoryResult))]
[JsonSerializable(typeof(ShowResult))]
[JsonSerializable(typeof(CleanResult))]
[JsonSerializable(typeof(SandboxResult))]
[JsonSerializable(typeof(ExplainResult))]
[JsonSerializable(typeof(SeveralModelsResult))]
internal sealed partial class ResultTypes : JsonSerializerContext;
