using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CareerRecs.Salary.PayModels;

/// <summary>A group of effects: one for each combination of values of its facets.</summary>
/// <param name="Facets">One to three facets; what the group adds is beyond what its parts add alone.</param>
public sealed record PayGroup(params ImmutableArray<PayFacet> Facets)
{
    /// <summary>
    /// The factor of an answer that the group is a part of: an interaction belongs to the first of them that it holds.
    /// </summary>
    public string Kind =>
        Facets.Contains(PayFacet.Band) ? "seniority"
        : Facets.Contains(PayFacet.Employer) ? "employer"
        : Facets.Contains(PayFacet.Remote) ? "remote"
        : Facets.Contains(PayFacet.Size) ? "company size"
        : Facets.Contains(PayFacet.Year) ? "year"
        : Facets.Any(f => f is PayFacet.Title or PayFacet.Family) && Facets.Length == 1 ? "role"
        : "place";

    private const int BitsOfCode = 20;

    /// <summary>One number for the combination of values in the codes of all facets; 0 where one of them is not known.</summary>
    public ulong Key(ReadOnlySpan<int> codes)
    {
        ulong key = 0;
        foreach (var facet in Facets)
        {
            if (codes[(int)facet] == 0)
            {
                return 0;
            }
            key = (key << BitsOfCode) | (uint)codes[(int)facet];
        }

        return key;
    }

    /// <summary>The codes of the group's own facets in a key, in their order.</summary>
    public ImmutableArray<int> Codes(ulong key) =>
        [.. Facets.Select((_, i) => (int)(key >> (BitsOfCode * (Facets.Length - 1 - i))) & ((1 << BitsOfCode) - 1))];

    /// <summary>The key of codes of the group's own facets, in their order.</summary>
    public ulong KeyOf(IEnumerable<int> own) => own.Aggregate(0UL, (key, code) => (key << BitsOfCode) | (uint)code);
}

/// <summary>The fitted effects of a group on a logarithm, by key.</summary>
public sealed class PayEffects(PayGroup group, IEnumerable<KeyValuePair<ulong, double>> effects)
{
    private readonly FrozenDictionary<ulong, double> _byKey = effects.ToFrozenDictionary();

    /// <summary>Which group.</summary>
    public PayGroup Group { get; } = group;

    /// <summary>The effects, by key.</summary>
    public IEnumerable<KeyValuePair<ulong, double>> All => _byKey.OrderBy(e => e.Key);

    /// <summary>The effect; 0 where there were no rows: the wider groups stand for it.</summary>
    public double Of(ReadOnlySpan<int> codes) =>
        Group.Key(codes) is > 0 and var key && _byKey.TryGetValue(key, out var effect) ? effect : 0;
}
