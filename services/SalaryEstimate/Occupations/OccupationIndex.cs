using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CareerRecs.Salary.Occupations;

/// <summary>Occupations by SOC code: its own, then its broad group, then its minor group.</summary>
public sealed class OccupationIndex
{
    private const int SocLength = 7;
    private readonly FrozenDictionary<string, Occupation> _bySoc;
    private readonly FrozenDictionary<string, Occupation>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    internal OccupationIndex(IEnumerable<Occupation> occupations)
    {
        _bySoc = occupations.ToFrozenDictionary(o => o.Wages.Soc, StringComparer.Ordinal);
        _lookup = _bySoc.GetAlternateLookup<ReadOnlySpan<char>>();
        All = [.. _bySoc.Values.OrderBy(o => o.Wages.Soc, StringComparer.Ordinal)];
    }

    /// <summary>All occupations and groups, by code.</summary>
    public ImmutableArray<Occupation> All { get; }

    /// <summary>The occupation of the first code that has one of its own, else the nearest group of any of them.</summary>
    public OccupationMatch? Find(IReadOnlyList<string> codes)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (Own(codes[i]) is { } own)
            {
                return new(own, OccupationMatchKind.Exact, codes[i]);
            }
        }

        for (var i = 0; i < codes.Count; i++)
        {
            if (Group(codes[i], 6) is { } broad)
            {
                return new(broad, OccupationMatchKind.Broad, codes[i]);
            }
        }

        for (var i = 0; i < codes.Count; i++)
        {
            // Minor groups end in 000, in a few large major groups in 00: 15-2000, 15-1200.
            if ((Group(codes[i], 5) ?? Group(codes[i], 4)) is { } minor)
            {
                return new(minor, OccupationMatchKind.Minor, codes[i]);
            }
        }

        return null;
    }

    /// <summary>The occupation of just this code; O*NET codes are cut to SOC.</summary>
    public Occupation? Own(ReadOnlySpan<char> code) =>
        IsSoc(code) && _lookup.TryGetValue(code[..SocLength], out var occupation) ? occupation : null;

    private Occupation? Group(ReadOnlySpan<char> code, int kept)
    {
        if (!IsSoc(code))
        {
            return null;
        }
        Span<char> key = stackalloc char[SocLength];
        code[..kept].CopyTo(key);
        key[kept..].Fill('0');
        return _lookup.TryGetValue(key, out var group) ? group : null;
    }

    private static bool IsSoc(ReadOnlySpan<char> code) =>
        code.Length >= SocLength && code[2] == '-' && (code.Length == SocLength || code[SocLength] == '.');
}
