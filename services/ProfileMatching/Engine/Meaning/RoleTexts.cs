using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Meaning;

/// <summary>
/// Texts of the roles of a version, role by role: titles, duties and everyday phrases, each once a role, and the skills that each
/// role asks for.
/// </summary>
internal sealed class RoleTexts
{
    private readonly Parts[] _parts;

    /// <summary>Collects the texts.</summary>
    public RoleTexts(CatalogSnapshot snapshot, IReadOnlyDictionary<string, SkillId> skillIds)
    {
        _parts = new Parts[snapshot.Roles.Length];
        for (var role = 0; role < _parts.Length; role++)
        {
            _parts[role] = Collect(snapshot.Roles[role], skillIds, Count);
            Count += _parts[role].Texts.Length;
        }
    }

    /// <summary>Number of texts of all roles.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Texts of a role: its title, its other titles, its duties, and everyday phrases of people who do the work.
    /// </summary>
    public ReadOnlySpan<string> ForRole(RoleId role) => _parts[role.Index].Texts;

    /// <summary>Number of the first text of a role; the others follow it.</summary>
    public int FirstOfRole(RoleId role) => _parts[role.Index].First;

    /// <summary>Number of titles that a role's texts begin with.</summary>
    public int TitleCount(RoleId role) => _parts[role.Index].TitleCount;

    /// <summary>Number of titles and duties that a role's texts begin with; everyday phrases follow.</summary>
    public int PlainCount(RoleId role) => _parts[role.Index].PlainCount;

    /// <summary>The skills that a role asks for.</summary>
    public ReadOnlySpan<SkillId> SkillsOfRole(RoleId role) => _parts[role.Index].Skills;

    /// <summary>Weights of the skills that a role asks for.</summary>
    public ReadOnlySpan<float> SkillWeightsOfRole(RoleId role) => _parts[role.Index].SkillWeights;

    private static Parts Collect(Role role, IReadOnlyDictionary<string, SkillId> skillIds, int first)
    {
        var texts = new List<string> { role.Title };
        var known = new HashSet<string>(texts, StringComparer.Ordinal);
        texts.AddRange(role.AlternateTitles.Where(known.Add));
        var titles = texts.Count;
        texts.AddRange(role.Responsibilities.SelectMany(theme => theme.Items).Where(known.Add));
        var plain = texts.Count;
        texts.AddRange(EverydayPhrases.ForRole(role).Where(known.Add));
        var asked = role.Skills.Where(s => skillIds.ContainsKey(s.Skill)).ToList();
        return new Parts([.. texts], first, titles, plain, [.. asked.Select(s => skillIds[s.Skill])], [.. asked.Select(Weigh)]);
    }

    private static float Weigh(RoleSkill skill) => (float)skill.Importance * (skill.Necessity == Necessity.Essential ? 2 : 1);

    private sealed record Parts(
        string[] Texts,
        int First,
        int TitleCount,
        int PlainCount,
        SkillId[] Skills,
        float[] SkillWeights
    );
}
