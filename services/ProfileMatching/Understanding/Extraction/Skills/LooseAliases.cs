using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>
/// Tells the aliases that say too little alone: one everyday word of the catalog's own prose that the skill's title does not
/// have. Taxonomies list "process", "standard" and "activities" among the other names of skills; in a sentence they are mere
/// words.
/// </summary>
internal sealed class LooseAliases
{
    /// <summary>Share of the roles whose overviews use a word, from which it is an everyday one.</summary>
    private const double Everyday = 0.01;

    private static readonly ConditionalWeakTable<CatalogSnapshot, LooseAliases> Compiled = [];

    private readonly CatalogSnapshot _snapshot;
    private readonly FrozenSet<string> _everyday;

    private LooseAliases(CatalogSnapshot snapshot)
    {
        _snapshot = snapshot;
        var roles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var role in snapshot.Roles)
        {
            foreach (var term in TextIndex.Terms(TextAnalysis.Tokenize(role.Overview)).Keys)
            {
                roles[term] = roles.GetValueOrDefault(term) + 1;
            }
        }

        _everyday = roles
            .Where(r => r.Value >= Everyday * snapshot.Roles.Length)
            .Select(r => r.Key)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Those of a catalog version.</summary>
    public static LooseAliases Of(CatalogSnapshot snapshot) => Compiled.GetValue(snapshot, s => new LooseAliases(s));

    /// <summary>Whether the words name their skill only where the text is about skills anyway.</summary>
    public bool Has(SkillMention mention, IReadOnlyList<Token> tokens)
    {
        var terms = TextIndex.Terms(Enumerable.Range(mention.FirstToken, mention.TokenCount).Select(i => tokens[i])).Keys;
        // Beside function words at most one word is left; acronyms and rare words are kept.
        return terms.Count <= 1
            && terms.All(_everyday.Contains)
            && !TextIndex.Terms(TextAnalysis.Tokenize(_snapshot.Skills[mention.Skill].Title)).Keys.Any(terms.Contains);
    }
}
