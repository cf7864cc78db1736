using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;

namespace CareerRecs.Salary.Training;

/// <summary>An observation to fit to: what is known of the job, and its yearly pay, above 0, in the model's currency.</summary>
public sealed record PayRow(PayFacts Facts, double Amount)
{
    /// <summary>The row as text: rows in its order are in the same order however they came.</summary>
    internal string Key =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Facts.Title}|{Facts.Band}|{Facts.Country}|{Facts.Residence}|{Facts.Place}|{Facts.Employer}|"
                + $"{Facts.Remote}|{Facts.Size}|{Facts.Year}|{Amount:R}"
        );

    /// <summary>The distinct rows of some, in the order of their keys: the same however they came.</summary>
    internal static PayRow[] Distinct(IEnumerable<PayRow> rows)
    {
        var sorted = rows.ToArray();
        var keys = Array.ConvertAll(sorted, row => row.Key);
        Array.Sort(keys, sorted, StringComparer.Ordinal);
        return [.. sorted.Where((_, i) => i == 0 || keys[i] != keys[i - 1])];
    }

    /// <summary>Which of a number of folds the row falls into: by its hash, so by nothing but the row itself.</summary>
    /// <param name="folds">How many there are.</param>
    /// <param name="seed">Another seed, other folds: those that a model is measured on are not those that it calibrates itself
    /// on.</param>
    internal int FoldOf(int folds, ulong seed = 0) => (int)(Hash(seed) % (ulong)folds);

    /// <summary>FNV-1a over the key.</summary>
    internal ulong Hash(ulong seed = 0)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var c in Key)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }
        return hash ^ (hash >> 32);
    }
}

/// <summary>What a pay model is made of: its bands and the groups of effects on the median and on the spread.</summary>
/// <param name="Bands">Number of experience bands.</param>
/// <param name="Level">Groups whose effects make the median.</param>
/// <param name="Spread">Groups whose effects make the spread around it.</param>
public sealed record PaySpec(int Bands, IReadOnlyList<PayGroup> Level, IReadOnlyList<PayGroup> Spread);
