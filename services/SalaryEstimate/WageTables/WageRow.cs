namespace CareerRecs.Salary.WageTables;

/// <summary>Levels of the Standard Occupational Classification, the finest first.</summary>
public enum OccupationLevel
{
    /// <summary>One occupation: 15-2051.</summary>
    Detailed,

    /// <summary>A few occupations: 15-2050.</summary>
    Broad,

    /// <summary>A minor group: 15-2000.</summary>
    Minor,

    /// <summary>A major group: 15-0000.</summary>
    Major,
}

/// <summary>
/// Yearly wages of an occupation as a wage table prints them: a number, null where suppressed (`*`),
/// <see cref="TopCode"/> where above the highest figure that the table prints (`#`).
/// </summary>
public sealed record WageRow(
    string Soc,
    string Title,
    OccupationLevel Level,
    long Employment,
    double? Mean,
    double? P10,
    double? P25,
    double? P50,
    double? P75,
    double? P90
)
{
    /// <summary>Stands for `#`.</summary>
    public const double TopCode = double.PositiveInfinity;
}
