using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>
/// Settles a title that means several roles by what else the person said: a data analyst who reports in SQL is no statistician.
/// </summary>
/// <param name="index">The catalog version.</param>
/// <param name="skills">Skills said.</param>
/// <param name="phrases">Words said that name no skill.</param>
internal sealed class TitleSenses(MatchIndex index, IReadOnlyList<HeldSkill> skills, IReadOnlyList<HeldPhrase> phrases)
{
    /// <summary>
    /// The readings of a title, the surest first; of roles that go by the very same title, the one first that the rest speaks
    /// for.
    /// </summary>
    public IReadOnlyList<TitleMatch> OrderReadings(IReadOnlyList<TitleMatch> readings)
    {
        var same = readings.TakeWhile(r => IsCertain(r) && IsSameTitle(r, readings[0])).ToList();
        if (same.Count < 2 || skills.Count + phrases.Count == 0)
        {
            return readings;
        }

        using var person = new PersonView(
            index,
            new PersonEvidence
            {
                Skills = skills,
                Phrases = phrases,
                Roles = [],
                Terms = new Dictionary<string, int>(),
            }
        );
        return [.. same.OrderByDescending(Strength), .. readings.Skip(same.Count)];

        // As in the fit: part of a title counts alone, the rest as far as what else was said speaks for the role.
        double Strength(TitleMatch reading)
        {
            var (alone, role) = (index.Parameters.TitleAlone, index.RoleIds[reading.Role]);
            return reading.Confidence * (alone + ((1 - alone) * FitFunction.Evaluate(person, role).Used));
        }
    }

    /// <summary>Whether nothing tells the first reading from another one that is as sure.</summary>
    public bool IsUnsettled(IReadOnlyList<TitleMatch> readings) =>
        skills.Count + phrases.Count == 0
        && readings.Count > 1
        && readings[1].Confidence >= readings[0].Confidence
        && IsSameTitle(readings[1], readings[0]);

    private static bool IsCertain(TitleMatch reading) => reading.Confidence >= HeldTitle.Certain;

    private static bool IsSameTitle(TitleMatch reading, TitleMatch other) =>
        reading.MatchedTitle.Equals(other.MatchedTitle, StringComparison.OrdinalIgnoreCase);
}
