using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>How much of what a person stated a catalog version understands.</summary>
/// <param name="Understood">Skills, phrases and titles that name something in the catalog or are near to one of its
/// roles.</param>
/// <param name="Stated">Skills, phrases and titles.</param>
internal readonly record struct UnderstoodShare(int Understood, int Stated)
{
    /// <summary>Best vote (0-1) over all roles from which a phrase is understood.</summary>
    private const float LeastVote = 0.5f;

    /// <summary>Share of 0-1; null where nothing was stated item by item.</summary>
    public double? Share => Stated > 0 ? (double)Understood / Stated : null;

    /// <summary>Counts what a person stated.</summary>
    public static UnderstoodShare Count(PersonView person)
    {
        var phrases = person.Phrases.BestVotes.Count(vote => vote >= LeastVote);
        var titles = person.Titles.BestMatches().Count(match => match >= LeastVote);
        return new UnderstoodShare(
            person.Skills.Length + phrases + titles,
            person.Skills.Length + person.Evidence.Phrases.Count + person.Titles.Count
        );
    }
}
