using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf.Collections;

namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>How far along a person is, and what says so.</summary>
/// <param name="Years">Years of experience; null where nothing tells.</param>
/// <param name="Seniority">The level; unspecified where nothing tells.</param>
/// <param name="Basis">What the level was taken from.</param>
/// <param name="Track">Whether people are managed; unspecified where nothing tells.</param>
internal readonly record struct Standing(double? Years, Seniority Seniority, SeniorityBasis Basis, Track Track)
{
    private const double MostYears = 50;

    /// <summary>
    /// Stated, else what the latest title says that says anything, else by years. A level in a title ("Senior", "II") holds as it
    /// is; a title without one says the level of its role, where the catalog states that, or more where the years say more.
    /// </summary>
    public static Standing Of(Profile profile, IReadOnlyList<TitleReading> titles, DateOnly today)
    {
        var years = profile.HasYearsExperience ? profile.YearsExperience : ByDates(profile.Jobs, today);
        var track = profile.Track != Track.Unspecified ? profile.Track : titles.Select(t => t.Track).FirstOrDefault();
        if (profile.Seniority != Seniority.Unspecified)
        {
            return new Standing(years, profile.Seniority, SeniorityBasis.Stated, track);
        }
        var titled = titles.FirstOrDefault(t => LevelOf(t) != Seniority.Unspecified);
        var byYears = ByYears(years);
        if (titled is not null && (titled.Seniority != Seniority.Unspecified || LevelOf(titled) >= byYears))
        {
            return new Standing(years, LevelOf(titled), SeniorityBasis.Titles, track);
        }
        return new Standing(
            years,
            byYears,
            byYears == Seniority.Unspecified ? SeniorityBasis.Unspecified : SeniorityBasis.Years,
            track
        );
    }

    private static Seniority LevelOf(TitleReading title) =>
        title.Seniority != Seniority.Unspecified ? title.Seniority
        : title.Matches.Count > 0 ? title.Matches[0].Seniority
        : Seniority.Unspecified;

    /// <summary>Under 2 years junior, under 5 mid, from there senior; leading takes a title.</summary>
    private static Seniority ByYears(double? years) =>
        years switch
        {
            null => Seniority.Unspecified,
            < 2 => Seniority.Junior,
            < 5 => Seniority.Mid,
            _ => Seniority.Senior,
        };

    /// <summary>
    /// Years from the first start to the last end, gaps included. A job goes on until today where it says so, or where it is the
    /// newest and has no end. The month that runs does not count yet.
    /// </summary>
    private static double? ByDates(RepeatedField<HeldJob> jobs, DateOnly today)
    {
        double first = double.MaxValue,
            last = 0;
        var now = today.Year + ((today.Month - 1) / 12.0);
        for (var i = 0; i < jobs.Count; i++)
        {
            if (jobs[i].Start is not { Year: > 0 } start)
            {
                continue;
            }
            var since = start.Year + (Math.Max(0, start.Month - 1) / 12.0);
            var until =
                jobs[i].Current || (i == 0 && jobs[i].End is null) ? now
                : jobs[i].End is { Year: > 0 } end ? Math.Min(end.Year + (end.Month / 12.0), Math.Max(now, since))
                : since;
            (first, last) = (Math.Min(first, since), Math.Max(last, until));
        }

        return last > first ? Math.Min(MostYears, Math.Round(last - first, 1)) : null;
    }
}
