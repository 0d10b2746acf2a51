namespace ModelOps.Core.Contract;

/// <summary>What the inputs of <see cref="ISeveralModels"/> are, for the records that have them.</summary>
internal static class SeveralModelsText
{
    public const string All = "Run for every model of modelops.yml: one result a model in results, and the others go on after one has failed.";

    public const string Changed = "Run for the models of modelops.yml that differ from a commit, by content: their directories, evaluation data, training and tests, and their section; also what is not committed.";

    public const string Base = "Commit, or branch whose common ancestor is taken, that --changed compares with. Default: a pull request's target branch, the commit before a push, else the parent of HEAD.";

    public const string BaseExample = "main";
}
