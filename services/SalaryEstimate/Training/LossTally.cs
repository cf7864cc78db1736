using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;

namespace CareerRecs.Salary.Training;

/// <summary>Counts how far answers are from what was paid.</summary>
internal sealed class LossTally(PayBase? other)
{
    private static readonly double[] Levels = [0.1, 0.25, 0.5, 0.75, 0.9];

    private readonly List<double> _errors = [];
    private readonly (int Rows, int Held)[] _bands = new (int, int)[PayMetrics.BandNames.Length];
    private double _pinball;
    private int _held;
    private (int First, int Last) _years;
    private (int Rows, double Ours, double Theirs) _paired;

    /// <summary>Counts a row that the model was not fitted to.</summary>
    public void Add(PayModel model, PayRow row)
    {
        var range = model.Estimate(row.Facts);
        var pinball = Pinball(range, row.Amount);
        var held = range.Holds(row.Amount) ? 1 : 0;
        _pinball += pinball;
        _held += held;
        _errors.Add(Math.Abs(range.P50 / row.Amount - 1));
        if (row.Facts.Band is { } position)
        {
            var band = Math.Clamp((int)Math.Round(position), 0, _bands.Length - 1);
            _bands[band] = (_bands[band].Rows + 1, _bands[band].Held + held);
        }

        if (row.Facts.Year is { } year)
        {
            _years = (_years.First == 0 ? year : Math.Min(_years.First, year), Math.Max(_years.Last, year));
        }
        if (other is not null && other.Pay.Answers(row.Facts))
        {
            _paired = (
                _paired.Rows + 1,
                _paired.Ours + pinball,
                _paired.Theirs + Pinball(other.Pay.Served(row.Facts), row.Amount)
            );
        }
    }

    /// <summary>What was counted.</summary>
    public PayMetrics Metrics() =>
        new(
            _errors.Count,
            _years.First,
            _years.Last,
            Math.Round(Share(_pinball, _errors.Count), 1),
            Math.Round(Quantile.Of([.. _errors.Order()], 0.5), 4),
            Math.Round(Share(_held, _errors.Count), 4),
            [.. _bands.Select(band => new BandMetrics(band.Rows, Math.Round(Share(band.Held, band.Rows), 4)))]
        )
        {
            Paired = other is null
                ? null
                : new(
                    other.Name,
                    _paired.Rows,
                    Math.Round(Share(_paired.Ours, _paired.Rows), 1),
                    Math.Round(Share(_paired.Theirs, _paired.Rows), 1)
                ),
        };

    private static double Share(double sum, int count) => count == 0 ? 0 : sum / count;

    private static double Pinball(PayRange range, double paid)
    {
        ReadOnlySpan<double> percentiles = [range.P10, range.P25, range.P50, range.P75, range.P90];
        var loss = 0.0;
        for (var i = 0; i < percentiles.Length; i++)
        {
            var over = paid - percentiles[i];
            loss += Math.Max(Levels[i] * over, (Levels[i] - 1) * over);
        }

        return loss / percentiles.Length;
    }
}
