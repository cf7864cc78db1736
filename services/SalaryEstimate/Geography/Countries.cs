using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CareerRecs.Salary.Geography;

/// <summary>A country: ISO 3166-1 alpha-2 code, English name, ISO 4217 code of its currency.</summary>
public sealed record CountryEntry(string Code, string Name, string Currency);

/// <summary>The countries of the world, so that a country without pay figures is told from a misspelt place.</summary>
public static class Countries
{
    /// <summary>The country of the wage tables that ship.</summary>
    public const string Home = "US";

    /// <summary>All countries, by code.</summary>
    public static ImmutableArray<CountryEntry> All { get; } = ReadAll();

    /// <summary>By code.</summary>
    public static FrozenDictionary<string, CountryEntry> ByCode { get; } =
        All.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>Other names in use.</summary>
    internal static ImmutableArray<(string Name, string Code)> Aliases { get; } =
    [
        ("uk", "GB"),
        ("great britain", "GB"),
        ("the netherlands", "NL"),
        ("holland", "NL"),
        ("deutschland", "DE"),
        ("czech republic", "CZ"),
        ("republic of korea", "KR"),
        ("korea", "KR"),
        ("turkiye", "TR"),
        ("uae", "AE"),
        ("viet nam", "VN"),
        ("russian federation", "RU"),
        ("republic of georgia", "GE"),
        ("republic of lebanon", "LB"),
    ];

    // A line of the file: ISO 3166-1 code, ISO 4217 code, short English name.
    private static ImmutableArray<CountryEntry> ReadAll()
    {
        using var stream =
            typeof(Countries).Assembly.GetManifestResourceStream("CareerRecs.Salary.Geography.Data.countries.txt")
            ?? throw new InvalidOperationException("countries.txt is not embedded.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => new CountryEntry(line[..2], line[7..], line[3..6])),
        ];
    }
}
