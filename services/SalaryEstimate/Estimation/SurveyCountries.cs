namespace CareerRecs.Salary.Estimation;

/// <summary>Names of countries that pay surveys have many rows of, by ISO 3166-1 alpha-2 code.</summary>
internal static class SurveyCountries
{
    /// <summary>The country of the wage tables.</summary>
    public const string Home = "US";

    public static (string Code, string Name)[] All { get; } =
    [
        ("AT", "Austria"), ("AU", "Australia"), ("BE", "Belgium"), ("BR", "Brazil"), ("CA", "Canada"), ("CH", "Switzerland"), ("DE", "Germany"),
        ("DK", "Denmark"), ("ES", "Spain"), ("FR", "France"), ("GB", "United Kingdom"), ("IE", "Ireland"), ("IN", "India"), ("IT", "Italy"),
        ("JP", "Japan"), ("LT", "Lithuania"), ("MX", "Mexico"), ("NL", "Netherlands"), ("PL", "Poland"), ("PT", "Portugal"), ("SE", "Sweden"),
        ("SG", "Singapore"), ("SK", "Slovakia"), ("US", "United States"), ("ZA", "South Africa"),
    ];

    /// <summary>Other names in use.</summary>
    public static (string Name, string Code)[] Aliases { get; } = [("uk", "GB"), ("great britain", "GB"), ("the netherlands", "NL"), ("deutschland", "DE")];
}
