using System.Collections.Immutable;

namespace CareerRecs.Salary.Geography;

/// <summary>What people call US areas beside the names that a model's tables and aliases have.</summary>
internal static class UsNicknames
{
    private static readonly (string City, string[] Names)[] Cities =
    [
        (
            "New York, NY",
            [
                "nyc",
                "ny city",
                "big apple",
                "manhattan",
                "brooklyn",
                "queens",
                "the bronx",
                "bronx",
                "staten island",
                "long island",
            ]
        ),
        ("San Francisco, CA", ["sf", "san fran", "bay area", "sf bay area", "san francisco bay area", "east bay", "berkeley"]),
        ("San Jose, CA", ["silicon valley", "south bay"]),
        ("Los Angeles, CA", ["l a", "los angeles county", "hollywood", "orange county"]),
        ("Washington, DC", ["washington dc", "dc", "dmv", "northern virginia", "nova"]),
        ("Chicago, IL", ["chicagoland", "chi town"]),
        ("Philadelphia, PA", ["philly"]),
        ("Dallas, TX", ["dfw", "dallas fort worth"]),
        ("Las Vegas, NV", ["vegas"]),
        ("Minneapolis, MN", ["twin cities"]),
        ("New Orleans, LA", ["nola"]),
        ("Atlanta, GA", ["atl"]),
        ("Boston, MA", ["beantown"]),
        ("Salt Lake City, UT", ["slc", "silicon slopes"]),
        ("Seattle, WA", ["puget sound"]),
        ("Raleigh, NC", ["research triangle", "rtp"]),
        ("Miami, FL", ["south florida"]),
        ("St. Louis, MO", ["stl"]),
        ("Phoenix, AZ", ["phx"]),
        ("Indianapolis, IN", ["indy"]),
    ];

    /// <summary>Nicknames with the city that names their area.</summary>
    public static ImmutableArray<(string Name, string City)> All { get; } =
    [.. Cities.SelectMany(c => c.Names.Select(name => (name, c.City)))];
}
