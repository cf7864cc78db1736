using System.Collections.Immutable;
using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Vocabulary;

/// <summary>What a free job title means.</summary>
/// <param name="Matches">The roles it may mean, most likely first.</param>
/// <param name="Seniority">The seniority it states.</param>
/// <param name="Track">Whether it says that people are managed.</param>
/// <param name="CoreTitle">The title without both and without what is no title.</param>
public sealed record TitleReading(IReadOnlyList<TitleMatch> Matches, Seniority Seniority, Track Track, string CoreTitle);

/// <summary>
/// Reads free words as the titles of one catalog version. The same words win; else roles are ranked by how near their titles are
/// together (<see cref="TitleIndex"/>), with a share for the text of the role and its family (<see cref="RoleText"/>).
/// </summary>
public sealed class TitleLexicon
{
    /// <summary>The confidence below which a role is no answer.</summary>
    public const double LeastConfidence = 0.35;

    /// <summary>The most confidence in what is only near: never as sure as in the same words.</summary>
    private const double MostNear = 0.9;

    /// <summary>Where a role has the same words, one that is only near them is no answer: its confidence stays below the least.</summary>
    private const double BesideTheSame = 0.35;

    /// <summary>Share of a family's and of an overview's words beside the titles' 1. Set on a coarse grid (0, .15, .3, .5, .7).</summary>
    private const double FamilyShare = 0.3;
    private const double OverviewShare = 0.2;

    /// <summary>Digits that do not depend on the order in which features are summed, so equal scores are equal.</summary>
    private const int Digits = 5;

    private const double PerSeniorityStep = 0.03;
    private const double MostSearched = 0.95;
    private const double LeastSearched = 0.2;
    private const int MostHits = 200;

    private readonly ImmutableArray<Role> _roles;
    private readonly List<TitleEntry> _titles;
    private readonly SameTitles _same;
    private readonly TitleIndex _index;
    private readonly RoleText _texts;
    private readonly TitleSearch _search;

    private readonly record struct Hit(int Role, int Title, double Confidence, double Score);

    /// <summary>Indexes the titles, alternate titles and overviews of the roles.</summary>
    public TitleLexicon(ImmutableArray<Role> roles)
    {
        _roles = roles;
        _titles = TitleEntry.Of(roles);
        _same = new SameTitles(_titles);
        _index = new TitleIndex(_titles, roles.Length);
        _texts = new RoleText(roles, _titles);
        _search = new TitleSearch(_titles);
    }

    /// <summary>What the title means; up to <paramref name="max"/> roles of at least that confidence, none when nothing is near.</summary>
    public TitleReading Read(string title, int max, double leastConfidence = LeastConfidence)
    {
        var words = TitleText.Read(title);
        var reading = SeniorityReader.Read(words.Main);
        var core = string.Join(' ', reading.CoreWords);
        if (max <= 0 || words.Main.Count == 0) return new TitleReading([], reading.Seniority, reading.Track, core);
        var same = _same.Find(title, words.Main, core);
        // One role with the same words needs no comparing with all titles; several are told apart by what else speaks for them.
        var settled = same.Count == 1 && leastConfidence > BesideTheSame * MostNear;
        var matches = Rank(settled ? Hits(same) : Near(words, same), reading.Seniority, max, leastConfidence);
        return new TitleReading(matches, reading.Seniority, reading.Track, core);
    }

    /// <summary>All roles whose titles answer what was typed so far, best first: the last word may be unfinished, one letter of a word wrong.</summary>
    public IReadOnlyList<TitleMatch> Search(string query)
    {
        var found = _same.FindWritten(query);
        var scores = _search.Score([.. TextAnalysis.Tokenize(query).Select(t => TextAnalysis.Singular(t.Text))]);
        for (var t = 0; t < scores.Length; t++)
        {
            if (scores[t] > 0) _same.Keep(found, t, scores[t] * MostSearched);
        }

        return Rank(Hits(found), Seniority.Unspecified, MostHits, LeastSearched);
    }

    private IEnumerable<Hit> Near(TitleWords words, Dictionary<int, TitleAnswer> same)
    {
        var (asked, known) = _index.Ask(words);
        var support = _index.Support(asked);
        var (overviews, family) = _texts.Score(words);
        var share = same.Count > 0 ? BesideTheSame : 1;
        for (var role = 0; role < support.Length; role++)
        {
            var equal = same.TryGetValue(role, out var title);
            if (support[role].Strength == 0 && !equal) continue;
            var score = Math.Round(support[role].Strength + (FamilyShare * family(role)) + (OverviewShare * overviews[role]), Digits);
            var nearness = Math.Min(1, score / (1 + FamilyShare + OverviewShare));
            yield return equal
                ? new Hit(role, title.Title, title.Confidence, score)
                : new Hit(role, support[role].Title, Math.Round(share * MostNear * nearness * known, Digits), score);
        }
    }

    private static IEnumerable<Hit> Hits(Dictionary<int, TitleAnswer> same) =>
        same.Select(s => new Hit(s.Key, s.Value.Title, s.Value.Confidence, 0));

    private List<TitleMatch> Rank(IEnumerable<Hit> hits, Seniority stated, int max, double leastConfidence) =>
    [
        .. hits.Where(h => h.Confidence >= leastConfidence)
            .OrderByDescending(h => h.Confidence - (PerSeniorityStep * StepsApart(_roles[h.Role].Seniority, stated)))
            .ThenByDescending(h => h.Score)
            .ThenByDescending(h => _titles[h.Title].Own)
            .ThenBy(h => _roles[h.Role].Name, StringComparer.Ordinal)
            .Take(max)
            .Select(h => new TitleMatch
            {
                Role = _roles[h.Role].Name,
                Title = _roles[h.Role].Title,
                MatchedTitle = _titles[h.Title].Text,
                Confidence = Math.Round(h.Confidence, 4),
                Seniority = _roles[h.Role].Seniority,
                Family = _roles[h.Role].Family,
                Source = _roles[h.Role].Source,
            }),
    ];

    private static int StepsApart(Seniority role, Seniority stated)
    {
        if (role == Seniority.Unspecified) return 0;
        return Math.Abs(role - (stated == Seniority.Unspecified ? Seniority.Mid : stated));
    }
}
