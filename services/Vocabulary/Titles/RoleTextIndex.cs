using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>
/// What speaks for a role beside its titles: its overview, and the titles and overviews of its family. They know words that its
/// own titles lack, and settle which of many equally near titles is meant.
/// </summary>
internal sealed class RoleTextIndex
{
    private readonly StemIndex _overviews = new();
    private readonly StemIndex _families = new();
    private readonly int[] _familyOf;

    /// <summary>Indexes the overviews and families of the roles.</summary>
    public RoleTextIndex(ImmutableArray<Role> roles, List<TitleEntry> titles)
    {
        var stemOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var overviews = roles.Select(r => Stems(TextAnalysis.Tokenize(r.Overview).Select(t => t.Text))).ToArray();
        var named = roles.Select(_ => new List<string>()).ToArray();
        foreach (var title in titles)
        {
            var stems = Stems(title.Words.Main.Concat(title.Words.Aside));
            named[title.Role].AddRange(stems);
            if (title.Own)
            {
                overviews[title.Role].AddRange(stems);
            }
        }

        foreach (var overview in overviews)
        {
            _overviews.Add(overview);
        }
        _familyOf = new int[roles.Length];
        var families = 0;
        // Roles without a family have none in common.
        foreach (
            var family in Enumerable
                .Range(0, roles.Length)
                .GroupBy(r => roles[r].Family.Length > 0 ? roles[r].Family : roles[r].Name, StringComparer.Ordinal)
        )
        {
            foreach (var role in family)
            {
                _familyOf[role] = families;
            }
            _families.Add(family.SelectMany(r => named[r].Concat(overviews[r])));
            families++;
        }

        List<string> Stems(IEnumerable<string> words)
        {
            var stems = new List<string>();
            foreach (var word in words)
            {
                if (!stemOf.TryGetValue(word, out var stem))
                {
                    stemOf.Add(word, stem = TitleFeatures.Stems([word]).FirstOrDefault().Stem ?? "");
                }
                if (stem.Length > 0)
                {
                    stems.Add(stem);
                }
            }

            return stems;
        }
    }

    /// <summary>How well each role's overview and its family's words answer, each 0-1.</summary>
    public (float[] Overviews, Func<int, float> Family) Score(TitleWords words)
    {
        var asked = TitleFeatures.Stems(words.Main.Concat(words.Aside)).ToList();
        var families = _families.Score(asked);
        return (_overviews.Score(asked), role => families[_familyOf[role]]);
    }
}
