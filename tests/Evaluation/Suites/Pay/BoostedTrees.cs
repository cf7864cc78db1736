using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>
/// The mark to beat: LightGBM on the logarithm of pay, its ranges the quantiles of what it leaves of rows kept aside, by
/// experience band. It reads what our model reads.
/// </summary>
internal sealed class BoostedTrees
{
    private const int Folds = 5;
    private static readonly string[] Columns =
    [
        nameof(Input.Title),
        nameof(Input.Level),
        nameof(Input.Country),
        nameof(Input.Residence),
        nameof(Input.Remote),
        nameof(Input.Size),
        nameof(Input.Year),
    ];

    private readonly MLContext _context = new(seed: 20261101);
    private readonly int _lastYear;
    private readonly TransformerChain<RegressionPredictionTransformer<LightGbmRegressionModelParameters>> _trees;
    private readonly Dictionary<string, double[]> _left;

    public BoostedTrees(IReadOnlyList<Answer> rows)
    {
        _lastYear = rows.Max(r => r.Year);
        _trees = Fit(rows);
        var left = new List<(string Band, double Left)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var (fit, aside) = (
                rows.Where(r => Splits.FoldOf("inner" + r.Text) != fold).ToList(),
                rows.Where(r => Splits.FoldOf("inner" + r.Text) == fold).ToList()
            );
            left.AddRange(aside.Zip(Score(Fit(fit), aside), (row, score) => (row.Band, Math.Log(row.Amount) - score)));
        }

        _left = left.GroupBy(l => l.Band, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => PlainQuantiles.Of(g.Select(l => l.Left)), StringComparer.Ordinal);
    }

    /// <summary>The five percentiles of each row.</summary>
    public double[][] Predict(IReadOnlyList<Answer> rows) =>
        [.. rows.Zip(Score(_trees, rows), (row, score) => Array.ConvertAll(_left[row.Band], left => Math.Exp(score + left)))];

    private TransformerChain<RegressionPredictionTransformer<LightGbmRegressionModelParameters>> Fit(IEnumerable<Answer> rows)
    {
        IEstimator<ITransformer> encode = _context
            .Transforms.Categorical.OneHotEncoding([.. Columns.Select(c => new InputOutputColumnPair(c))])
            .Append(_context.Transforms.Concatenate("Features", Columns));
        var trainer = _context.Regression.Trainers.LightGbm(
            new LightGbmRegressionTrainer.Options
            {
                LabelColumnName = nameof(Input.Log),
                NumberOfIterations = 300,
                LearningRate = 0.1,
                NumberOfLeaves = 31,
                MinimumExampleCountPerLeaf = 20,
                NumberOfThreads = 1, // more wait for each other on a busy machine, and may sum in another order
                Deterministic = true,
                Seed = 1,
            }
        );
        return encode.Append(trainer).Fit(_context.Data.LoadFromEnumerable(rows.Select(r => Input.Of(r, _lastYear))));
    }

    private float[] Score(
        TransformerChain<RegressionPredictionTransformer<LightGbmRegressionModelParameters>> trees,
        IEnumerable<Answer> rows
    ) =>
        [
            .. trees
                .Transform(_context.Data.LoadFromEnumerable(rows.Select(r => Input.Of(r, _lastYear))))
                .GetColumn<float>("Score"),
        ];

    private sealed class Input
    {
        public string Title { get; init; } = "";
        public string Level { get; init; } = "";
        public string Country { get; init; } = "";
        public string Residence { get; init; } = "";
        public string Remote { get; init; } = "";
        public string Size { get; init; } = "";
        public string Year { get; init; } = "";
        public float Log { get; init; }

        public static Input Of(Answer row, int lastYear) =>
            new()
            {
                Title = row.Facts.Title,
                Level = row.Band,
                Country = row.Facts.Country,
                Residence = row.Facts.Residence,
                Remote = row.Facts.Remote,
                Size = row.Facts.Size,
                // A later year is read as the last: trees split one year from another and know nothing of order.
                Year = Math.Min(row.Year, lastYear).ToString(System.Globalization.CultureInfo.InvariantCulture),
                Log = (float)Math.Log(row.Amount),
            };
    }
}
