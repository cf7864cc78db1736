using System.Collections.Frozen;
using System.Collections.Immutable;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.WageTables;

/// <summary>What makes an amount of one currency one of another.</summary>
internal readonly record struct Conversion(string Currency, double Factor, string Label, string Source)
{
    /// <summary>Year of the rate, of two the older; null where none is needed.</summary>
    public int? Year { get; init; }

    /// <summary>Adds the factor, unless the amounts are of the currency already.</summary>
    public void AddTo(SalaryEstimate estimate)
    {
        if (Label.Length > 0)
        {
            estimate.Add("currency", Label, Factor, Source);
        }
    }
}

/// <summary>Currency rates of a model, all against the US dollar.</summary>
internal sealed class Exchange(ImmutableArray<CurrencyRate> rates)
{
    public const string Usd = "USD";
    private readonly FrozenDictionary<string, CurrencyRate> _rates = rates.ToFrozenDictionary(
        r => r.Currency,
        StringComparer.Ordinal
    );

    /// <summary>The currencies that amounts of one can be told in.</summary>
    public IEnumerable<string> Reachable(string from) =>
        from == Usd || _rates.ContainsKey(from) ? _rates.Keys.Append(from).Append(Usd).Distinct() : [from];

    /// <summary>The conversion; null where a rate is not known.</summary>
    public Conversion? Find(string from, string to)
    {
        if (from == to)
        {
            return new Conversion(to, 1, "", "");
        }
        CurrencyRate? own = null,
            other = null;
        if (from != Usd && !_rates.TryGetValue(from, out own))
        {
            return null;
        }
        if (to != Usd && !_rates.TryGetValue(to, out other))
        {
            return null;
        }
        var (one, date) = (from == Usd ? "one US dollar" : $"one {from}", Oldest(own, other));
        var source =
            own is null ? other!.Source
            : other is null || other.Source == own.Source ? own.Source
            : $"{own.Source}; {other.Source}";
        return new Conversion(
            to,
            (other?.PerUsd ?? 1) / (own?.PerUsd ?? 1),
            FormattableString.Invariant($"{to} for {one}, {date:yyyy-MM-dd}"),
            source
        )
        {
            Year = date.Year,
        };
    }

    private static DateOnly Oldest(CurrencyRate? own, CurrencyRate? other) =>
        own is null ? other!.Date
        : other is null || own.Date < other.Date ? own.Date
        : other.Date;
}
