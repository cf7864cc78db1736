using System.Buffers;
using System.Runtime.InteropServices;

namespace CareerRecs.Vocabulary;

/// <summary>How near a role's titles are to the one asked.</summary>
/// <param name="Strength">Nearness of all its titles together; 1 for one equal title, above for several.</param>
/// <param name="Title">Number of the nearest title.</param>
internal readonly record struct TitleSupport(double Strength, int Title);

/// <summary>
/// The features of all titles, by feature. A title's nearness is the cosine of the features it shares, each weighed by the share
/// of roles that do not have it. A role's strength is the 4-norm of the nearness of its titles: the nearest counts most, and many
/// near ones count for more than a single one that may be a slip.
/// </summary>
internal sealed class TitleIndex
{
    private readonly TitleFeatures _features = new();
    private readonly int _roles;
    private readonly int[] _roleOf;
    private readonly float[] _weights;
    private readonly float[] _norms;
    private readonly int[] _starts;
    private readonly int[] _postings;
    private readonly double _rarest;

    /// <summary>Indexes titles that stand role by role.</summary>
    public TitleIndex(List<TitleEntry> titles, int roles)
    {
        _roles = roles;
        _roleOf = [.. titles.Select(t => t.Role)];
        var features = new List<int>(titles.Count * 16);
        var ends = new int[titles.Count];
        for (var t = 0; t < titles.Count; t++)
        {
            var start = features.Count;
            _features.Learn(titles[t].Words.Main, features);
            _features.Learn(titles[t].Words.Aside, features);
            ends[t] = Distinct(features, start);
        }

        var all = CollectionsMarshal.AsSpan(features);
        var count = _features.Weights.Length;
        _starts = new int[count + 1];
        foreach (var feature in all)
        {
            _starts[feature + 1]++;
        }
        for (var f = 0; f < count; f++)
        {
            _starts[f + 1] += _starts[f];
        }
        _postings = new int[all.Length];
        var next = _starts.ToArray();
        for (int t = 0, at = 0; t < titles.Count; t++)
        {
            for (; at < ends[t]; at++)
            {
                _postings[next[all[at]]++] = t;
            }
        }

        _weights = Weigh();
        _norms = new float[titles.Count];
        for (int t = 0, at = 0; t < titles.Count; t++)
        {
            for (; at < ends[t]; at++)
            {
                _norms[t] += _weights[all[at]] * _weights[all[at]];
            }
            _norms[t] = MathF.Sqrt(_norms[t]);
        }

        _rarest = Rarity(0);
    }

    /// <summary>The features of a title asked, and how much of what it says the titles know, 0-1.</summary>
    public (List<(int Feature, float Weight)> Features, double Known) Ask(TitleWords words)
    {
        var main = new List<int>();
        var unknown = _features.Find(words.Main, main);
        var aside = new List<int>();
        _features.Find(words.Aside, aside);
        var asked = main.Distinct()
            .Select(f => (f, 1f))
            .Concat(aside.Except(main).Select(f => (f, TitleWords.AsideWeight)))
            .ToList();
        var known = asked.Sum(a => a.Item2 * a.Item2 * _weights[a.f] * _weights[a.f]);
        return (asked, known == 0 ? 0 : Math.Sqrt(known / (known + (unknown * _rarest * _rarest))));
    }

    /// <summary>The support of each role that shares a feature, by role; a strength of 0 for the others.</summary>
    public TitleSupport[] Support(List<(int Feature, float Weight)> asked)
    {
        var support = new TitleSupport[_roles];
        var dots = ArrayPool<float>.Shared.Rent(_roleOf.Length);
        Array.Clear(dots, 0, _roleOf.Length);
        double norm = 0;
        foreach (var (feature, weight) in asked)
        {
            var asks = weight * _weights[feature];
            norm += asks * asks;
            var adds = asks * _weights[feature];
            foreach (var title in _postings.AsSpan(_starts[feature].._starts[feature + 1]))
            {
                dots[title] += adds;
            }
        }

        var scale = norm > 0 ? (float)(1 / Math.Sqrt(norm)) : 0;
        for (var t = 0; t < _roleOf.Length; )
        {
            var role = _roleOf[t];
            var (sum, best, nearest) = (0f, -1f, t);
            for (; t < _roleOf.Length && _roleOf[t] == role; t++)
            {
                if (dots[t] == 0)
                {
                    continue;
                }
                var cosine = dots[t] * scale / _norms[t];
                if (cosine > best + 1e-6f)
                {
                    (best, nearest) = (cosine, t);
                }
                cosine *= cosine;
                sum += cosine * cosine;
            }

            support[role] = new TitleSupport(Math.Sqrt(Math.Sqrt(sum)), nearest);
        }

        ArrayPool<float>.Shared.Return(dots);
        return support;
    }

    private float[] Weigh()
    {
        var weights = _features.Weights.ToArray();
        for (var f = 0; f < weights.Length; f++)
        {
            var (roles, last) = (0, -1);
            foreach (var title in _postings.AsSpan(_starts[f].._starts[f + 1]))
            {
                if (_roleOf[title] == last)
                {
                    continue;
                }
                last = _roleOf[title];
                roles++;
            }

            weights[f] *= (float)Rarity(roles);
        }

        return weights;
    }

    private double Rarity(int roles) => Math.Log(1 + ((_roles - roles + 0.5) / (roles + 0.5)));

    /// <summary>Drops what stands twice from <paramref name="start"/> on; returns the new end.</summary>
    private static int Distinct(List<int> features, int start)
    {
        var added = CollectionsMarshal.AsSpan(features)[start..];
        added.Sort();
        var kept = 0;
        for (var i = 0; i < added.Length; i++)
        {
            if (i == 0 || added[i] != added[i - 1])
            {
                added[kept++] = added[i];
            }
        }

        features.RemoveRange(start + kept, added.Length - kept);
        return features.Count;
    }
}
