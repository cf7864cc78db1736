using System.Collections.Immutable;

namespace CareerRecs.Salary.Parameters;

/// <summary>
/// Where experience puts a person in the pay distribution of an occupation. Scores are standard normal: 0 is the median, 0.67
/// the 75th percentile. People of some years are at <c>highest - rise x exp(-years / pace)</c>.
/// </summary>
public sealed record ExperienceNote
{
    /// <summary>Score that long experience approaches.</summary>
    public double Highest { get; init; }

    /// <summary>Distance of a beginner from <see cref="Highest"/>.</summary>
    public double Rise { get; init; }

    /// <summary>Years after which 37 % of <see cref="Rise"/> is still ahead.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>Scores of the levels from intern to executive; never falling.</summary>
    public ImmutableArray<double> Levels { get; init; } = [];

    /// <summary>Where the scores are from.</summary>
    public string Source { get; init; } = "";
}
