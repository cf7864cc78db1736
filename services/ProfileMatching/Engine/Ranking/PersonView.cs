using System.Buffers;
using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Practice;

namespace CareerRecs.Matching.Engine.Ranking;

/// <summary>
/// A person's evidence spread over the skills of an index, so that a role's demands are looked up by array index. Rented; dispose
/// it. Skills are taken in index order, so that sums do not depend on the order in which they were said.
/// </summary>
internal sealed class PersonView : IDisposable
{
    private const float ExtraImportance = 0.5f;

    /// <summary>Different terms of the catalog from which words are a text, and what a text counts in pieces of evidence.</summary>
    private const int LeastText = 30;
    private const int TextMass = 3;

    private readonly List<int> _touched = [];
    private readonly float[] _held;
    private readonly float[] _standIn;
    private readonly int[] _standInBy;
    private readonly float[] _stated;
    private readonly float[] _cosines;
    private readonly float[] _families;
    private readonly int _knownTerms;

    /// <param name="index">The index to rank in.</param>
    /// <param name="evidence">What is known of the person.</param>
    public PersonView(MatchIndex index, PersonEvidence evidence)
    {
        Index = index;
        Evidence = evidence;
        Roles = [.. evidence.Roles];
        Skills = [.. evidence.Skills.Where(s => s.Proficiency > 0).OrderBy(s => s.Skill)];
        var skills = index.SkillIds.Count;
        _held = Rent(skills);
        _standIn = Rent(skills);
        _standInBy = ArrayPool<int>.Shared.Rent(Math.Max(1, skills));
        _stated = Rent(skills);
        _cosines = Rent(index.RoleCount);
        _families = Rent(index.RoleCount);
        foreach (var skill in Skills) Hold(skill);
        foreach (var skill in Skills) StandIn(skill);
        HeldRarity = RarityWith(default);
        Practice = index.Practice is { } practice ? new PersonPractice(practice, evidence, Skills) : null;
        var p = index.Parameters;
        _knownTerms = evidence.Terms.Keys.Count(index.Text.Knows);
        HalfEvidence = p.HalfEvidence + (Practice is null ? 0 : p.PracticeHalfEvidence) + (p.TextHalfEvidence * Math.Min(1, _knownTerms / p.WholeText));
        if (_knownTerms > 0) index.Text.Score(evidence.Terms, _cosines.AsSpan(0, index.RoleCount), _families.AsSpan(0, index.RoleCount));
    }

    public MatchIndex Index { get; }

    public PersonEvidence Evidence { get; }

    /// <summary>Skills at a proficiency above none, by index.</summary>
    public HeldSkill[] Skills { get; }

    /// <summary>Roles that jobs held mean.</summary>
    public HeldRole[] Roles { get; }

    /// <summary>What the skills say by what people report using; null where the catalog has no such model.</summary>
    public PersonPractice? Practice { get; }

    /// <summary>Pieces of evidence: a skill or a title counts one, a text three. Words that no role of the catalog uses say nothing.</summary>
    public int Mass => Skills.Length + Roles.Select(r => r.Title).Distinct().Count() + (_knownTerms >= LeastText ? TextMass : 0);

    /// <summary>Whether any role has evidence: a job held, a word or a skill of it. Else every fit is 0.</summary>
    public bool SpeaksForAnyRole => Roles.Length > 0 || _knownTerms > 0 || (Practice?.KnowsAny ?? false) || _touched.Exists(s => !Index.Postings(s).IsEmpty);

    /// <summary>What all the skills would weigh as extras.</summary>
    public float HeldRarity { get; private set; }

    /// <summary>
    /// Evidence that makes a fit of 50. A whole text gives every role evidence that a list of skills cannot give, so the more text there is
    /// the more a fit takes: else all roles of a resume were strong, and a skill more would not show.
    /// </summary>
    public double HalfEvidence { get; }

    /// <summary>Proficiency in the skill, 0-7; 0 where the person has it not.</summary>
    public float Held(int skill) => _held[skill];

    /// <summary>Proficiency that the person states, 1-7, in a skill that most roles rate; else 0.</summary>
    public float Stated(int skill) => _stated[skill];

    /// <summary>The best skill of the person that stands in for this one; -1 for none.</summary>
    public (int By, float Similarity) StandInFor(int skill) => _standIn[skill] > 0 ? (_standInBy[skill], _standIn[skill]) : (-1, 0);

    /// <summary>How much of the skill related ones cover at most, 0-1.</summary>
    public double CoveredByRelated(int skill) => _standIn[skill] > 0 ? _standIn[skill] * Index.Parameters.RelatedDiscount : 0;

    /// <summary>Cosine of the person's text with the role's.</summary>
    public float Cosine(int role) => _cosines[role];

    /// <summary>Mean cosine of the person's text with those of the role's lines of work.</summary>
    public float FamilyCosine(int role) => _families[role];

    /// <summary>Skills held, or stood in for.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>What a skill weighs as an extra.</summary>
    public float ExtraWeight(int skill) => Index.SkillRarity(skill) * ExtraImportance;

    /// <summary>
    /// The fit of a role if the person had one skill more, or better; no worse than the person has it. The same as that of a view made
    /// anew, without making one: what the skill changes is put back.
    /// </summary>
    public FitParts EvaluateWith(HeldSkill acquired, int role)
    {
        var (held, stated, rarity) = (_held[acquired.Skill], _stated[acquired.Skill], HeldRarity);
        if (acquired.Proficiency <= held) return FitFunction.Evaluate(this, role);
        var neighbours = Index.StandsInFor(acquired.Skill);
        var standIns = ArrayPool<(float, int)>.Shared.Rent(Math.Max(1, neighbours.Length));
        for (var i = 0; i < neighbours.Length; i++) standIns[i] = (_standIn[neighbours[i].Skill], _standInBy[neighbours[i].Skill]);
        var touched = _touched.Count;
        _held[acquired.Skill] = acquired.Proficiency;
        _stated[acquired.Skill] = StatedIn(acquired);
        StandIn(acquired);
        if (held <= 0)
        {
            HeldRarity = RarityWith(acquired);
            Practice?.Add(acquired.Skill);
        }

        try
        {
            return FitFunction.Evaluate(this, role);
        }
        finally
        {
            // Backwards: where a skill is a neighbour twice, the first value is the one from before.
            for (var i = neighbours.Length - 1; i >= 0; i--) (_standIn[neighbours[i].Skill], _standInBy[neighbours[i].Skill]) = standIns[i];
            ArrayPool<(float, int)>.Shared.Return(standIns);
            if (held <= 0) Practice?.Remove(acquired.Skill);
            _touched.RemoveRange(touched, _touched.Count - touched);
            (_held[acquired.Skill], _stated[acquired.Skill], HeldRarity) = (held, stated, rarity);
        }
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_held);
        ArrayPool<float>.Shared.Return(_standIn);
        ArrayPool<float>.Shared.Return(_stated);
        ArrayPool<float>.Shared.Return(_cosines);
        ArrayPool<float>.Shared.Return(_families);
        ArrayPool<int>.Shared.Return(_standInBy);
    }

    private static float[] Rent(int length)
    {
        var array = ArrayPool<float>.Shared.Rent(Math.Max(1, length));
        Array.Clear(array, 0, length);
        return array;
    }

    /// <summary>Rarity of the skills and of one more, added up by index as a view made with it would: sums of fractions depend on the order.</summary>
    private float RarityWith(HeldSkill more)
    {
        double sum = 0;
        var added = more.Proficiency <= 0;
        foreach (var skill in Skills)
        {
            if (!added && more.Skill < skill.Skill)
            {
                sum += ExtraWeight(more.Skill);
                added = true;
            }

            sum += ExtraWeight(skill.Skill);
        }

        return (float)(added ? sum : sum + ExtraWeight(more.Skill));
    }

    private void Hold(HeldSkill skill)
    {
        _held[skill.Skill] = skill.Proficiency;
        _stated[skill.Skill] = StatedIn(skill);
        _touched.Add(skill.Skill);
    }

    private float StatedIn(HeldSkill skill) => skill.IsStated && Index.IsRated[skill.Skill] ? skill.Proficiency : 0;

    private void StandIn(HeldSkill skill)
    {
        foreach (var neighbour in Index.StandsInFor(skill.Skill))
        {
            var similarity = neighbour.Similarity * Math.Min(1, skill.Proficiency / MatchIndex.DefaultRequired);
            if (similarity <= _standIn[neighbour.Skill]) continue;
            if (_standIn[neighbour.Skill] == 0 && _held[neighbour.Skill] == 0) _touched.Add(neighbour.Skill);
            _standIn[neighbour.Skill] = similarity;
            _standInBy[neighbour.Skill] = skill.Skill;
        }
    }
}
