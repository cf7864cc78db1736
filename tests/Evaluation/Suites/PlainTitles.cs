using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// The baseline for titles of roles and names of skills: TF-IDF over words as written, the best cosine of what a thing is called.
/// </summary>
internal sealed class PlainTitles
{
    private readonly List<string> _roles = [];
    private readonly List<int> _roleOf = [];
    private readonly Dictionary<string, List<(int Title, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _norms;

    /// <summary>The baseline over roles.</summary>
    public PlainTitles(IEnumerable<Role> roles)
        : this(roles.Select(r => (r.Name, r.AlternateTitles.Prepend(r.Title)))) { }

    /// <summary>The baseline over things with what each is called.</summary>
    public PlainTitles(IEnumerable<(string Name, IEnumerable<string> Titles)> roles)
    {
        foreach (var (name, titles) in roles)
        {
            foreach (var title in titles)
            {
                foreach (var word in Words(title))
                {
                    if (!_postings.TryGetValue(word.Key, out var postings))
                    {
                        _postings.Add(word.Key, postings = []);
                    }
                    postings.Add((_roleOf.Count, word.Count()));
                }

                _roleOf.Add(_roles.Count);
            }

            _roles.Add(name);
        }

        _norms = new double[_roleOf.Count];
        foreach (var postings in _postings.Values)
        {
            foreach (var (title, count) in postings)
            {
                _norms[title] += Math.Pow(count * Rarity(postings.Count), 2);
            }
        }
    }

    /// <summary>The rank of the role for the title, from 1; <see cref="int.MaxValue"/> behind the deepest.</summary>
    public int RankOf(string title, string role, int deepest)
    {
        var best = Cosines(title);
        var right = _roles.IndexOf(role);
        var rank =
            1 + Enumerable.Range(0, best.Length).Count(r => best[r] > best[right] || (best[r] == best[right] && r < right));
        return best[right] > 0 && rank <= deepest ? rank : int.MaxValue;
    }

    /// <summary>The nearest, by their places, nearest first.</summary>
    public IReadOnlyList<int> Best(string title, int most)
    {
        var best = Cosines(title);
        return [.. Enumerable.Range(0, best.Length).Where(r => best[r] > 0).OrderByDescending(r => best[r]).Take(most)];
    }

    private double[] Cosines(string title)
    {
        var dots = new double[_roleOf.Count];
        foreach (var word in Words(title))
        {
            if (!_postings.TryGetValue(word.Key, out var postings))
            {
                continue;
            }
            var rarity = Rarity(postings.Count);
            foreach (var (other, count) in postings)
            {
                dots[other] += word.Count() * rarity * count * rarity;
            }
        }

        var best = new double[_roles.Count];
        for (var t = 0; t < dots.Length; t++)
        {
            if (dots[t] > 0)
            {
                best[_roleOf[t]] = Math.Max(best[_roleOf[t]], dots[t] / Math.Sqrt(_norms[t]));
            }
        }

        return best;
    }

    private static IEnumerable<IGrouping<string, string>> Words(string title) =>
        TextAnalysis.Tokenize(title).Select(t => t.Text).GroupBy(w => w, StringComparer.Ordinal);

    private double Rarity(int titles) => Math.Log((1.0 + _roleOf.Count) / (1 + titles)) + 1;
}
