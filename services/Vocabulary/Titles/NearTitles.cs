using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>A role whose titles are near a title.</summary>
/// <param name="Role">Index of the role.</param>
/// <param name="Title">Number of its nearest title.</param>
/// <param name="Score">Nearness by which roles are ranked.</param>
/// <param name="Confidence">How sure, 0 to <see cref="NearTitles.MostConfidence"/>.</param>
/// <param name="OwnTitle">How near in meaning its own title is, -1 to 1; 0 for a role that is not compared closely.</param>
internal readonly record struct NearRole(int Role, int Title, double Score, double Confidence, double OwnTitle = 0);

/// <summary>
/// Ranks roles by how near they are to a title: by the letters of their titles (<see cref="TitleIndex"/>), the words of overview
/// and family (<see cref="RoleTextIndex"/>) and by meaning (<see cref="TitleMeanings"/>).
/// </summary>
internal sealed class NearTitles(ImmutableArray<Role> roles, List<TitleEntry> titles)
{
    /// <summary>Highest confidence of titles that are only near: never as sure as the same words.</summary>
    public const double MostConfidence = 0.9;

    /// <summary>Highest confidence of a role that shares only words of all trades: too low to count as held.</summary>
    public const double MostGeneric = 0.59;

    // Shares beside the titles' 1. Set on a grid over half of the vacancies' titles.
    private const double FamilyShare = 0.1;
    private const double OverviewShare = 0.1;
    private const double NearestShare = 0.1;
    private const double MeaningShare = 1;

    /// <summary>Score of a role that has the words of the title and its meaning.</summary>
    private const double FullScore = 2.25;

    /// <summary>Cosine from which a title means the same trade in other words.</summary>
    private const double SameTrade = 0.75;

    /// <summary>Roles, nearest by all but their titles' vectors, whose titles are compared one by one.</summary>
    private const int MostCompared = 50;

    /// <summary>Digits that do not depend on the order in which features are summed, so equal scores are equal.</summary>
    private const int Digits = 5;

    private readonly TitleIndex _index = new(titles, roles.Length);
    private readonly RoleTextIndex _texts = new(roles, titles);
    private readonly TitleMeanings _meanings = new(roles, titles);

    /// <summary>The roles that are near a title in words or meaning, by index.</summary>
    /// <param name="words">Words of the title.</param>
    /// <param name="core">Its words without level.</param>
    public List<NearRole> Find(TitleWords words, IReadOnlyList<string> core)
    {
        var (asked, knownToTitles) = _index.Ask(words);
        var support = _index.Support(asked);
        var (overviews, family) = _texts.Score(words);
        var (meaning, knownWords) = _meanings.Encode(core);
        var cosines = _meanings.CompareRoles(
            _meanings.Encode(core.Concat(words.Aside).Where(w => !TitleFeatures.IsRank(w))).Vector
        );
        var known = Math.Max(knownToTitles, knownWords);
        var trade = GenericWords.TradeWords(core);
        var scores = new double[support.Length];
        for (var role = 0; role < scores.Length; role++)
        {
            scores[role] =
                support[role].Strength
                + (FamilyShare * family(role))
                + (OverviewShare * overviews[role])
                + (MeaningShare * cosines[role]);
        }

        var compared = FindHighest(scores);
        var near = new List<NearRole>(scores.Length);
        for (var role = 0; role < scores.Length; role++)
        {
            if (compared.Contains(role) && _meanings.FindNearest(meaning, role) is { } nearest)
            {
                near.Add(Rate(role, scores[role] + (NearestShare * nearest.Cosine), support[role], nearest));
            }
            else if (support[role].Strength > 0)
            {
                near.Add(new NearRole(role, support[role].Title, scores[role], Confidence(scores[role])));
            }
        }

        return near;

        NearRole Rate(int role, double score, TitleSupport letters, (int Title, float Cosine) nearest)
        {
            var title = letters.Strength >= nearest.Cosine ? letters.Title : nearest.Title;
            var confidence = Confidence(score);
            if (confidence > MostGeneric && nearest.Cosine < SameTrade && !GenericWords.SharesTrade(trade, titles[title].Words))
            {
                confidence = MostGeneric;
            }

            return new NearRole(
                role,
                title,
                Math.Round(score, Digits),
                trade.Count > 0 ? confidence : Math.Min(confidence, MostGeneric),
                Math.Round(_meanings.CompareOwnTitle(meaning, role), Digits)
            );
        }

        double Confidence(double score) => Math.Round(MostConfidence * known * Math.Clamp(score / FullScore, 0, 1), Digits);
    }

    private static HashSet<int> FindHighest(double[] scores)
    {
        var highest = new PriorityQueue<int, double>(MostCompared + 1);
        for (var role = 0; role < scores.Length; role++)
        {
            if (highest.Count < MostCompared)
            {
                highest.Enqueue(role, scores[role]);
            }
            else
            {
                highest.EnqueueDequeue(role, scores[role]);
            }
        }

        return [.. highest.UnorderedItems.Select(i => i.Element)];
    }
}
