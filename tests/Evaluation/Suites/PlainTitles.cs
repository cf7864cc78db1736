using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation.Suites;

/// <summary>The baseline for titles: TF-IDF over words as written, the best cosine of a role's titles.</summary>
internal sealed class PlainTitles
{
    private readonly List<string> _roles = [];
    private readonly List<int> _roleOf = [];
    private readonly Dictionary<string, List<(int Title, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _norms;

    public PlainTitles(IEnumerable<Role> roles)
    {
        foreach (var role in roles)
        {
            foreach (var title in role.AlternateTitles.Prepend(role.Title))
            {
                foreach (var word in Words(title))
                {
                    if (!_postings.TryGetValue(word.Key, out var postings)) _postings.Add(word.Key, postings = []);
                    postings.Add((_roleOf.Count, word.Count()));
                }

                _roleOf.Add(_roles.Count);
            }

            _roles.Add(role.Name);
        }

        _norms = new double[_roleOf.Count];
        foreach (var postings in _postings.Values)
        {
            foreach (var (title, count) in postings) _norms[title] += Math.Pow(count * Rarity(postings.Count), 2);
        }
    }

    /// <summary>The rank of the role for the title, from 1; <see cref="int.MaxValue"/> behind the deepest.</summary>
    public int RankOf(string title, string role, int deepest)
    {
        var dots = new double[_roleOf.Count];
        foreach (var word in Words(title))
        {
            if (!_postings.TryGetValue(word.Key, out var postings)) continue;
            var rarity = Rarity(postings.Count);
            foreach (var (other, count) in postings) dots[other] += word.Count() * rarity * count * rarity;
        }

        var best = new double[_roles.Count];
        for (var t = 0; t < dots.Length; t++)
        {
            if (dots[t] > 0) best[_roleOf[t]] = Math.Max(best[_roleOf[t]], dots[t] / Math.Sqrt(_norms[t]));
        }

        var right = _roles.IndexOf(role);
        var rank = 1 + Enumerable.Range(0, best.Length).Count(r => best[r] > best[right] || (best[r] == best[right] && r < right));
        return best[right] > 0 && rank <= deepest ? rank : int.MaxValue;
    }

    private static IEnumerable<IGrouping<string, string>> Words(string title) => TextAnalysis.Tokenize(title).Select(t => t.Text).GroupBy(w => w, StringComparer.Ordinal);

    private double Rarity(int titles) => Math.Log((1.0 + _roleOf.Count) / (1 + titles)) + 1;
}
