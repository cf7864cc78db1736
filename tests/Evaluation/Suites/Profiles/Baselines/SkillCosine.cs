using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation.Suites.Profiles.Baselines;

/// <summary>
/// Cosine of a person's skills with the skills of each role, each skill weighted by its rarity among the roles. A skill that the
/// person lacks counts in part if it is related to one that the person has.
/// </summary>
internal sealed class SkillCosine
{
    private const double RelatedCredit = 0.8;

    private readonly CatalogSnapshot _catalog;
    private readonly Dictionary<string, double> _rarity;
    private readonly double[] _norms;

    /// <summary>Weighs the skills of a catalog.</summary>
    public SkillCosine(CatalogSnapshot catalog)
    {
        _catalog = catalog;
        var roleCounts = catalog
            .Roles.SelectMany(role => SkillsOf(role).Distinct(StringComparer.Ordinal))
            .CountBy(skill => skill, StringComparer.Ordinal);
        _rarity = roleCounts.ToDictionary(
            count => count.Key,
            count => Math.Log((1.0 + catalog.Roles.Length) / (1 + count.Value)),
            StringComparer.Ordinal
        );
        _norms = [.. catalog.Roles.Select(role => Math.Sqrt(SkillsOf(role).Sum(skill => Math.Pow(_rarity[skill], 2))))];
    }

    /// <summary>The score of each role, up to a factor that is the same for all roles.</summary>
    public double[] Score(Person person)
    {
        var credits = Credits(ResolveSkills(person));
        return
        [
            .. _catalog.Roles.Select(
                (role, i) =>
                    _norms[i] == 0
                        ? 0
                        : SkillsOf(role).Sum(skill => credits.GetValueOrDefault(skill) * Math.Pow(_rarity[skill], 2)) / _norms[i]
            ),
        ];
    }

    private static IEnumerable<string> SkillsOf(Role role) => role.Skills.Select(s => s.Skill);

    /// <summary>The catalog's skills that the person states, one by one or within a text.</summary>
    private HashSet<string> ResolveSkills(Person person)
    {
        var lexicon = _catalog.SkillLexicon;
        var listed = string.IsNullOrEmpty(person.Text) ? person.Skills.Select(skill => lexicon.Resolve(skill).Skill) : [];
        var written = string.IsNullOrEmpty(person.Text)
            ? []
            : lexicon.Find(TextAnalysis.Tokenize(person.Text)).Select(mention => _catalog.Skills[mention.Skill].Name);
        return listed.Concat(written).Where(skill => skill.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    private Dictionary<string, double> Credits(HashSet<string> held)
    {
        var credits = held.ToDictionary(skill => skill, _ => 1.0, StringComparer.Ordinal);
        foreach (var skill in held)
        {
            var related = _catalog.TryGetSkill(skill, out var known) ? known.Related : [];
            foreach (var relation in related)
            {
                var credit = RelatedCredit * relation.Similarity;
                credits[relation.Skill] = Math.Max(credits.GetValueOrDefault(relation.Skill), credit);
            }
        }

        return credits;
    }
}
