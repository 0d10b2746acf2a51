<!-- Emitted from the attributes of records. Do not edit: change the source and run ./build.sh with the target Generate. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" />
    </xsl:copy>
  </xsl:template>
  <xsl:template match="members">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" />
      <member name="P:ModelOps.Core.Checks.CheckSection.Channels">
        <summary>Conda channels that are allowed.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.CheckSection.MaxSizeMb">
        <summary>Largest size of a model directory, in MiB.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.CheckSection.MinMlflow">
        <summary>Oldest mlflow version that a model may be written with.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.CheckSection.Severity">
        <summary>How bad the findings of a rule are, by its code. Pointers, unsafe names and credentials stay errors.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.CheckSection.Strict">
        <summary>Whether policy fails the check: no signature, unpinned dependencies, channels and whatever else is a warning.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.CheckSection.Waive">
        <summary>Findings that are accepted for a while.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.WaiverSection.Model">
        <summary>Name of the model that the waiver is for. Default: all.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.WaiverSection.Reason">
        <summary>Why it is accepted.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.WaiverSection.Rule">
        <summary>Code of the rule.</summary>
      </member>
      <member name="P:ModelOps.Core.Checks.WaiverSection.Until">
        <summary>Last day on which the waiver holds, YYYY-MM-DD.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.BranchSection.Alias">
        <summary>Alias that a promotion moves.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.BranchSection.Environment">
        <summary>Environment that these branches may promote to.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.BranchSection.Match">
        <summary>Branch name, or a tag's after refs/tags/, as in refs/tags/v*; * stands for any run of characters but '/', ** for any run at all.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EnvironmentSection.ArtifactRoot">
        <summary>Directory of this machine, relative to this file, below which an MLflow server may keep files in paths. Without it a server that names a path is refused: it could name any.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EnvironmentSection.Catalog">
        <summary>First level of model names.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EnvironmentSection.Ephemeral">
        <summary>Where integration tests put what they make.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EnvironmentSection.Ledger">
        <summary>Where the ledgers of its models are. Changed later, a ledger stays where it was until its experiment is renamed.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EnvironmentSection.RegistryUri">
        <summary>Registry URI, when it is not the tracking URI. It may be of another backend: each store is opened by its scheme.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EnvironmentSection.Schema">
        <summary>Second level of model names.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EnvironmentSection.TrackingUri">
        <summary>Tracking URI in MLflow's form: sqlite:///path.db relative to this file, or http(s)://host.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EphemeralSection.Schema">
        <summary>Second level of model names during a test. {pr} is the pull request's number or the branch, {run} is different in every run; a schema without {run} gets it appended. Default: pr_{pr}_{run}.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EphemeralSection.Ttl">
        <summary>Time after which clean removes what a killed test left. Default: 24h.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.Artifact">
        <summary>File of predictions among the artifacts of the run that a version belongs to, instead of run.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.Columns">
        <summary>Which columns of the predictions hold what.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.Data">
        <summary>File or directory of the held-out data, relative to this file. Predictions are kept for a model and its content.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.Directory">
        <summary>Directory in which the command runs, relative to this file. Default: that of this file.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.Format">
        <summary>Format of the predictions that the command writes: csv or jsonl.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.PassEnvironment">
        <summary>Names of environment variables that the command gets as they are; others that look like secrets are taken away.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.Run">
        <summary>Program and arguments that write the predictions of a model, quoted as in a shell but run without one. {model} is the directory of the model, also in MODEL_URI; {predictions} the file to write, CSV or JSON lines; {data} the data; {metrics} a JSON file of metrics of your own.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.Task">
        <summary>What the model predicts.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.EvaluationSection.Timeout">
        <summary>Longest time that the command may take; its processes are ended then. Default: 30m.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.LedgerSection.Experiment">
        <summary>Experiment of a model's ledger. {model} is the registered model with its catalog and schema and must be in it: every model has a ledger of its own. Default: modelops/{model}.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.LedgerSection.KeyVariable">
        <summary>Environment variable with the key that seals the entries, at least 32 bytes. Entries that are not sealed with it do not count, except those that were there when it was first used. Default: no key, which finds changes and deletions but not forgeries.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ModelSection.Description">
        <summary>Description of the registered model.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ModelSection.Evaluation">
        <summary>Where its predictions on held-out rows come from.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ModelSection.Gates">
        <summary>What a version has to pass before it becomes challenger.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ModelSection.Name">
        <summary>Name of the registered model, without catalog and schema.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ModelSection.Path">
        <summary>Model directory, relative to this file.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ModelSection.Tags">
        <summary>Tags that register writes on a new version.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ModelSection.Tests">
        <summary>How its pipelines are tested.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ModelSection.Train">
        <summary>How it is trained.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Key">
        <summary>Column that names a row. Predictions of two models are aligned by it. Default: rows go by their order.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Label">
        <summary>Column of the true class, value or relevance.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Positive">
        <summary>Positive class of a binary task. Default: the later of the two classes in sorted order.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Prediction">
        <summary>Column of the predicted class, value or score. Default: the class follows from the probabilities.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Probability">
        <summary>Columns of probabilities: for a binary task that of the positive class; for several classes one each, as class=column.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Query">
        <summary>Column of the query that a row belongs to, for a ranking task.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Score">
        <summary>Column of scores of a binary task that only order the rows, such as a margin: for roc_auc and pr_auc, in place of a probability.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Threshold">
        <summary>Probability from which on the positive class is predicted, where there is no column of predictions.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PredictionColumnsSection.Weight">
        <summary>Column of the weight of a row. Default: all rows weigh 1.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.PromotionSection.Order">
        <summary>Whether a promotion may leave out an environment of the list: free warns of it, strict refuses every source but the environment before the target and the target itself.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ReportSection.Comment">
        <summary>Whether validate and test write the head of their report as one comment on the pull request that GitHub builds, and edit it at the next push. The token of the job needs pull-requests: write.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.Directory">
        <summary>Directory in which the command runs, relative to this file. Default: that of this file.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.EntryPoint">
        <summary>Entry point of the MLproject file in the directory, instead of run.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.Name">
        <summary>Name of the stage.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.Parameters">
        <summary>Parameters by name, for the placeholders of the command or of the entry point.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.PassEnvironment">
        <summary>Names of environment variables that the command gets as they are; others that look like secrets are taken away.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.Results">
        <summary>File of results that the command writes (JUnit XML or TRX), when it is not {results}.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.Run">
        <summary>Program and arguments, quoted as in a shell but run without one. {results}, {sample} and {name} of every name under parameters are filled in.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.Sample">
        <summary>Fraction of the data that the stage runs on, above 0 and at most 1; it becomes {sample} and MODELOPS_SAMPLE. --sample wins. Default: 1.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.StageSection.Timeout">
        <summary>Longest time that the stage may take; its processes are ended then. Default: 30m.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.TestsSection.Integration">
        <summary>Stages of the integration suite, in order: features, training, inference, monitoring. They get an ephemeral catalog.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.TestsSection.Unit">
        <summary>Stages of the unit suite, in order. They need no catalog.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ToolkitConfiguration.Branches">
        <summary>Which branch may promote to which environment. Without this list any branch may.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ToolkitConfiguration.Check">
        <summary>Limits and waivers of check.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ToolkitConfiguration.Defaults">
        <summary>Inputs by verb and name, for what neither the call nor the environment gives.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ToolkitConfiguration.Environments">
        <summary>Environments by name, in the order of promotion.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ToolkitConfiguration.Models">
        <summary>Models that are released from this repository.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ToolkitConfiguration.Promotion">
        <summary>What holds for every promotion.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ToolkitConfiguration.Report">
        <summary>Where reports go beside files and the summary of the build.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.ToolkitConfiguration.Version">
        <summary>Version of this format: 1.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.TrainSection.Directory">
        <summary>Directory of the MLproject file, relative to this file. Default: that of this file.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.TrainSection.EntryPoint">
        <summary>Entry point of the MLproject file. Default: main.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.TrainSection.Parameters">
        <summary>Parameters of the entry point by name.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.TrainSection.PassEnvironment">
        <summary>Names of environment variables that the command gets as they are; others that look like secrets are taken away.</summary>
      </member>
      <member name="P:ModelOps.Core.Configuration.TrainSection.Timeout">
        <summary>Longest time that a training may take; its processes are ended then. Default: 4h.</summary>
      </member>
      <member name="P:ModelOps.Core.Contract.SeveralModelsResult.Models">
        <summary>Names of the models that ran, as a JSON list, with --all or --changed; the list is empty when nothing has changed.</summary>
      </member>
      <member name="P:ModelOps.Core.Contract.SeveralModelsResult.Results">
        <summary>One entry a model, with --all or --changed: model, exit code, and result with the verb's outputs but for its tables, which --json has.</summary>
      </member>
      <member name="P:ModelOps.Core.Contract.SeveralModelsSettings.All">
        <summary>Run for every model of modelops.yml: one result a model in results, and the others go on after one has failed.</summary>
      </member>
      <member name="P:ModelOps.Core.Contract.SeveralModelsSettings.Base">
        <summary>Commit, or branch whose common ancestor is taken, that --changed compares with. Default: a pull request's target branch, the commit before a push, else the parent of HEAD.</summary>
      </member>
      <member name="P:ModelOps.Core.Contract.SeveralModelsSettings.Changed">
        <summary>Run for the models of modelops.yml that differ from a commit, by content: their directories, evaluation data, training and tests, and their section; also what is not committed.</summary>
      </member>
      <member name="P:ModelOps.Core.Contract.VerbSettings.Config">
        <summary>Configuration file. Default: modelops.yml here or in the nearest directory above.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.BaselineSection.Kind">
        <summary>How the baseline predicts.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.BaselineSection.MustBeatBy">
        <summary>Amount on the primary metric by which the baseline must be beaten, in its own unit.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.BaselineSection.Predictions">
        <summary>File of predictions of a heuristic, relative to this file, for kind predictions.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Alias">
        <summary>Alias of the version to compare with.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.AllowIdentical">
        <summary>Whether predictions that equal the champion's pass. Else they fail: a model compared with itself.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Alpha">
        <summary>Error probability of the one-sided test; the interval has the level 1 - 2 alpha.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Also">
        <summary>Metrics that must not get worse beside the primary one.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Baseline">
        <summary>What a version is compared with while there is no champion.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.BySlice">
        <summary>Whether the primary metric is compared on every slice too, corrected after Holm.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Cluster">
        <summary>Column of the predictions that names rows which belong together, such as a customer.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Enabled">
        <summary>Whether the comparison blocks.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Environment">
        <summary>Environment whose registry has the champion; it is only read. Default: the one of the version that is judged.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Hypothesis">
        <summary>What has to be shown.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Method">
        <summary>How the evidence is weighed.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Metric">
        <summary>Primary metric. Default: roc_auc or accuracy, rmse, ndcg, as the task is.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.NotCompared">
        <summary>Whether a version of a model without evaluation may follow a champion: ask leaves it to a person (--allow-undecided), allow does not.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.NotEnoughEvidence">
        <summary>What is done when the rows do not decide.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Resamples">
        <summary>Bootstrap resamples.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Seed">
        <summary>Seed of everything random.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.ChampionGateSection.Tolerance">
        <summary>Loss on the primary metric that is accepted, in its own unit. Superiority has none, the others need it.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.SecondaryMetricSection.Metric">
        <summary>Name of the metric.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Champion.SecondaryMetricSection.NotWorseBy">
        <summary>Loss that is accepted, in the unit of the metric.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Data.DataGateSection.Columns">
        <summary>Columns to judge. Default: all of the reference.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Data.DataGateSection.Inputs">
        <summary>File of inputs, CSV or JSON lines, relative to this file.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Data.DataGateSection.MaxMissing">
        <summary>Largest share of rows without a value in a column.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Data.DataGateSection.MaxPsi">
        <summary>Largest population stability index of a column.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Data.DataGateSection.Reference">
        <summary>Reference, relative to this file: a profile that evaluate wrote, or a file of inputs.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Fairness.FairnessGateSection.Groups">
        <summary>Column of the predictions that names the group.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Fairness.FairnessGateSection.MaxDifference">
        <summary>Largest difference between the best and the worst group.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Fairness.FairnessGateSection.Metric">
        <summary>Name of the metric.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Fairness.FairnessGateSection.MinRows">
        <summary>Rows that a group needs to be judged.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Champion">
        <summary>Comparison with the champion, or with a baseline while there is none.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Data">
        <summary>Stability of the inputs.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Fairness">
        <summary>Largest differences of a metric between groups.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Metadata">
        <summary>Tags, description and model card that a version needs.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Metrics">
        <summary>Limits of metrics.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Package">
        <summary>Rules of check.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Runtime">
        <summary>Size, load time and latency.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Signature">
        <summary>Whether callers of the champion can call the version.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Slices">
        <summary>Limits of metrics on every slice.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.GatesSection.Verify">
        <summary>Bad candidates that gates verify makes.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Metadata.MetadataGateSection.DescriptionWords">
        <summary>Fewest words of the description of the version or its model.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Metadata.MetadataGateSection.ModelCard">
        <summary>Model card in Markdown, relative to this file, or below the model directory when it begins with model:.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Metadata.MetadataGateSection.Sections">
        <summary>Headings that the model card needs, each with text below it.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Metadata.MetadataGateSection.Tags">
        <summary>Tags by key: required for any text, else a regular expression that the whole value matches.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Metrics.MetricGateSection.From">
        <summary>Where the value comes from.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Metrics.MetricGateSection.Max">
        <summary>Largest value that passes.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Metrics.MetricGateSection.Min">
        <summary>Smallest value that passes.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Metrics.MetricGateSection.Name">
        <summary>Name of the metric; custom metrics have the name that their file or run gives them.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Mutants.VerifySection.Optional">
        <summary>Mutants that may survive.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Mutants.VerifySection.Required">
        <summary>Mutants that a gate must stop. Default: all that a configured gate is there for.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Package.PackageGateSection.Enabled">
        <summary>Whether the rules of check block.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Package.PackageGateSection.Warnings">
        <summary>Whether warnings block like errors.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.Directory">
        <summary>Directory in which the command runs, relative to this file. Default: that of this file.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.MaxLoadSeconds">
        <summary>Longest time from the start of the program to its first answer, in seconds.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.MaxP50Ms">
        <summary>Largest median latency, in milliseconds.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.MaxP95Ms">
        <summary>Largest latency of 95 % of the answers, in milliseconds.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.MaxP99Ms">
        <summary>Largest latency of 99 % of the answers, in milliseconds.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.MaxSizeMb">
        <summary>Largest size of the model directory, in MiB.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.PassEnvironment">
        <summary>Names of environment variables that the command gets as they are; others that look like secrets are taken away.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.Repeat">
        <summary>How often the requests are sent.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.Requests">
        <summary>File with a request a line, relative to this file. Each is sent when the one before is answered.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.Run">
        <summary>Program and arguments of a scoring command, run without a shell: it loads {model}, then answers every line of its input by one line.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Runtime.RuntimeGateSection.Timeout">
        <summary>Longest time of the whole measurement. Default: 10m.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Signature.SignatureGateSection.Enabled">
        <summary>Whether a signature that breaks callers blocks.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Signature.SignatureGateSection.Required">
        <summary>Whether a version without signature fails.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Slices.SliceGateSection.By">
        <summary>Columns of the predictions to slice by; numbers are cut by name:bins(0,6,24).</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Slices.SliceGateSection.MinRows">
        <summary>Rows that a slice needs to be judged; smaller ones are shown, not judged.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Slices.SliceGateSection.Rules">
        <summary>What every slice must hold.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Slices.SliceRuleSection.Max">
        <summary>Largest value that passes.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Slices.SliceRuleSection.MaxGap">
        <summary>Largest amount by which a slice may be worse than all rows together.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Slices.SliceRuleSection.Metric">
        <summary>Name of the metric.</summary>
      </member>
      <member name="P:ModelOps.Core.Gates.Slices.SliceRuleSection.Min">
        <summary>Smallest value that passes.</summary>
      </member>
      <member name="P:ModelOps.Core.Gathering.CandidateSettings.Environment">
        <summary>Environment of modelops.yml. Default: that of MLFLOW_TRACKING_URI, else the first.</summary>
      </member>
      <member name="P:ModelOps.Core.Gathering.CandidateSettings.FromAlias">
        <summary>Alias of the version to judge.</summary>
      </member>
      <member name="P:ModelOps.Core.Gathering.CandidateSettings.Model">
        <summary>Registered model, as model or catalog.schema.model.</summary>
      </member>
      <member name="P:ModelOps.Core.Gathering.CandidateSettings.Package">
        <summary>Model to judge instead of a version: a package, its directory, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID; nothing is written to the registry.</summary>
      </member>
      <member name="P:ModelOps.Core.Gathering.CandidateSettings.Refresh">
        <summary>Run the evaluation's command even where its predictions are kept from before.</summary>
      </member>
      <member name="P:ModelOps.Core.Gathering.CandidateSettings.Seed">
        <summary>Seed of everything random. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Gathering.CandidateSettings.Version">
        <summary>Version to judge. Default: the one with --from-alias, else the newest.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Key">
        <summary>Column that names a row; predictions of two models are aligned by it. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Label">
        <summary>Column of the true class, value or relevance. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Model">
        <summary>Model of modelops.yml whose evaluation says what is not given here.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Positive">
        <summary>Positive class of a binary task. Default: that of modelops.yml, else the later of the two in sorted order.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Prediction">
        <summary>Column of the predicted class, value or score. Default: that of modelops.yml, else the class follows from the probabilities.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Probability">
        <summary>Column of probabilities; for several classes one each, as class=column. Default: those of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Query">
        <summary>Column of the query that a row belongs to, for a ranking task. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Score">
        <summary>Column of scores of a binary task that only order the rows, for roc_auc and pr_auc. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Slices">
        <summary>Column to slice by; numbers are cut by name:bins(0,6,24), several are separated by commas. Default: those of the slice gate in modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Task">
        <summary>What the model predicts. Default: that of the model in modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Threshold">
        <summary>Probability from which on the positive class is predicted, where there is no column of predictions. Default: that of modelops.yml, else 0.5.</summary>
      </member>
      <member name="P:ModelOps.Core.Judging.PredictionSettings.Weight">
        <summary>Column of the weight of a row. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptResult.Adopted">
        <summary>How many versions were taken over, or would be on a dry run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptResult.Environment">
        <summary>Environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptResult.Failed">
        <summary>How many could not be taken over.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptResult.Known">
        <summary>How many had a recorded digest already.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptResult.Model">
        <summary>Registered model, with the environment's catalog and schema.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptResult.Versions">
        <summary>Versions: version, state (adopted, known, skipped or failed), digest.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptSettings.Alias">
        <summary>Alias of the version to take over; the ledger gets an entry that the version has it, so that a rollback may go back to it.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptSettings.All">
        <summary>Take over every version that is READY, oldest first; the others go on when one cannot be taken.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptSettings.DryRun">
        <summary>Say which versions would be taken over; read no files and change nothing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptSettings.Environment">
        <summary>Environment of modelops.yml. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptSettings.Model">
        <summary>Registered model, as model or catalog.schema.model.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Adopt.AdoptSettings.Version">
        <summary>Version to take over.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateResult.Changed">
        <summary>What was changed, or would be on a dry run; empty when everything was so already.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateResult.Environment">
        <summary>Environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateResult.Model">
        <summary>Registered model, with the environment's catalog and schema.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateResult.Uri">
        <summary>Reference of that version, models:/name/version; nothing for the registered model itself.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateResult.Version">
        <summary>Version that was annotated; nothing for the registered model itself.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateSettings.Description">
        <summary>Description to set.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateSettings.DryRun">
        <summary>Say what would be done and change nothing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateSettings.Environment">
        <summary>Environment of modelops.yml. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateSettings.FromAlias">
        <summary>Alias that names the version to annotate.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateSettings.Model">
        <summary>Registered model, as model or catalog.schema.model.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateSettings.RegisteredModel">
        <summary>Annotate the registered model itself instead of a version.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateSettings.Tags">
        <summary>Tags to set, as key=value; without any, and without a description, those of modelops.yml. The toolkit's own keys (modelops.*, model_validation_status) are refused.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Annotate.AnnotateSettings.Version">
        <summary>Version to annotate. Default: the one with --from-alias, else the newest.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckResult.Errors">
        <summary>Number of errors.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckResult.Fixed">
        <summary>Number of findings that --fix repaired.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckResult.Path">
        <summary>Model that was checked: its directory, or the package or reference that was given.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckResult.Waived">
        <summary>Number of findings that modelops.yml waives.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckResult.Warnings">
        <summary>Number of warnings.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckSettings.Environment">
        <summary>Environment of modelops.yml in which runs:/ and models:/ are looked up. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckSettings.Fix">
        <summary>Repair what can be repaired safely, then check again.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckSettings.Model">
        <summary>Model of modelops.yml, by its name, whose directory is checked unless path says another place.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Check.CheckSettings.Path">
        <summary>Model to check: its directory, a package, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Clean.CleanResult.Count">
        <summary>How many models, experiments and evaluation datasets were removed, or would be on a dry run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Clean.CleanResult.Items">
        <summary>What has expired: environment, kind, name, expired, action.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Clean.CleanSettings.DryRun">
        <summary>Say what would be done and change nothing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Clean.CleanSettings.Environment">
        <summary>Environment of modelops.yml to clean. Default: all.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Challenger">
        <summary>The challenger's value of it.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Champion">
        <summary>The champion's, or the baseline's.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Comparisons">
        <summary>All comparisons: metric, slice, challenger, champion, effect, lower, upper, p, adjusted p, rows, verdict.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Decision">
        <summary>What follows: promote, keep, canary, approve or reject.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Effect">
        <summary>Difference, above 0 where the challenger is better.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Identical">
        <summary>Whether both made the same prediction on every row.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.IsBaseline">
        <summary>Whether the challenger was compared with a baseline, for lack of a champion.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Lower">
        <summary>Lower end of the interval of the effect.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.MoreRows">
        <summary>Further labelled rows that would decide; 0 when it is decided, nothing when no number would do.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.P">
        <summary>One-sided p of the hypothesis; nothing where it cannot be had.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Power">
        <summary>Probability that these rows show the hypothesis, if the effect is as it was seen or the models are equal.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.PrimaryMetric">
        <summary>Primary metric.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.ReportFile">
        <summary>Path of the report; nothing when none was asked for.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Rows">
        <summary>Rows that were compared.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Upper">
        <summary>Upper end of the interval of the effect.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareResult.Verdict">
        <summary>better, not worse, worse, or not enough evidence.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.AllowIdentical">
        <summary>Accept predictions that equal those of the champion.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Alpha">
        <summary>Error probability of the one-sided test. Default: that of modelops.yml, else 0.05.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Also">
        <summary>Metric that is compared beside the primary one. Default: those of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.BySlice">
        <summary>Compare the primary metric on every slice too, corrected after Holm.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.ChallengerAlias">
        <summary>Alias of the challenger.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.ChallengerPredictions">
        <summary>File of the predictions of the challenger, CSV or JSON lines. Default: those of the challenger in the registry.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.ChampionAlias">
        <summary>Alias of the champion. Default: that of modelops.yml, else champion.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.ChampionPredictions">
        <summary>File of the predictions of the champion, CSV or JSON lines. Default: those of the champion in the registry, else the baseline.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Cluster">
        <summary>Column that names rows which belong together. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Environment">
        <summary>Environment of modelops.yml whose registry has the versions. Default: that of MLFLOW_TRACKING_URI, else the first.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Hypothesis">
        <summary>What has to be shown. Default: that of modelops.yml, else superior.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Method">
        <summary>How the evidence is weighed. Default: that of modelops.yml, else bootstrap.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Metric">
        <summary>Primary metric. Default: that of modelops.yml, else roc_auc or accuracy, rmse, ndcg, as the task is.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.NotEnoughEvidence">
        <summary>What is done when the rows do not decide. Default: that of modelops.yml, else keep.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Refresh">
        <summary>Run the evaluation's command even where its predictions are kept from before.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Report">
        <summary>File to write a report to: .html, .md or .json.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Resamples">
        <summary>Bootstrap resamples. Default: those of modelops.yml, else 2000.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Seed">
        <summary>Seed of everything random. Default: that of modelops.yml, else 17.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Tolerance">
        <summary>Loss on the primary metric that is accepted, in its own unit. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Compare.CompareSettings.Version">
        <summary>Version that is the challenger. Default: the one with --challenger-alias, else the newest.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateResult.LoggedMetrics">
        <summary>How many metrics the run has of this evaluation; 0 when nothing was logged.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateResult.Metrics">
        <summary>Metrics: metric, value, direction.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateResult.ProfileFile">
        <summary>Path of the profile of the inputs; nothing when none was asked for.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateResult.ReportFile">
        <summary>Path of the report; nothing when none was asked for.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateResult.Rows">
        <summary>Rows that were evaluated.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateResult.Run">
        <summary>ID of the run that has the metrics; nothing when none was named.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateResult.RunUri">
        <summary>Reference of that run, runs:/ID; nothing when none was named.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateResult.SliceMetrics">
        <summary>Metrics of slices: slice, rows, metric, value.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.DryRun">
        <summary>Compute all and log nothing to the run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.Environment">
        <summary>Environment of modelops.yml whose tracking store has the run. Default: that of MLFLOW_TRACKING_URI, else the first.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.Inputs">
        <summary>File of the inputs that the predictions were made on, for a profile.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.Metric">
        <summary>Metric to compute. Default: all metrics of the task.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.MinRows">
        <summary>Rows that a slice needs to be shown.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.Predictions">
        <summary>File of predictions, CSV or JSON lines.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.Profile">
        <summary>File to write the profile of the inputs to, for the data gate.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.Report">
        <summary>File to write a report to: .html, .md or .json.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Evaluate.EvaluateSettings.Run">
        <summary>ID of a run that is there, under way or ended: it gets the metrics and what they are of as parameters.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Explain.ExplainResult.Cause">
        <summary>When this happens.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Explain.ExplainResult.Code">
        <summary>The code.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Explain.ExplainResult.Fix">
        <summary>What to do.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Explain.ExplainResult.Page">
        <summary>Page of the reference, relative to the toolkit's repository.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Explain.ExplainResult.Severity">
        <summary>Severity of the finding unless a verb lowers it.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Explain.ExplainResult.Title">
        <summary>What is wrong, in a few words.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Explain.ExplainSettings.Code">
        <summary>Code of a finding, with or without MOP.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.GatesVerify.GatesVerifyResult.MarkdownReport">
        <summary>Path of the table as Markdown.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.GatesVerify.GatesVerifyResult.Mutants">
        <summary>Mutants: mutant, required, status, stopped by, what was done, detail.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.GatesVerify.GatesVerifyResult.RequiredSurvived">
        <summary>Mutants among them that a gate had to stop.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.GatesVerify.GatesVerifyResult.Score">
        <summary>Share of the mutants that were stopped, in percent.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.GatesVerify.GatesVerifyResult.Stopped">
        <summary>Mutants that a gate stopped.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.GatesVerify.GatesVerifyResult.Survived">
        <summary>Mutants that no gate stopped.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.GatesVerify.GatesVerifySettings.Mutant">
        <summary>Mutant to make. Default: all.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.GatesVerify.GatesVerifySettings.Output">
        <summary>Directory for the reports. Default: .modelops/gates beside modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.History.HistoryResult.Entries">
        <summary>Entries: started, environment, action, status, alias, from, to, decision, commit, actor, build, reason, counts.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.History.HistorySettings.At">
        <summary>Which version had each alias at a time, instead of what was done: a time in ISO 8601, with an offset or Z, else UTC.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.History.HistorySettings.Environment">
        <summary>Environment of modelops.yml to look at. Default: all.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.History.HistorySettings.Limit">
        <summary>Number of entries to show for an environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.History.HistorySettings.Model">
        <summary>Registered model, as model or catalog.schema.model.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.History.HistorySettings.Verify">
        <summary>Check every entry against its seal and the chain; says the first that does not hold and ends with 3.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageResult.Bytes">
        <summary>Size of the model files in bytes.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageResult.Digest">
        <summary>Digest of the content: sha256 and 64 hexadecimal digits.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageResult.Files">
        <summary>Number of model files in the package.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageResult.Package">
        <summary>Path of the package.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageSettings.Environment">
        <summary>Environment of modelops.yml in which runs:/ and models:/ are looked up. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageSettings.Model">
        <summary>Model of modelops.yml, by its name, whose directory is packed unless path says another place.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageSettings.Output">
        <summary>Package file to write. Default: the name of the directory or model with .modelpkg, in the working directory.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageSettings.Path">
        <summary>Model to pack: its directory, a package, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID. Default: the one of modelops.yml when it lists just one model.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Package.PackageSettings.Verify">
        <summary>Package file to verify instead of packing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.Alias">
        <summary>Alias that was moved, or would be on a dry run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.Created">
        <summary>Whether this run copied the version; false when it was there already. On a dry run: whether it would.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.Digest">
        <summary>Digest of the content: sha256 and 64 hexadecimal digits.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.Environment">
        <summary>Target environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.Model">
        <summary>Registered model of the target environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.Plan">
        <summary>Steps that were done, or would be on a dry run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.PreviousVersion">
        <summary>Version that the alias had before; empty when it did not exist.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.RolledBack">
        <summary>Whether nothing was promoted, because the content was rolled back in the target environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.Uri">
        <summary>Reference of that version, models:/name/version; empty on a dry run that would create one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteResult.Version">
        <summary>Version in the target environment; empty on a dry run that would create one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.Alias">
        <summary>Alias to move in the target environment. Default: the branch policy's, else champion.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.AllowOlder">
        <summary>Allow a version of an older commit to replace a newer one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.AllowRolledBack">
        <summary>Promote content that was rolled back in the target environment, and let it come back.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.AllowUndecided">
        <summary>Allow a version to become champion whose validation left that to a canary or a person.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.DryRun">
        <summary>Print the plan and change nothing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.From">
        <summary>Environment to promote from. Default: the one before the target in modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.FromAlias">
        <summary>Alias in the source environment that names the version to promote.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.Model">
        <summary>Registered model, as model or catalog.schema.model.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.Package">
        <summary>Package that a merge would release, instead of a version: for the plan of a pull request, so only with --dry-run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.ReadyTimeout">
        <summary>Seconds to wait for the version to become ready.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.SkipRolledBack">
        <summary>End well and change nothing where the version that --version or --from-alias names has content that was rolled back in the target environment: for pipelines that follow an alias.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.To">
        <summary>Environment of modelops.yml to promote to.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Promote.PromoteSettings.Version">
        <summary>Version to promote. Default: the one with --from-alias, else the newest.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullResult.Bytes">
        <summary>Size of the model files in bytes.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullResult.Digest">
        <summary>Digest of the content: sha256 and 64 hexadecimal digits.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullResult.Files">
        <summary>Number of model files.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullResult.Path">
        <summary>Model directory that holds the files.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullResult.Uri">
        <summary>Reference of what was taken.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullResult.Verified">
        <summary>Whether the digest is the one that the version was registered with; false where none is recorded.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullResult.Version">
        <summary>Version number; nothing for a run, a logged model or a package.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullResult.Written">
        <summary>Whether this run wrote the directory; false when it held the same content already.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullSettings.Alias">
        <summary>Alias of the version to take.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullSettings.Environment">
        <summary>Environment of modelops.yml. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullSettings.Model">
        <summary>Registered model, as model or catalog.schema.model; not used with --path.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullSettings.Output">
        <summary>Directory to write; it appears complete or not at all. One that is there must be empty, or hold the same content.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullSettings.Path">
        <summary>Model to take instead of a version: a package, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Pull.PullSettings.Version">
        <summary>Version to take.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterResult.Created">
        <summary>Whether this run created the version; false when it was there already. On a dry run: whether it would.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterResult.Digest">
        <summary>Digest of the content: sha256 and 64 hexadecimal digits.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterResult.Model">
        <summary>Registered model, with the environment's catalog and schema.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterResult.Uri">
        <summary>Reference of the version, models:/name/version; empty on a dry run that would create one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterResult.Version">
        <summary>Version number; empty on a dry run that would create one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.Alias">
        <summary>Alias to give the version.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.AllowOlder">
        <summary>Allow the alias to move from a newer commit to an older one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.AllowRolledBack">
        <summary>Register content that was rolled back in this environment, and let it come back.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.Description">
        <summary>Description of a new version; a version that is there already keeps its own.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.DryRun">
        <summary>Say what would be done and change nothing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.Environment">
        <summary>Environment of modelops.yml to register in. Default: MLFLOW_REGISTRY_URI or MLFLOW_TRACKING_URI, else the first environment, else sqlite:///mlflow.db.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.ExpectDigest">
        <summary>Digest that the package must have, as package gave it in the job that checked and tested it; another one is refused before anything is written.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.From">
        <summary>Environment in which the reference of --path is looked up. Default: that of --environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.Model">
        <summary>Registered model, as model or catalog.schema.model.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.NoCheck">
        <summary>Register a new version without the rules of check; credentials, pointers in the place of files and unsafe names are refused all the same.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.Package">
        <summary>Package to register, as written by package; --path takes one too. Default: the model of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.Path">
        <summary>Model to register instead of a package: its directory, a package, runs:/RUN/PATH, models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID; what is no package yet is packed first. References are looked up in the environment of --from.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.ReadyTimeout">
        <summary>Seconds to wait for the version to become ready.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Register.RegisterSettings.Tags">
        <summary>Tags for a new version, as key=value, before those of modelops.yml; a version that is there already keeps its own. The toolkit's own keys (modelops.*, model_validation_status) are never taken from a call.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackResult.Alias">
        <summary>Alias that was moved, or would be on a dry run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackResult.Environment">
        <summary>Environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackResult.FromVersion">
        <summary>Version that the alias had before.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackResult.Model">
        <summary>Registered model, with the environment's catalog and schema.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackResult.Uri">
        <summary>Reference of that version, models:/name/version.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackResult.Version">
        <summary>Version that the alias has now, or would have on a dry run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackSettings.Alias">
        <summary>Alias to move back.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackSettings.DryRun">
        <summary>Say what would be done and change nothing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackSettings.Environment">
        <summary>Environment of modelops.yml to roll back in.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackSettings.Force">
        <summary>Go back to a version that the ledger does not vouch for, because its entries are gone, it has no digest or it failed since; the ledger keeps what was passed over.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackSettings.Model">
        <summary>Registered model, as model or catalog.schema.model.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Rollback.RollbackSettings.Reason">
        <summary>Why; kept in the ledger.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxResult.BehavesLike">
        <summary>MLflow version whose behaviour is shown.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxResult.EndsAt">
        <summary>When the sandbox ends by itself; nothing when never.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxResult.ProcessId">
        <summary>ID of the sandbox's process.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxResult.Store">
        <summary>SQLite file of the catalog.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxResult.Uri">
        <summary>Tracking and registry URI.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxResult.Usage">
        <summary>Command that makes a shell use the sandbox.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.AllowPrivateWebhooks">
        <summary>Let webhooks go to this machine and to private addresses, also by http, so that a test can receive them.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.AllowedHosts">
        <summary>Host names by which clients may call, beyond this machine's and private addresses.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.BehavesLike">
        <summary>MLflow version whose behaviour is shown.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.Detach">
        <summary>Leave the sandbox running and return; it ends after its ttl, or when its process is ended.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.Faults">
        <summary>File with faults to inject, for tests of clients.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.Host">
        <summary>Address to listen on. There is no sign-in: another than that of this machine alone lets others change the catalog.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.Multipart">
        <summary>Let clients upload large files in parts. MLflow servers with artifacts in a plain directory do not.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.Port">
        <summary>Port to listen on; 0 takes a free one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.Seed">
        <summary>File with models, versions and aliases to begin with.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.Store">
        <summary>Embedded catalog to serve, as sqlite:///path.db. Default: a throw-away one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.Ttl">
        <summary>Time after which the sandbox ends by itself. Default: never, but 1h with detach.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Sandbox.SandboxSettings.WatchProcess">
        <summary>ID of a process whose end ends the sandbox too.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Aliases">
        <summary>Aliases of the version.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Commit">
        <summary>Commit hash; empty when unknown.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Created">
        <summary>When the version was created.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Description">
        <summary>Description of the version.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Digest">
        <summary>Digest of the content: sha256 and 64 hexadecimal digits; empty when unknown.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Environment">
        <summary>Environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Model">
        <summary>Registered model, with the environment's catalog and schema.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Tags">
        <summary>Tags of the version: key, value.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Uri">
        <summary>Reference of the version, models:/name/version.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Validation">
        <summary>Value of model_validation_status; empty when there is none.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowResult.Version">
        <summary>Version number.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowSettings.Environment">
        <summary>Environment of modelops.yml to look in. Default: that of MLFLOW_TRACKING_URI, else the first.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Show.ShowSettings.Reference">
        <summary>Version to show: model@alias, model/number, or the model alone for its newest version; models:/ may stand before it.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Status.StatusResult.Versions">
        <summary>Versions: environment, model, version, aliases, validation, commit, since, by, digest, rolled back.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Status.StatusSettings.Environment">
        <summary>Environment of modelops.yml to look at. Default: all.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Status.StatusSettings.Model">
        <summary>Registered model, as model or catalog.schema.model. Default: all.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.Catalog">
        <summary>Catalog that integration tests got; nothing when none ran.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.Failed">
        <summary>Number of tests that failed.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.FailedTests">
        <summary>Tests that failed, at most 100: stage, test, message, file, line.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.Junit">
        <summary>Path of the JUnit file with the results of all stages; nothing on a dry run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.Passed">
        <summary>Number of tests that passed.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.Seconds">
        <summary>Seconds that all stages took.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.Skipped">
        <summary>Number of tests that were skipped.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.SlowestTests">
        <summary>The ten slowest tests: stage, test, seconds.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.Stages">
        <summary>Stages: suite, stage, status, passed, failed, skipped, seconds, command, isolation.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestResult.Total">
        <summary>Number of tests, with those that were skipped.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.DryRun">
        <summary>Say what would be run and start nothing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.Environment">
        <summary>Environment of modelops.yml that integration tests run against, in an ephemeral catalog. Default: staging where there is one, else the first.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.KeepGoing">
        <summary>Run the later stages of a suite even where one does not pass.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.Model">
        <summary>Model of modelops.yml whose tests are run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.ModelPath">
        <summary>Model directory that commands find as MODELOPS_MODEL_PATH. Default: that of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.Output">
        <summary>Directory for the results of the stages and for junit.xml. Default: .modelops/tests beside modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.Parameters">
        <summary>Parameter of a stage, as name=value; wins over modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.Sample">
        <summary>Fraction of the data that stages run on, above 0 and at most 1; wins over modelops.yml. Default: 1.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.Sandbox">
        <summary>Use a sandbox for integration tests even where the environment is on a server; needs no credentials.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.Stage">
        <summary>Name of a stage to run. Default: all stages of the suite, in the order of modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Test.TestSettings.Suite">
        <summary>Suite to run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.Command">
        <summary>Program and arguments that were run, or would be on a dry run, one a line.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.CommandExitCode">
        <summary>Exit code of the command; nothing on a dry run, or when its time was over.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.EntryPoint">
        <summary>Entry point.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.Experiment">
        <summary>Experiment that runs are logged to.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.Isolation">
        <summary>What the command was kept from in a build that is not trusted: processes, environment or none; nothing in other builds.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.Model">
        <summary>Registered model, with the environment's catalog and schema.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.ModelUri">
        <summary>Reference of the model that it logged, for --path of register: models:/ID (MLflow 3) or runs:/ID/PATH; nothing when there is none, or more than one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.Run">
        <summary>ID of the run that the training logged; nothing on a dry run, when it failed, or when it logged none.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainResult.Seconds">
        <summary>Seconds that the command took; nothing on a dry run.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainSettings.DryRun">
        <summary>Say what would be run and start nothing.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainSettings.EntryPoint">
        <summary>Entry point of the MLproject file. Default: that of modelops.yml, else main.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainSettings.Environment">
        <summary>Environment of modelops.yml that runs are logged to. Default: MLflow's variables, else the first.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainSettings.Model">
        <summary>Model of modelops.yml to train.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainSettings.Parameters">
        <summary>Parameters of the entry point, as name=value; they win over modelops.yml.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainSettings.Sample">
        <summary>Fraction of the data to train on, above 0 and at most 1: MODELOPS_SAMPLE, and the parameter sample where there is one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Train.TrainSettings.Timeout">
        <summary>Longest time that the training may take. Default: that of modelops.yml, else 4h.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Alias">
        <summary>Alias that the version got; nothing when it did not.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Champion">
        <summary>Reference of the champion that it was compared with; nothing when it was a baseline.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Comparisons">
        <summary>All comparisons: metric, slice, challenger, champion, effect, lower, upper, p, adjusted p, rows, verdict.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Decision">
        <summary>What follows: promote, keep, canary, approve, reject, or undecided where nothing was compared.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Digest">
        <summary>Digest of the content that was judged: sha256 and 64 hexadecimal digits.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Environment">
        <summary>Environment.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Gates">
        <summary>Gates: gate, check, status, value, limit, previous, message.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.HtmlReport">
        <summary>Path of the report as one HTML file.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.IsBaseline">
        <summary>Whether it was compared with a baseline, because there is no champion or the version is the champion itself.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.JsonReport">
        <summary>Path of the report as JSON.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.LoggedMetrics">
        <summary>How many metrics the run has of this validation; 0 when nothing was written.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.MarkdownReport">
        <summary>Path of the report as Markdown.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Model">
        <summary>Registered model.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.RemovedAlias">
        <summary>Alias that the version had and lost, because it did not pass this time; nothing when it did not.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Run">
        <summary>ID of the run of the ledger that has the metrics; nothing when nothing was written.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.RunUri">
        <summary>Reference of that run, runs:/ID; nothing when nothing was written.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Skipped">
        <summary>Whether nothing was judged, because an earlier verdict on the same evidence stands.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Status">
        <summary>What the gates said together.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Uri">
        <summary>Reference of that version, models:/name/version; nothing for a package.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Verdict">
        <summary>Verdict of the comparison with the champion or a baseline; nothing when there was none.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateResult.Version">
        <summary>Version that was judged; nothing for a package.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateSettings.Alias">
        <summary>Alias that a version gets when it passes.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateSettings.All">
        <summary>Run for every model of modelops.yml: one result a model in results, and the others go on after one has failed.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateSettings.AllowOlder">
        <summary>Allow the alias to move from a newer commit to an older one.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateSettings.Base">
        <summary>Commit, or branch whose common ancestor is taken, that --changed compares with. Default: a pull request's target branch, the commit before a push, else the parent of HEAD.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateSettings.Changed">
        <summary>Run for the models of modelops.yml that differ from a commit, by content: their directories, evaluation data, training and tests, and their section; also what is not committed.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateSettings.DryRun">
        <summary>Run the gates and write nothing to the registry.</summary>
      </member>
      <member name="P:ModelOps.Core.Verbs.Validate.ValidateSettings.Output">
        <summary>Directory for the reports. Default: .modelops/validation beside modelops.yml. With several models, each has a directory of its own below.</summary>
      </member>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
