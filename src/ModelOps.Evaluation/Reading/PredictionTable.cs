using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Classes;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Evaluation.Reading;

/// <summary>The columns of predictions while they are read.</summary>
internal sealed class PredictionTable
{
    private readonly PredictionColumns _columns;
    private readonly RowProblems _problems;
    private readonly ReadLimits _limits;
    private readonly ColumnBindings _bindings = new();
    private readonly TextCodes _classes = new();
    private readonly TextCodes _queryNames = new();
    private readonly TextCodes _clusterNames = new();
    private readonly IColumnBuilder _labels;
    private readonly IColumnBuilder? _predictions;
    private readonly ProbabilityColumns _probabilities;
    private readonly NumberColumnBuilder? _scores;
    private readonly NumberColumnBuilder? _weights;
    private readonly KeyColumnBuilder? _keys;
    private readonly CodeColumnBuilder? _queries;
    private readonly CodeColumnBuilder? _clusters;
    private readonly List<SliceColumnReader> _slices;

    public PredictionTable(PredictionColumns columns, ReadLimits limits, RowProblems problems)
    {
        (_columns, _limits, _problems) = (columns, limits, problems);
        _labels = Target(columns.Label, columns.Task == EvaluationTask.Ranking ? NumberRange.NotNegative : NumberRange.Finite);
        _predictions = columns.Prediction is { } prediction ? Target(prediction, NumberRange.Finite) : null;
        _probabilities = new(columns, _bindings, _classes, problems);
        _scores = columns.Score is { } score ? _bindings.Add(score, new NumberColumnBuilder(score, NumberRange.Finite, problems)) : null;
        _weights = columns.Weight is { } weight ? _bindings.Add(weight, new NumberColumnBuilder(weight, NumberRange.NotNegative, problems)) : null;
        _keys = columns.Key is { } key ? _bindings.Add(key, new KeyColumnBuilder(key, limits, problems)) : null;
        _queries = columns.Query is { } query ? Codes(query, _queryNames, int.MaxValue) : null;
        _clusters = columns.Cluster is { } cluster ? Codes(cluster, _clusterNames, int.MaxValue) : null;
        _slices = [.. columns.Slices.Select(text => SliceSpec.TryParse(text, out var spec) ? spec : throw new ArgumentException(text, nameof(columns)))
            .Select(spec => new SliceColumnReader(spec, _bindings, limits, problems))];
    }

    private bool HasClasses => _columns.Task is EvaluationTask.Binary or EvaluationTask.Multiclass;

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Takes a row.</summary>
    public void Add(IRowSource row)
    {
        _bindings.Feed(row);
        _probabilities.CheckRow(row.Line);
        Rows++;
    }

    /// <summary>Ends reading when a column is not there.</summary>
    public void RequireColumns(string file, IRowSource rows) => _bindings.RequireAll(file, rows.Columns);

    /// <summary>The predictions.</summary>
    /// <exception cref="ModelOpsException">They cannot be used.</exception>
    public PredictionSet Build()
    {
        var weights = _weights?.Build();
        if (weights is { Length: > 0 } && Array.TrueForAll(weights, weight => weight == 0))
        {
            _problems.Add(EvaluationDiagnostics.ValueInvalid, $"Column {RowProblems.Show(_columns.Weight)}: all weights are 0.");
        }

        _problems.ThrowIfAny();
        if (Rows == 0)
        {
            throw _problems.Stop(EvaluationDiagnostics.ValueInvalid, "There are no rows; expected a line for every prediction.");
        }

        var set = HasClasses ? BuildClasses() : new PredictionSet
        {
            Task = _columns.Task,
            Labels = ((NumberColumnBuilder)_labels).Build(),
            Predictions = ((NumberColumnBuilder)_predictions!).Build(),
        };
        return set with
        {
            Weights = weights,
            Keys = _keys?.Build(),
            Queries = _queries?.Build(),
            Clusters = _clusters?.Build(),
            Slices = [.. _slices.Select(slice => slice.Build())],
        };
    }

    private PredictionSet BuildClasses()
    {
        var (labels, predictions) = ((CodeColumnBuilder)_labels, (CodeColumnBuilder?)_predictions);
        if (predictions is not null && ClassMatch.FindProblem(labels.Texts, predictions.Texts, _columns.Task) is { } mismatch)
        {
            throw _problems.Stop(EvaluationDiagnostics.ClassesDiffer, $"Columns {RowProblems.Show(_columns.Label)} and {RowProblems.Show(_columns.Prediction)}: {mismatch}");
        }

        var classes = CodedClasses.Of(_classes.Texts, _columns, _problems);
        _problems.ThrowIfAny();
        var probabilities = _probabilities.Build(classes);
        _problems.ThrowIfAny();
        var scores = _scores?.Build();
        return new()
        {
            Task = _columns.Task,
            Outputs = _columns.Outputs,
            Classes = classes.Names,
            Labels = classes.Translate(labels.Build()),
            Predictions = predictions is null ? scores ?? PredictedClasses.Of(probabilities, _columns.Task, _columns.Threshold) : classes.Translate(predictions.Build()),
            Probabilities = scores is null ? probabilities : [ScoreRanks.Of(scores)],
        };
    }

    private IColumnBuilder Target(string name, NumberRange range) => HasClasses
        ? Codes(name, _classes, _limits.Classes, " A task of classes has few; numbers are for a regression task or for a column of probabilities.")
        : _bindings.Add<IColumnBuilder>(name, new NumberColumnBuilder(name, range, _problems));

    private CodeColumnBuilder Codes(string name, TextCodes codes, int most, string advice = "") =>
        _bindings.Add(name, new CodeColumnBuilder(name, codes, most, _limits, _problems) { Advice = advice });
}
