namespace CareerRecs.Salary.Training;

/// <summary>The cell of a group that each row falls into; -1 where a value is not known.</summary>
internal sealed record Cells(int[] Of, int Count);

/// <summary>
/// A sum of effects fitted to rows, each group shrunk by what the rows themselves say of its variance (empirical Bayes): a cell
/// of three rows leans on the wider groups, one of three thousand speaks for itself. Backfitting: each group in turn is the
/// shrunk mean of what the others leave.
/// </summary>
internal sealed class ShrunkEffects
{
    private const int BlindRounds = 4; // the variances are learned once the effects have settled a little
    private const double FirstVariance = 0.05;
    private const double LeastVariance = 1e-5;

    // Rows are not each a draw of their own: a posting gives both ends of its range, an employer posts more than once. Taken as
    // such, they would make every small cell look like a fact, and it would not hold in the year after.
    private const double RowsOfOneDraw = 2;

    private ShrunkEffects(double mean, double[][] effects) => (Mean, Effects) = (mean, effects);

    /// <summary>What the effects are added to.</summary>
    public double Mean { get; }

    /// <summary>Effects by group and cell; 0 for a cell without rows.</summary>
    public double[][] Effects { get; }

    /// <summary>Fits a value: squared error.</summary>
    public static ShrunkEffects OfValues(IReadOnlyList<Cells> groups, int[] rows, double[] values, int rounds) =>
        Fit(groups, rows, 0, rounds, (row, sum) => values[row] - sum);

    /// <summary>Fits the logarithm of the mean of positive sizes: the score of a gamma distribution.</summary>
    public static ShrunkEffects OfSizes(IReadOnlyList<Cells> groups, int[] rows, double[] sizes, int rounds) =>
        Fit(groups, rows, Math.Log(rows.Average(row => sizes[row])), rounds, (row, sum) => sizes[row] * Math.Exp(-sum) - 1);

    /// <summary>The fitted sum of a row.</summary>
    public double Of(IReadOnlyList<Cells> groups, int row)
    {
        var sum = Mean;
        for (var g = 0; g < groups.Count; g++)
        {
            if (groups[g].Of[row] is >= 0 and var cell)
            {
                sum += Effects[g][cell];
            }
        }

        return sum;
    }

    private static ShrunkEffects Fit(
        IReadOnlyList<Cells> groups,
        int[] rows,
        double start,
        int rounds,
        Func<int, double, double> left
    )
    {
        var mean = start;
        var sums = new double[rows.Length];
        Array.Fill(sums, start);
        var fits = groups.Select(group => new GroupFit(group, rows)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            double shift = 0,
                noise = 0;
            for (var i = 0; i < rows.Length; i++)
            {
                var residual = left(rows[i], sums[i]);
                shift += residual;
                noise += residual * residual;
            }

            (shift, noise) = (shift / rows.Length, RowsOfOneDraw * noise / rows.Length);
            mean += shift;
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += shift;
            }
            foreach (var fit in fits)
            {
                fit.Update(sums, noise, left, learnsVariance: round >= BlindRounds);
            }
        }

        return new ShrunkEffects(mean, [.. fits.Select(fit => fit.Effects)]);
    }

    /// <summary>The effects of one group while they are fitted.</summary>
    private sealed class GroupFit(Cells group, int[] rows)
    {
        private readonly int[] _counts = Count(group, rows);
        private double _variance = FirstVariance;

        public double[] Effects { get; } = new double[group.Count];

        /// <summary>Fits the effects to what the other groups leave of each row.</summary>
        public void Update(double[] sums, double noise, Func<int, double, double> left, bool learnsVariance)
        {
            var penalty = noise / _variance;
            var totals = new double[group.Count];
            for (var i = 0; i < rows.Length; i++)
            {
                if (group.Of[rows[i]] is >= 0 and var cell)
                {
                    totals[cell] += left(rows[i], sums[i]);
                }
            }

            double squares = 0;
            var used = 0;
            for (var cell = 0; cell < totals.Length; cell++)
            {
                if (_counts[cell] == 0)
                {
                    continue;
                }
                var effect = (totals[cell] + _counts[cell] * Effects[cell]) / (_counts[cell] + penalty);
                totals[cell] = effect - Effects[cell];
                Effects[cell] = effect;
                squares += effect * effect + noise / (_counts[cell] + penalty);
                used++;
            }

            for (var i = 0; i < rows.Length; i++)
            {
                if (group.Of[rows[i]] is >= 0 and var cell)
                {
                    sums[i] += totals[cell];
                }
            }

            // The variance of a group is the mean square of its effects and of what is not known of each.
            if (learnsVariance)
            {
                _variance = Math.Max(LeastVariance, used == 0 ? 0 : squares / used);
            }
        }

        private static int[] Count(Cells group, int[] rows)
        {
            var counts = new int[group.Count];
            foreach (var row in rows)
            {
                if (group.Of[row] is >= 0 and var cell)
                {
                    counts[cell]++;
                }
            }

            return counts;
        }
    }
}
