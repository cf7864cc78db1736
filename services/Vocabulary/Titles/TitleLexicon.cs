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
/// Reads free words as the titles of one catalog version. The same words win; otherwise roles are ranked by how near they are
/// (<see cref="NearTitles"/>).
/// </summary>
public sealed class TitleLexicon
{
    /// <summary>The confidence below which a role is no answer.</summary>
    public const double LeastConfidence = 0.35;

    /// <summary>
    /// Where a role has the same words, one that is only near them is no answer: its confidence stays below the least.
    /// </summary>
    private const double BesideTheSame = 0.35;

    private const double PerSeniorityStep = 0.03;
    private const double MostSearched = 0.95;
    private const double LeastSearched = 0.2;
    private const int MostHits = 200;

    private readonly ImmutableArray<Role> _roles;
    private readonly List<TitleEntry> _titles;
    private readonly SameTitles _same;
    private readonly NearTitles _near;
    private readonly TitleSearch _search;

    private readonly record struct Hit(int Role, int Title, double Confidence, double Score);

    /// <summary>Indexes the titles, alternate titles and overviews of the roles.</summary>
    public TitleLexicon(ImmutableArray<Role> roles)
    {
        _roles = roles;
        _titles = TitleEntry.Of(roles);
        _same = new SameTitles(_titles);
        _near = new NearTitles(roles, _titles);
        _search = new TitleSearch(_titles);
    }

    /// <summary>
    /// What the title means; up to <paramref name="max"/> roles of at least that confidence, none when nothing is near.
    /// </summary>
    public TitleReading Read(string title, int max, double leastConfidence = LeastConfidence)
    {
        var words = TitleText.Read(title);
        var reading = SeniorityReader.Read(words.Main);
        var coreWords = reading.CoreWords;
        var core = string.Join(' ', coreWords);
        if (max <= 0 || words.Main.Count == 0)
        {
            return new TitleReading([], reading.Seniority, reading.Track, core);
        }

        var (same, said) = (_same.Find(title, words.Main, core), core);
        if (same.Count == 0 && RankWords.Remove(coreWords) is var job && job.Count > 0 && job != coreWords)
        {
            (coreWords, core) = (job, string.Join(' ', job));
            words = words with { Main = [.. job] };
            same = _same.FindCore(core);
        }

        if (same.Count == 0)
        {
            same = EverydayTitles.ListTitles(said).Select(_same.FindCore).FirstOrDefault(found => found.Count > 0) ?? same;
        }

        if (GenericWords.TradeWords(coreWords).Count == 0)
        {
            same = _same.WithoutGeneric(same, NearTitles.MostGeneric);
        }

        // One role with the same words needs no comparing with all titles; several are told apart by what else speaks for them.
        var settled = same.Count == 1 && leastConfidence > BesideTheSame * NearTitles.MostConfidence;
        var matches = Rank(settled ? Hits(same) : Near(words, coreWords, same), reading.Seniority, max, leastConfidence);
        return new TitleReading(matches, reading.Seniority, reading.Track, core);
    }

    /// <summary>
    /// All roles whose titles answer what was typed so far, best first: the last word may be unfinished, one letter of a word
    /// wrong.
    /// </summary>
    public IReadOnlyList<TitleMatch> Search(string query)
    {
        var found = _same.FindWritten(query);
        var scores = _search.Score([.. TextAnalysis.Tokenize(query).Select(t => TextAnalysis.Singular(t.Text))]);
        for (var t = 0; t < scores.Length; t++)
        {
            if (scores[t] > 0)
            {
                _same.Keep(found, t, scores[t] * MostSearched);
            }
        }

        return Rank(Hits(found), Seniority.Unspecified, MostHits, LeastSearched);
    }

    /// <summary>The words of a title with abbreviations written out, without those on level.</summary>
    public static List<string> WriteOut(string title) => [.. SeniorityReader.Read(TitleText.Read(title).Main).CoreWords];

    /// <summary>Whether a title is one of everyday speech that no catalog lists: "dinner lady".</summary>
    public static bool IsEveryday(string title) => EverydayTitles.Contains(string.Join(' ', WriteOut(title)));

    private IEnumerable<Hit> Near(TitleWords words, IReadOnlyList<string> core, Dictionary<int, TitleAnswer> same)
    {
        var share = same.Count > 0 ? BesideTheSame : 1;
        var near = _near.Find(words, core);
        foreach (var role in near)
        {
            // Of roles that equally many sources give the title to, the one means it whose own title is nearer.
            yield return same.Remove(role.Role, out var title)
                ? new Hit(role.Role, title.Title, title.Confidence, _titles[title.Title].Sources > 1 ? role.OwnTitle : role.Score)
                : new Hit(role.Role, role.Title, Math.Round(share * role.Confidence, 5), role.Score);
        }

        foreach (var hit in Hits(same))
        {
            yield return hit;
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
        if (role == Seniority.Unspecified)
        {
            return 0;
        }
        return Math.Abs(role - (stated == Seniority.Unspecified ? Seniority.Mid : stated));
    }
}
