using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;

namespace CareerRecs.Salary.PayModels;

/// <summary>Percentiles of yearly pay and the factors whose product is the median.</summary>
public readonly record struct PayRange(
    double P10,
    double P25,
    double P50,
    double P75,
    double P90,
    ImmutableArray<(string Kind, double Value)> Factors
)
{
    /// <summary>Whether it holds an amount.</summary>
    public bool Holds(double amount) => amount >= P10 && amount <= P90;

    /// <summary>The range with wages grown by a factor.</summary>
    internal PayRange Times(double growth) =>
        new(P10 * growth, P25 * growth, P50 * growth, P75 * growth, P90 * growth, Factors.Add(("wage growth", growth)));
}

/// <summary>What an experience band adds to a logarithm, and the shape of what no fact explains.</summary>
/// <param name="Share">Its share of the rows.</param>
/// <param name="Median">Added to the logarithm of the median.</param>
/// <param name="Quantiles">Logarithms of p10, p25, p50, p75, p90 over the median, in units of the scale; never falling, p50 is
/// 0.</param>
public sealed record PayBand(double Share, double Median, ImmutableArray<double> Quantiles);

/// <summary>A logarithm as a sum: where it starts, and the effects that are added.</summary>
/// <param name="Start">The logarithm without any effect.</param>
/// <param name="Effects">The effects, by group.</param>
public sealed record EffectSum(double Start, ImmutableArray<PayEffects> Effects);

/// <summary>
/// Pay fitted to observations: the logarithm of the median is a sum of effects, so the median is a product of factors; the
/// logarithms of the percentiles over it are a shape per experience band times a scale that is a product of factors as well. Pure
/// and immutable.
/// </summary>
public sealed class PayModel
{
    private const int MostBands = 16;
    private readonly PayEffects[] _level;
    private readonly PayEffects[] _byBand;
    private readonly string[] _kinds;
    private readonly int[] _kindOf;

    internal PayModel(PayFacets facets, ImmutableArray<PayBand> bands, EffectSum level, EffectSum spread)
    {
        if (bands.Length is 0 or > MostBands)
        {
            throw new FormatException($"A pay model has 1 to {MostBands} experience bands.");
        }
        (Facets, Bands, Level, Spread) = (facets, bands, level, spread);
        _byBand = [.. level.Effects.Where(e => e.Group.Facets.Contains(PayFacet.Band))];
        _level = [.. level.Effects.Except(_byBand)];
        _kinds = [.. _level.Select(e => e.Group.Kind).Distinct()];
        _kindOf = [.. _level.Select(e => Array.IndexOf(_kinds, e.Group.Kind))];
    }

    /// <summary>The values its rows had.</summary>
    public PayFacets Facets { get; }

    /// <summary>Its experience bands, the lowest first.</summary>
    public ImmutableArray<PayBand> Bands { get; }

    /// <summary>Logarithm of the median.</summary>
    public EffectSum Level { get; }

    /// <summary>Logarithm of the scale.</summary>
    public EffectSum Spread { get; }

    /// <summary>The same model with other bands: how it is brought to fresh rows.</summary>
    public PayModel With(ImmutableArray<PayBand> bands) => new(Facets, bands, Level, Spread);

    /// <summary>The range of pay of a job. Whatever is not known is left out: the wider groups stand for it.</summary>
    public PayRange Estimate(PayFacts facts)
    {
        Span<int> codes = stackalloc int[PayFacets.Count];
        Facets.Encode(facts, codes);
        Span<double> sums = stackalloc double[_kinds.Length];
        sums.Clear();
        for (var i = 0; i < _level.Length; i++)
        {
            sums[_kindOf[i]] += _level[i].Of(codes);
        }

        var factors = new (string, double)[_kinds.Length + 2];
        factors[0] = ("baseline", Math.Exp(Level.Start));
        for (var i = 0; i < _kinds.Length; i++)
        {
            factors[i + 1] = (_kinds[i], Math.Exp(sums[i]));
        }
        factors[^1] = ("seniority", Math.Exp(OfBand(facts.Band, codes)));
        var median = 1.0;
        foreach (var (_, value) in factors)
        {
            median *= value;
        }

        var scale = ScaleOf(codes);
        return new PayRange(At(0), At(1), At(2), At(3), At(4), ImmutableCollectionsMarshal.AsImmutableArray(factors));

        double At(int quantile) => median * Math.Exp(scale * Shape(facts.Band, quantile));
    }

    /// <summary>How far the logarithm of pay is spread for a job, in units of <see cref="PayBand.Quantiles"/>.</summary>
    public double ScaleOf(PayFacts facts)
    {
        Span<int> codes = stackalloc int[PayFacets.Count];
        Facets.Encode(facts, codes);
        return ScaleOf(codes);
    }

    private double ScaleOf(ReadOnlySpan<int> codes)
    {
        var scale = Spread.Start;
        foreach (var effects in Spread.Effects)
        {
            scale += effects.Of(codes);
        }
        return Math.Exp(scale);
    }

    // More experience never lowers the median: bands in which the rows say otherwise are pooled, weighted by their rows.
    private double OfBand(double? band, Span<int> codes)
    {
        Span<double> added = stackalloc double[Bands.Length];
        Span<double> shares = stackalloc double[Bands.Length];
        for (var b = 0; b < Bands.Length; b++)
        {
            codes[(int)PayFacet.Band] = Facets.BandCode(b);
            added[b] = Bands[b].Median;
            shares[b] = Bands[b].Share;
            foreach (var effects in _byBand)
            {
                added[b] += effects.Of(codes);
            }
        }

        codes[(int)PayFacet.Band] = Facets.BandCode(band);
        Isotonic.Rise(added, shares);
        if (band is { } position)
        {
            var (low, high, weight) = Between(position);
            return added[low] + weight * (added[high] - added[low]);
        }

        var mean = 0.0;
        for (var b = 0; b < Bands.Length; b++)
        {
            mean += shares[b] * added[b];
        }
        return mean;
    }

    private double Shape(double? band, int quantile)
    {
        if (band is { } position)
        {
            var (low, high, weight) = Between(position);
            return (1 - weight) * Bands[low].Quantiles[quantile] + weight * Bands[high].Quantiles[quantile];
        }

        var mean = 0.0;
        foreach (var b in Bands)
        {
            mean += b.Share * b.Quantiles[quantile];
        }
        return mean;
    }

    private (int Low, int High, double Weight) Between(double position)
    {
        position = Math.Clamp(position, 0, Bands.Length - 1);
        var low = (int)position;
        return (low, Math.Min(low + 1, Bands.Length - 1), position - low);
    }
}
