using System.Collections.Immutable;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.PayModels;

namespace CareerRecs.Salary.Training;

/// <summary>
/// Fits a <see cref="PayModel"/> to observations. The ranges are calibrated on what the effects do not explain of rows that were
/// kept aside while the effects were fitted, level and spread alike. Pure: the same rows in any order, repeated or not, give the
/// same model.
/// </summary>
public static class PayTrainer
{
    /// <summary>With fewer distinct rows no model is fitted.</summary>
    public const int FewestRows = 100;

    // A service that trains goes on answering meanwhile.
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount / 2);

    private const int Folds = 5;
    private const int LevelRounds = 20;
    private const int SpreadRounds = 12;
    private const double LeastSize = 1e-3; // residuals that are 0 by chance say nothing of a spread of 0

    /// <summary>The model.</summary>
    public static PayModel Fit(IEnumerable<PayRow> observations, PaySpec spec, CancellationToken cancellationToken = default)
    {
        var rows = PayRow.Distinct(observations);
        if (rows.Length < FewestRows)
        {
            throw new ArgumentException($"{rows.Length} distinct rows; at least {FewestRows} are needed.", nameof(observations));
        }
        var facets = PayFacets.Of([.. rows.Select(r => r.Facts)]);
        var codes = Array.ConvertAll(rows, row => Encode(facets, row.Facts));
        var table = new Table(rows, codes, spec);

        var logs = Array.ConvertAll(rows, r => Math.Log(r.Amount));
        var (level, aside) = table.Fit(
            spec.Level,
            (groups, part) => ShrunkEffects.OfValues(groups, part, logs, LevelRounds),
            cancellationToken
        );
        var residuals = logs.Zip(aside, (log, fitted) => log - fitted).ToArray();
        var medians = BandShape.Medians(residuals, table.Bands, spec.Bands);
        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[i] -= table.Bands[i] is >= 0 and var band ? medians[band] : 0;
        }

        var sizes = Array.ConvertAll(residuals, r => Math.Max(LeastSize, Math.Abs(r)));
        var (spread, scales) = table.Fit(
            spec.Spread,
            (groups, part) => ShrunkEffects.OfSizes(groups, part, sizes, SpreadRounds),
            cancellationToken
        );
        var standard = residuals.Zip(scales, (r, scale) => r / Math.Exp(scale)).ToArray();
        return new PayModel(
            facets,
            BandShape.Of(standard, table.Bands, medians),
            table.Sum(spec.Level, level),
            table.Sum(spec.Spread, spread)
        );
    }

    private static int[] Encode(PayFacets facets, PayFacts facts)
    {
        var codes = new int[PayFacets.Count];
        facets.Encode(facts, codes);
        return codes;
    }

    /// <summary>The rows as codes, in the order of their keys.</summary>
    private sealed class Table(PayRow[] rows, int[][] codes, PaySpec spec)
    {
        private readonly int[] _folds = Array.ConvertAll(rows, row => row.FoldOf(Folds));

        public int[] Bands { get; } =
            Array.ConvertAll(rows, r => r.Facts.Band is { } b ? Math.Clamp((int)Math.Round(b), 0, spec.Bands - 1) : -1);

        /// <summary>Effects fitted to all rows, and for each row the sum fitted without its fold.</summary>
        public (ShrunkEffects All, double[] Aside) Fit(
            IReadOnlyList<PayGroup> groups,
            Func<IReadOnlyList<Cells>, int[], ShrunkEffects> fit,
            CancellationToken cancellationToken
        )
        {
            var cells = groups.Select(CellsOf).ToArray();
            var fits = new ShrunkEffects[Folds + 1];
            Parallel.For(
                0,
                fits.Length,
                new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Threads },
                fold => fits[fold] = fit(cells, [.. Enumerable.Range(0, rows.Length).Where(row => _folds[row] != fold)])
            );
            return (fits[Folds], [.. Enumerable.Range(0, rows.Length).Select(row => fits[_folds[row]].Of(cells, row))]);
        }

        public EffectSum Sum(IReadOnlyList<PayGroup> groups, ShrunkEffects fitted) =>
            new(fitted.Mean, [.. Effects(groups, fitted)]);

        private IEnumerable<PayEffects> Effects(IReadOnlyList<PayGroup> groups, ShrunkEffects fitted) =>
            groups.Select(
                (group, g) =>
                {
                    var byKey = new Dictionary<ulong, double>();
                    var cells = CellsOf(group);
                    for (var row = 0; row < rows.Length; row++)
                    {
                        if (cells.Of[row] is >= 0 and var cell)
                        {
                            byKey[group.Key(codes[row])] = fitted.Effects[g][cell];
                        }
                    }

                    return new PayEffects(group, byKey);
                }
            );

        private Cells CellsOf(PayGroup group)
        {
            var cells = new Dictionary<ulong, int>();
            var of = new int[rows.Length];
            for (var row = 0; row < rows.Length; row++)
            {
                var key = group.Key(codes[row]);
                if (key == 0)
                {
                    of[row] = -1;
                }
                else if (!cells.TryGetValue(key, out of[row]))
                {
                    cells[key] = of[row] = cells.Count;
                }
            }

            return new Cells(of, cells.Count);
        }
    }
}
