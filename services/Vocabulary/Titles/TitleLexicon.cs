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
/// Reads free words as the titles of one catalog version. Exact titles win; else words are weighed by how rare they are among the
/// titles and compared as sets (cosine), so word order and additions do not matter.
/// </summary>
public sealed class TitleLexicon
{
    private const double LeastConfidence = 0.35;
    private const int MostHits = 200;

    private readonly ImmutableArray<Role> _roles;
    private readonly List<(int Role, string Title, float Norm)> _titles = [];
    private readonly Dictionary<string, List<int>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _core = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
    private readonly string[] _vocabulary;
    private readonly double _mostIdf;

    /// <summary>Indexes the titles and alternate titles of the roles.</summary>
    public TitleLexicon(ImmutableArray<Role> roles)
    {
        _roles = roles;
        var words = new List<List<string>>();
        for (var r = 0; r < roles.Length; r++)
        {
            Add(r, roles[r].Title, words);
            foreach (var alternate in roles[r].AlternateTitles) Add(r, alternate, words);
        }

        _mostIdf = Math.Log(_titles.Count + 1.0);
        for (var t = 0; t < _titles.Count; t++)
        {
            var norm = Math.Sqrt(words[t].Distinct().Sum(w => Idf(w) * Idf(w)));
            _titles[t] = _titles[t] with { Norm = (float)norm };
        }

        _vocabulary = [.. _postings.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>What the title means; up to <paramref name="max"/> roles, none when nothing is near.</summary>
    public TitleReading Read(string title, int max)
    {
        var words = TitleText.Words(title);
        var reading = SeniorityReader.Read(words);
        var core = string.Join(' ', reading.CoreWords);
        var hits = new Dictionary<int, (double Confidence, int Title)>();
        Collect(_exact, TitleText.Plain(title), 1, hits);
        Collect(_exact, string.Join(' ', words), 0.98, hits);
        Collect(_core, core, 0.92, hits);
        if (hits.Count == 0) CollectByWords(words.Distinct().ToDictionary(w => w, Idf), 0.9, hits);
        var matches = Rank(hits, reading.Seniority).Where(m => m.Confidence >= LeastConfidence).Take(max).ToList();
        return new TitleReading(matches, reading.Seniority, reading.Track, core);
    }

    /// <summary>All roles whose titles answer what was typed so far, best first: the last word may be unfinished, one letter of a word wrong.</summary>
    public IReadOnlyList<TitleMatch> Search(string query)
    {
        var words = TextAnalysis.Tokenize(query).Select(t => TextAnalysis.Singular(t.Text)).ToList();
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (word, nearness) in Expand(words[i], unfinished: i == words.Count - 1))
                weights[word] = Math.Max(weights.GetValueOrDefault(word), nearness * Idf(word));
        }

        var hits = new Dictionary<int, (double Confidence, int Title)>();
        Collect(_exact, TitleText.Plain(query), 1, hits);
        CollectByWords(weights, 0.95, hits);
        return [.. Rank(hits, Seniority.Unspecified).Where(m => m.Confidence > 0.2).Take(MostHits)];
    }

    private void Add(int role, string title, List<List<string>> words)
    {
        var plain = TitleText.Plain(title);
        if (plain.Length == 0) return;
        var titleWords = TitleText.Words(title);
        var id = _titles.Count;
        _titles.Add((role, title, 1));
        words.Add(titleWords);
        Key(_exact, plain, id);
        var written = string.Join(' ', titleWords);
        if (written != plain) Key(_exact, written, id);
        Key(_core, string.Join(' ', SeniorityReader.Read(titleWords).CoreWords), id);
        foreach (var word in titleWords.Distinct()) Key(_postings, word, id);
    }

    private static void Key(Dictionary<string, List<int>> index, string key, int title)
    {
        if (!index.TryGetValue(key, out var titles)) index.Add(key, titles = []);
        titles.Add(title);
    }

    private double Idf(string word) =>
        _postings.TryGetValue(word, out var titles) ? Math.Log((_titles.Count + 1.0) / titles.Count) : _mostIdf;

    private void Collect(Dictionary<string, List<int>> index, string key, double confidence, Dictionary<int, (double, int)> hits)
    {
        if (!index.TryGetValue(key, out var titles)) return;
        foreach (var title in titles) Keep(hits, title, confidence);
    }

    private void CollectByWords(Dictionary<string, double> weights, double most, Dictionary<int, (double, int)> hits)
    {
        var scores = new Dictionary<int, double>();
        foreach (var (word, weight) in weights)
        {
            if (!_postings.TryGetValue(word, out var titles)) continue;
            foreach (var title in titles) scores[title] = scores.GetValueOrDefault(title) + (weight * Idf(word));
        }

        var norm = Math.Sqrt(weights.Values.Sum(w => w * w));
        foreach (var (title, score) in scores) Keep(hits, title, most * score / (norm * _titles[title].Norm));
    }

    private void Keep(Dictionary<int, (double Confidence, int Title)> hits, int title, double confidence)
    {
        var role = _titles[title].Role;
        // A role's own title before an alternate one of the same nearness.
        var own = _titles[title].Title == _roles[role].Title ? 0.01 : 0;
        if (!hits.TryGetValue(role, out var known) || known.Confidence < Math.Min(1, confidence + own))
            hits[role] = (Math.Min(1, confidence + own), title);
    }

    private IEnumerable<TitleMatch> Rank(Dictionary<int, (double Confidence, int Title)> hits, Seniority stated) =>
        hits.OrderByDescending(h => h.Value.Confidence - (0.03 * StepsApart(_roles[h.Key].Seniority, stated)))
            .ThenByDescending(h => _titles[h.Value.Title].Title == _roles[h.Key].Title)
            .ThenBy(h => _roles[h.Key].Name, StringComparer.Ordinal)
            .Select(h => new TitleMatch
            {
                Role = _roles[h.Key].Name,
                Title = _roles[h.Key].Title,
                MatchedTitle = _titles[h.Value.Title].Title,
                Confidence = Math.Round(h.Value.Confidence, 4),
                Seniority = _roles[h.Key].Seniority,
                Family = _roles[h.Key].Family,
                Source = _roles[h.Key].Source,
            });

    private static int StepsApart(Seniority role, Seniority stated)
    {
        if (role == Seniority.Unspecified) return 0;
        return Math.Abs(role - (stated == Seniority.Unspecified ? Seniority.Mid : stated));
    }

    private IEnumerable<(string Word, double Nearness)> Expand(string word, bool unfinished)
    {
        if (_postings.ContainsKey(word)) yield return (word, 1);
        if (unfinished)
        {
            var at = Array.BinarySearch(_vocabulary, word, StringComparer.Ordinal);
            for (var i = at < 0 ? ~at : at + 1; i < _vocabulary.Length && _vocabulary[i].StartsWith(word, StringComparison.Ordinal); i++)
                yield return (_vocabulary[i], 0.9);
        }
        else if (!_postings.ContainsKey(word) && word.Length >= 4)
        {
            foreach (var near in _vocabulary)
            {
                if (Math.Abs(near.Length - word.Length) <= 1 && SpellingIndex.Distance(word, near, 1) <= 1) yield return (near, 0.8);
            }
        }
    }
}
