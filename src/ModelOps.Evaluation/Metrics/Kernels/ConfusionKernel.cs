using System.Buffers;

namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>A metric of the confusion matrix, of which only the cells that occur are kept.</summary>
internal sealed class ConfusionKernel : IMetricKernel
{
    private const int OnStack = 512;

    private readonly int _classes;
    private readonly int[] _cells;
    private readonly (int Label, int Prediction)[] _places;
    private readonly double[]? _weights;
    private readonly Func<ClassSums, double> _score;

    /// <summary>Finds the cell of every row.</summary>
    public ConfusionKernel(PredictionSet set, Func<ClassSums, double> score)
    {
        // Neighbours are often of the same cell: then there is nothing to look up.
        var known = new Dictionary<(int Label, int Prediction), int>();
        var last = (Label: -1, Prediction: -1);
        var cell = 0;
        _cells = new int[set.Count];
        for (var row = 0; row < _cells.Length; row++)
        {
            var place = ((int)set.Labels[row], (int)set.Predictions[row]);
            if (place != last && !known.TryGetValue(place, out cell))
            {
                known.Add(place, cell = known.Count);
            }

            (_cells[row], last) = (cell, place);
        }

        _places = [.. known.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        _classes = Math.Max(2, _places.Select(place => Math.Max(place.Label, place.Prediction) + 1).DefaultIfEmpty().Max());
        _weights = set.Weights;
        _score = score;
    }

    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        var size = _places.Length + (3 * _classes);
        if (size <= OnStack)
        {
            Span<double> sums = stackalloc double[OnStack];
            return Evaluate(counts, sums[..size]);
        }

        var rented = ArrayPool<double>.Shared.Rent(size);
        var value = Evaluate(counts, rented.AsSpan(0, size));
        ArrayPool<double>.Shared.Return(rented);
        return value;
    }

    private double Evaluate(ReadOnlySpan<byte> counts, Span<double> sums)
    {
        var cells = sums[.._places.Length];
        var hits = sums.Slice(_places.Length, _classes);
        var labels = sums.Slice(_places.Length + _classes, _classes);
        var predictions = sums.Slice(_places.Length + (2 * _classes), _classes);
        sums.Clear();
        Lanes.Sum(Counts.OrOnes(counts, _cells.Length), _cells, _weights, cells);
        double total = 0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (label, prediction) = _places[cell];
            hits[label] += label == prediction ? cells[cell] : 0;
            labels[label] += cells[cell];
            predictions[prediction] += cells[cell];
            total += cells[cell];
        }

        return total > 0 ? _score(new ClassSums(hits, labels, predictions)) : double.NaN;
    }
}
