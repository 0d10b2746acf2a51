using System.Runtime.Versioning;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Metadata;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Packaging;
using ModelOps.Evaluation;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gates.Mutants;

/// <summary>What mutants change, what they leave as it is, and what they leave behind.</summary>
public sealed class MutantMakingTests
{
    public static TheoryData<string> Names => [.. MutantCatalog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_good_candidate_keeps_its_files_and_predictions_and_nothing_is_left_behind(string name)
    {
        using var good = new GoodCase();
        var set = good.Value.Candidate.Predictions.Value!;
        var (files, predictions, probabilities) = (GoodCase.Hash(good.CandidatePath), set.Predictions.ToArray(), set.Probabilities[0].ToArray());
        string? copy;
        using (var workspace = new MutantWorkspace(17, files))
        {
            copy = Make(name, good.Value, workspace)?.Candidate.Directory!.Root;
        }

        Assert.Equal(files.Files, GoodCase.Hash(good.CandidatePath).Files);
        Assert.Equal(predictions, set.Predictions);
        Assert.Equal(probabilities, set.Probabilities[0]);
        Assert.Equal(copy == good.CandidatePath, Directory.Exists(copy));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_makes_the_same_candidate(string name)
    {
        using var good = new GoodCase();
        var files = GoodCase.Hash(good.CandidatePath);
        using var first = new MutantWorkspace(17, files);
        using var second = new MutantWorkspace(17, files);
        var (left, right) = (Make(name, good.Value, first)?.Candidate, Make(name, good.Value, second)?.Candidate);
        Assert.Equal(left?.Actual, right?.Actual);
        Assert.Equal(left?.Predictions.Value?.Predictions, right?.Predictions.Value?.Predictions);
        Assert.Equal(left?.Predictions.Value?.Probabilities, right?.Predictions.Value?.Probabilities);
        Assert.Equal(left?.Predictions.Problem, right?.Predictions.Problem);
    }

    [Theory]
    [InlineData("unpinned-dependency")]
    [InlineData("foreign-channel")]
    [InlineData("missing-file")]
    [InlineData("dropped-column")]
    [InlineData("removed-signature")]
    [InlineData("oversized")]
    public void Changed_files_have_a_digest_of_their_own_that_the_registry_knows(string name)
    {
        using var good = new GoodCase();
        using var workspace = new MutantWorkspace(17, GoodCase.Hash(good.CandidatePath));
        var bad = Make(name, good.Value, workspace)!.Candidate;
        Assert.Equal(ContentIdentity.Of(GoodCase.Hash(bad.Directory!.Root)), bad.Actual);
        Assert.Equal(bad.Actual, bad.Registered);
        Assert.NotEqual(good.Value.Candidate.Actual, bad.Actual);
    }

    [Fact]
    public void The_registry_does_not_know_the_files_of_a_stale_digest()
    {
        using var good = new GoodCase();
        using var workspace = new MutantWorkspace(17, GoodCase.Hash(good.CandidatePath));
        var bad = Make("stale-digest", good.Value, workspace)!.Candidate;
        Assert.Equal(ContentIdentity.Of(GoodCase.Hash(bad.Directory!.Root)), bad.Actual);
        Assert.Equal(good.Value.Candidate.Registered, bad.Registered);
        Assert.NotEqual(bad.Actual, bad.Registered);
    }

    // A private copy of a version's files can be read only, and whoever is not root could not write into a copy that took this over.
    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void A_copy_of_files_that_can_only_be_read_can_be_changed()
    {
        using var good = new GoodCase(changeFiles: directory => Array.ForEach(Directory.GetFiles(directory), file => File.SetUnixFileMode(file, UnixFileMode.UserRead)));
        using var workspace = new MutantWorkspace(17, GoodCase.Hash(good.CandidatePath));
        var copy = workspace.Copy(good.Value)!;
        copy.Damage("MLmodel");
        copy.Damage("MLmodel");
        Assert.True(File.GetUnixFileMode(copy.Directory.FullPath("MLmodel")).HasFlag(UnixFileMode.UserWrite));
        Assert.Equal(ContentIdentity.Of(GoodCase.Hash(copy.Directory.Root)), copy.ReplaceIn(good.Value).Candidate.Actual);
    }

    [Theory]
    [InlineData("gender")]
    [InlineData("gender:bins(1)")]
    public void A_group_is_disadvantaged_however_its_column_is_cut(string groups)
    {
        using var good = new GoodCase();
        using var workspace = new MutantWorkspace(17, null);
        var bad = Make("unfair-group", good.With(GoodCase.NoGates with { Fairness = [new() { Metric = "recall", Groups = groups, MaxDifference = 0.2 }] }), workspace);
        Assert.NotEqual(good.Value.Candidate.Predictions.Value!.Predictions, bad?.Candidate.Predictions.Value!.Predictions);
        Assert.NotNull(bad);
    }

    [Fact]
    public void Large_weights_are_neither_copied_nor_hashed_again()
    {
        using var good = new GoodCase(changeFiles: directory => File.WriteAllBytes(Path.Combine(directory, "model.pkl"), [.. Enumerable.Repeat((byte)7, 5 * 1024 * 1024)]));
        var files = GoodCase.Hash(good.CandidatePath);
        using var workspace = new MutantWorkspace(17, files);
        var copy = workspace.Copy(good.Value)!;
        Assert.Equal(ContentIdentity.Of(files), copy.ReplaceIn(good.Value).Candidate.Actual);
        var weights = new FileInfo(copy.Directory.FullPath("model.pkl"));
        Assert.Equal(5 * 1024 * 1024, weights.Length);
        using var stream = weights.OpenRead();
        Assert.Equal(0, stream.ReadByte());
    }

    [Fact]
    public void A_directory_that_MLmodel_names_is_removed_with_its_files()
    {
        using var good = new GoodCase(changeFiles: directory =>
        {
            Directory.CreateDirectory(Path.Combine(directory, "data", "deep"));
            File.WriteAllText(Path.Combine(directory, "data", "deep", "weights.bin"), "7");
            File.WriteAllText(Path.Combine(directory, "MLmodel"), "flavors:\n  python_function:\n    data: data/\n    loader_module: mlflow.sklearn\n");
        });
        using var workspace = new MutantWorkspace(17, GoodCase.Hash(good.CandidatePath));
        var bad = Make("missing-file", good.Value, workspace)!.Candidate;
        Assert.False(Directory.Exists(Path.Combine(bad.Directory!.Root, "data")));
        Assert.True(File.Exists(Path.Combine(bad.Directory.Root, "MLmodel")));
        Assert.Equal(ContentIdentity.Of(GoodCase.Hash(bad.Directory.Root)), bad.Actual);
    }

    [Fact]
    public void Only_columns_of_the_reference_drift_or_lose_values()
    {
        using var good = new GoodCase();
        var inputs = good.Value.Candidate.Inputs.Value!;
        var more = good.Value with
        {
            Candidate = good.Value.Candidate with { Inputs = new(inputs with { Columns = [inputs.Columns[0] with { Name = "unknown" }, .. inputs.Columns] }) },
        };
        foreach (var name in new[] { "drifted-inputs", "missing-inputs" })
        {
            using var workspace = new MutantWorkspace(17, null);
            var columns = Make(name, more, workspace)!.Candidate.Inputs.Value!.Columns;
            Assert.Equal(["age"], columns.Zip(more.Candidate.Inputs.Value!.Columns).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Name));
        }
    }

    [Fact]
    public void Nothing_but_the_changed_key_of_MLmodel_changes()
    {
        using var good = new GoodCase();
        using var workspace = new MutantWorkspace(17, GoodCase.Hash(good.CandidatePath));
        var before = good.Value.Candidate.Directory!.Model!.Value!;
        var reading = Make("removed-signature", good.Value, workspace)!.Candidate.Directory!.Model!;
        Assert.Empty(reading.Problems);
        Assert.Null(reading.Value!.Signature);
        Assert.Equal(
            before.Keys.Children.Where(pair => pair.Key.ToString() != "signature").Select(pair => $"{pair.Key}: {pair.Value}"),
            reading.Value.Keys.Children.Select(pair => $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public void An_emptied_section_loses_what_is_below_it_and_no_other_does()
    {
        var card = "# Card\n\nIntended use\n---\n\nText.\n\n### Not for\n\n```\n# no heading\n```\n\n## Limitations\n\nMany.\n";
        var sections = ModelOps.Core.Gates.Metadata.CardReader.Read(EmptiedCard.Of(card, "intended use")!);
        Assert.Equal(["Card", "Intended use", "Not for", "Limitations"], sections.Select(section => section.Heading));
        Assert.Equal([true, false, false, true], sections.Select(section => section.HasText));
        Assert.Null(EmptiedCard.Of(card, "Training data"));
    }

    [Theory]
    [InlineData(EvaluationTask.Binary)]
    [InlineData(EvaluationTask.Multiclass)]
    public void Wrong_rows_are_wrong_in_class_and_probability_and_the_others_stay(EvaluationTask task)
    {
        var classes = task == EvaluationTask.Binary ? 2 : 3;
        var random = new Random(3);
        var labels = Enumerable.Range(0, 60).Select(row => (double)(row % classes)).ToArray();
        double[][] raw = [.. Enumerable.Range(0, classes).Select(_ => labels.Select(_ => random.NextDouble()).ToArray())];
        double[][] shares = [.. raw.Select(column => column.Select((value, row) => value / raw.Sum(other => other[row])).ToArray())];
        var set = new PredictionSet
        {
            Task = task,
            Labels = labels,
            Predictions = [.. labels],
            Probabilities = task == EvaluationTask.Binary ? [shares[1]] : shares,
            Classes = ["a", "b", "c"],
        };
        set = set with { Classes = [.. set.Classes.Take(classes)] };
        var wrong = WrongRows.In(set, [.. Enumerable.Range(0, 30)]);
        for (var row = 0; row < 60; row++)
        {
            var ofLabel = task == EvaluationTask.Binary
                ? labels[row] == 1 ? wrong.Probabilities[0][row] : 1 - wrong.Probabilities[0][row]
                : wrong.Probabilities[(int)labels[row]][row];
            Assert.Equal(row >= 30, wrong.Predictions[row] == labels[row]);
            Assert.InRange(wrong.Predictions[row], 0, classes - 1);
            Assert.True(row >= 30 || ofLabel <= 0.5);
            Assert.True(row < 30 || wrong.Probabilities.Zip(set.Probabilities).All(pair => pair.First[row] == pair.Second[row]));
            Assert.True(task == EvaluationTask.Binary || Math.Abs(wrong.Probabilities.Sum(column => column[row]) - 1) < 1e-12);
        }
    }

    [Fact]
    public void Wrong_numbers_are_further_off_and_wrong_scores_turn_the_order_round()
    {
        var numbers = new PredictionSet { Task = EvaluationTask.Regression, Labels = [1, 2, 3, 5], Predictions = [1, 2.5, 2.5, 5] };
        Assert.Equal([5, 6.5, -1.5, 5], WrongRows.In(numbers, [0, 1, 2]).Predictions);
        var ranks = new PredictionSet { Task = EvaluationTask.Ranking, Labels = [3, 0, 1], Predictions = [9, 1, 4], Queries = [0, 0, 0] };
        Assert.Equal([-3, 0, -1], WrongRows.In(ranks, [0, 1, 2]).Predictions);
    }

    [Fact]
    public void No_more_rows_are_made_wrong_than_it_takes()
    {
        var set = new PredictionSet { Task = EvaluationTask.Binary, Labels = new double[100], Predictions = new double[100], Classes = ["0", "1"] };
        int[] order = [.. Enumerable.Range(0, 100)];
        int Wrong(PredictionSet candidate) => candidate.Predictions.Count(prediction => prediction == 1);
        foreach (var least in new[] { 1, 2, 37, 99, 100 })
        {
            Assert.Equal(least, Wrong(WrongRows.Until(set, order, candidate => Wrong(candidate) >= least, CancellationToken.None)!));
        }

        Assert.Null(WrongRows.Until(set, order, candidate => Wrong(candidate) > 100, CancellationToken.None));
    }

    private static GateCase? Make(string name, GateCase good, MutantWorkspace workspace) =>
        MutantCatalog.Select([name])[0].Make(good, workspace, CancellationToken.None);
}
