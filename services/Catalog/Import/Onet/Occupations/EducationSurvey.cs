using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>Reads what a role requires out of the shares of answers.</summary>
internal static class EducationSurvey
{
    /// <summary>Categories of scale RL.</summary>
    public const int Categories = 12;

    /// <summary>A level is required when at least this share says so much or more is.</summary>
    public const double RequiredShare = 0.75;

    private static readonly EducationLevel[] Levels =
    [
        EducationLevel.BelowHighSchool,
        EducationLevel.HighSchool,
        EducationLevel.Certificate, // post-secondary certificate
        EducationLevel.Certificate, // some college courses
        EducationLevel.Associate,
        EducationLevel.Bachelor,
        EducationLevel.Master, // post-baccalaureate certificate
        EducationLevel.Master,
        EducationLevel.Master, // post-master's certificate
        EducationLevel.Doctorate, // first professional degree
        EducationLevel.Doctorate,
        EducationLevel.Doctorate, // post-doctoral training
    ];

    /// <summary>Whether the shares are a whole: a survey of which half the rows are missing says nothing.</summary>
    public static bool IsWhole(double?[] shares) => Math.Abs(shares.Sum(s => s ?? 0) - 1) <= 0.05;

    /// <summary>
    /// The levels that anybody named, most named first. One is required: the highest that, with all above it, reaches
    /// <see cref="RequiredShare"/> by answers that the publisher trusts; without such a level, or where it is the lowest
    /// of all, none. The level named most is preferred where it is above the required one. Other higher ones are
    /// optional; lower ones are told as a share alone.
    /// </summary>
    public static IEnumerable<EducationRequirement> Read(double?[] shares, double?[] trusted)
    {
        var byLevel = ByLevel(shares);
        var required = Required(ByLevel(trusted));
        var modal = byLevel.MaxBy(l => l.Share).Level;
        return byLevel
            .OrderByDescending(l => l.Share)
            .ThenByDescending(l => l.Level)
            .Select(l => new EducationRequirement
            {
                Level = l.Level,
                // Published percentages are rounded and may add up to a little over all.
                Share = Math.Min(1, Math.Round(l.Share, 4)),
                Demand = DemandFor(l.Level, required, modal),
            });
    }

    private static List<(EducationLevel Level, double Share)> ByLevel(double?[] shares) =>
        shares
            .Select((share, i) => (Level: Levels[i], Share: share ?? 0))
            .GroupBy(s => s.Level, s => s.Share)
            .Select(g => (Level: g.Key, Share: g.Sum()))
            .Where(l => l.Share > 0)
            .ToList();

    private static EducationLevel Required(List<(EducationLevel Level, double Share)> byLevel)
    {
        var reached = 0.0;
        foreach (var (level, share) in byLevel.OrderByDescending(l => l.Level))
        {
            reached += share;
            // Sums of rounded percentages; 0.75 must not be missed by the last bit.
            if (reached >= RequiredShare - 1e-9)
            {
                return level;
            }
        }

        return EducationLevel.BelowHighSchool;
    }

    private static Demand DemandFor(EducationLevel level, EducationLevel required, EducationLevel modal)
    {
        if (level == required && level > EducationLevel.BelowHighSchool)
        {
            return Demand.Required;
        }
        if (level < required || level == EducationLevel.BelowHighSchool)
        {
            return Demand.Unspecified;
        }
        return level == modal ? Demand.Preferred : Demand.Optional;
    }
}
