using System.Collections.Frozen;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Occupations;

/// <summary>What a title means: an occupation, a role with published pay, a seniority.</summary>
public sealed class PayTitleIndex
{
    private readonly FrozenDictionary<string, OccupationMatch>.AlternateLookup<ReadOnlySpan<char>> _occupations;
    private readonly FrozenDictionary<string, PublishedRole>.AlternateLookup<ReadOnlySpan<char>> _roles;

    internal PayTitleIndex(OccupationIndex occupations, ModelParameters parameters)
    {
        var byTitle = new Dictionary<string, OccupationMatch>(StringComparer.Ordinal);
        foreach (var o in occupations.All.Where(o => o.Wages.Level == OccupationLevel.Detailed))
        {
            byTitle.TryAdd(TitleKey.Of(o.Wages.Title), new(o, OccupationMatchKind.Exact, o.Wages.Title));
        }
        var used = parameters.Titles.Concat(parameters.Roles.SelectMany(r => r.Titles.Select(t => new TitleCode(t, r.Soc))));
        foreach (var (title, soc) in used)
        {
            if (occupations.Own(soc) is { } o)
            {
                byTitle.TryAdd(TitleKey.Of(title), new(o, OccupationMatchKind.Title, title));
            }
        }

        var roles = new Dictionary<string, PublishedRole>(StringComparer.Ordinal);
        foreach (var role in parameters.Roles)
        {
            if (PublishedRole.Of(role, occupations) is not { } published)
            {
                continue;
            }
            foreach (var title in role.Titles)
            {
                roles.TryAdd(TitleKey.Of(title), published);
            }
        }

        _occupations = byTitle.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _roles = roles.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The occupation of a title, as it stands or without the words of its seniority.</summary>
    public OccupationMatch? Occupation(ReadOnlySpan<char> title)
    {
        Span<char> key = stackalloc char[TitleKey.MaxLength];
        if (_occupations.TryGetValue(key[..TitleKey.Write(title, key, false, out _)], out var whole))
        {
            return whole;
        }
        return _occupations.TryGetValue(key[..TitleKey.Write(title, key, true, out _)], out var core) ? core : null;
    }

    /// <summary>The role with published pay that a title or the last segment of a resource name means.</summary>
    public PublishedRole? Role(ReadOnlySpan<char> title)
    {
        Span<char> key = stackalloc char[TitleKey.MaxLength];
        return _roles.TryGetValue(key[..TitleKey.Write(title, key, true, out _)], out var role) ? role : null;
    }

    /// <summary>The seniority that a title states.</summary>
    public static Seniority Seniority(ReadOnlySpan<char> title)
    {
        Span<char> key = stackalloc char[TitleKey.MaxLength];
        TitleKey.Write(title, key, true, out var stated);
        return stated;
    }
}

/// <summary>A role with published pay, as a factor on its occupation.</summary>
public sealed record PublishedRole(string Title, string Soc, double Factor, double? TotalRatio, string Source)
{
    internal static PublishedRole? Of(RoleAdjustment role, OccupationIndex occupations)
    {
        // Average against average: both are means, of the same year; the median then moves by the same ratio.
        if (occupations.Own(role.Soc)?.Wages.Mean is not { } mean || !double.IsFinite(mean))
        {
            return null;
        }
        return new PublishedRole(
            role.Titles[0],
            role.Soc,
            Math.Pow(role.AverageBase / mean, role.Weight),
            role.AverageTotal / role.AverageBase,
            role.Source
        );
    }
}
