using System.Buffers;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// A person's evidence spread over the skills and roles of an index, so that it is looked up by array index. Rented; dispose it.
/// Skills are taken in index order, so that sums do not depend on the order in which they were said.
/// </summary>
internal sealed class PersonView : IDisposable
{
    /// <summary>
    /// Different terms of the catalog from which words are a text, and what a text counts in pieces of evidence.
    /// </summary>
    private const int LeastText = 30;
    private const int TextMass = 3;
    private const int TitleMass = 2;

    private readonly List<SkillId> _touched = [];
    private readonly List<SkillId> _related = [];
    private readonly float[] _held;
    private readonly float[] _share;
    private readonly float[] _standIn;
    private readonly SkillId[] _standInBy;
    private readonly float[] _stated;
    private double _skillWeight;
    private int _practiced;
    private PresentSkills? _present;

    /// <param name="index">The index to rank in.</param>
    /// <param name="evidence">What is known of the person.</param>
    public PersonView(MatchIndex index, PersonEvidence evidence)
    {
        (Index, Evidence) = (index, evidence);
        Roles = [.. evidence.Roles];
        Skills = [.. evidence.Skills.Where(s => s.Proficiency > 0).OrderBy(s => s.Skill)];
        var skills = index.SkillIds.Count;
        (_held, _share, _standIn, _stated) = (Rent(skills), Rent(skills), Rent(skills), Rent(skills));
        _standInBy = ArrayPool<SkillId>.Shared.Rent(Math.Max(1, skills));
        foreach (var skill in Skills)
        {
            Hold(skill);
            _touched.Add(skill.Skill);
            AddRelated(skill.Skill);
        }

        foreach (var skill in Skills)
        {
            StandIn(skill);
        }

        _skillWeight = SkillWeightWith(default);
        _practiced = Skills.Count(skill => IsPracticed(skill.Skill));
        Phrases = new PhraseVotes(index, evidence.Phrases);
        Titles = new TitleVotes(index, evidence.Titles);
        Texts = new TextVotes(index, evidence.Terms);
    }

    /// <summary>The index.</summary>
    public MatchIndex Index { get; }

    /// <summary>What is known of the person.</summary>
    public PersonEvidence Evidence { get; }

    /// <summary>Skills at a proficiency above none, by index.</summary>
    public HeldSkill[] Skills { get; }

    /// <summary>Roles that jobs held mean.</summary>
    public HeldRole[] Roles { get; }

    /// <summary>Votes of phrases that name no skill.</summary>
    public PhraseVotes Phrases { get; }

    /// <summary>Matches of the titles held.</summary>
    public TitleVotes Titles { get; }

    /// <summary>Votes of a whole text.</summary>
    public TextVotes Texts { get; }

    /// <summary>Share (0-1) of the votes by practice that counts: that of a whole list of skills that is there.</summary>
    public double PracticeShare => ShareOfList(_practiced);

    /// <summary>Skills that the present work takes.</summary>
    public PresentSkills Present => _present ??= PresentSkills.ForPerson(this);

    /// <summary>Pieces of evidence: a skill or phrase counts one, a title two, a text three.</summary>
    public int Mass =>
        Skills.Length + Phrases.Count + (Titles.Count * TitleMass) + (Texts.KnownTerms >= LeastText ? TextMass : 0);

    /// <summary>Weight of the skills and phrases.</summary>
    public double SaidWeight => _skillWeight + Phrases.Weight;

    /// <summary>Weight of titles and texts.</summary>
    public double OtherWeight => Titles.Weight + Texts.RoleWeight + Texts.FamilyWeight;

    /// <summary>Skills held, or stood in for.</summary>
    public IReadOnlyList<SkillId> Touched => _touched;

    /// <summary>Skills held that speak for roles which do not ask for them, by index.</summary>
    public IReadOnlyList<SkillId> RelatedSkills => _related;

    /// <summary>Proficiency in the skill, 0-7; 0 where the person does not have it.</summary>
    public float Held(SkillId skill) => _held[skill.Index];

    /// <summary>The best skill of the person that stands in for this one; null: none.</summary>
    public Neighbour? StandInFor(SkillId skill) =>
        _standIn[skill.Index] > 0 ? new Neighbour(_standInBy[skill.Index], _standIn[skill.Index]) : null;

    /// <summary>How much of the skill related ones cover at most, 0-1.</summary>
    public double CoveredByRelated(SkillId skill) =>
        _standIn[skill.Index] > 0 ? _standIn[skill.Index] * Index.Parameters.RelatedDiscount : 0;

    /// <summary>Weight of a skill held in the votes: the rarer the more, less for one of many read out of a document.</summary>
    public double WeightOf(SkillId skill) => Index.SkillRarity(skill) * _share[skill.Index];

    /// <summary>Weight in the votes that a skill would have if the person acquired it.</summary>
    public double WeightIfAcquired(HeldSkill skill) => Index.SkillRarity(skill.Skill) * ShareOf(skill);

    /// <summary>
    /// How near (0-1) a stated level comes to the required one, in a skill that most roles rate: everybody has these in some
    /// measure, so that cover alone would reward the jobs that ask for little. 1 where no level is stated.
    /// </summary>
    public double Agreement(SkillId skill, float required)
    {
        if (_stated[skill.Index] <= 0)
        {
            return 1;
        }

        var off = (_stated[skill.Index] - required) / Index.Parameters.AgreementReach;
        return Math.Max(0, 1 - (off * off));
    }

    /// <summary>
    /// The fit of a role if the person had one skill more, or better; no worse than the person has it. Equal to that of a view
    /// made anew, without making one: what the skill changes is put back.
    /// </summary>
    public FitParts EvaluateWith(HeldSkill acquired, RoleId role)
    {
        var skill = acquired.Skill;
        var (held, share, stated, weight) = (_held[skill.Index], _share[skill.Index], _stated[skill.Index], _skillWeight);
        var practiced = _practiced;
        if (acquired.Proficiency <= held)
        {
            return FitFunction.Evaluate(this, role);
        }

        var neighbours = Index.StandsInFor(skill);
        var standIns = ArrayPool<(float, SkillId)>.Shared.Rent(Math.Max(1, neighbours.Length));
        for (var i = 0; i < neighbours.Length; i++)
        {
            standIns[i] = (_standIn[neighbours[i].Skill.Index], _standInBy[neighbours[i].Skill.Index]);
        }

        var touched = _touched.Count;
        var place = held > 0 ? null : AddRelated(skill);
        Hold(acquired);
        StandIn(acquired);
        _skillWeight = SkillWeightWith(acquired);
        _practiced += held <= 0 && IsPracticed(skill) ? 1 : 0;
        try
        {
            return FitFunction.Evaluate(this, role);
        }
        finally
        {
            // Backwards: where a skill is a neighbour twice, the first value is the one from before.
            for (var i = neighbours.Length - 1; i >= 0; i--)
            {
                (_standIn[neighbours[i].Skill.Index], _standInBy[neighbours[i].Skill.Index]) = standIns[i];
            }

            ArrayPool<(float, SkillId)>.Shared.Return(standIns);
            if (place is { } added)
            {
                _related.RemoveAt(added);
            }

            _touched.RemoveRange(touched, _touched.Count - touched);
            (_held[skill.Index], _share[skill.Index], _stated[skill.Index], _skillWeight) = (held, share, stated, weight);
            _practiced = practiced;
        }
    }

    /// <summary>The share of the votes by practice that counts with a skill more.</summary>
    public double PracticeShareWith(SkillId skill) => ShareOfList(_practiced + (IsPracticed(skill) ? 1 : 0));

    /// <summary>Weight of all skills with one more, or one better.</summary>
    public double SkillWeightWith(HeldSkill more)
    {
        double sum = 0;
        var added = more.Proficiency <= 0;
        foreach (var skill in Skills)
        {
            if (!added && more.Skill <= skill.Skill)
            {
                sum += Index.SkillRarity(more.Skill) * ShareOf(more);
                added = true;
                if (more.Skill == skill.Skill)
                {
                    continue;
                }
            }

            sum += Index.SkillRarity(skill.Skill) * ShareOf(skill);
        }

        return added ? sum : sum + (Index.SkillRarity(more.Skill) * ShareOf(more));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var array in new[] { _held, _share, _standIn, _stated })
        {
            ArrayPool<float>.Shared.Return(array);
        }

        ArrayPool<SkillId>.Shared.Return(_standInBy);
        Phrases.Dispose();
        Titles.Dispose();
        Texts.Dispose();
    }

    private static float[] Rent(int length)
    {
        var array = ArrayPool<float>.Shared.Rent(Math.Max(1, length));
        Array.Clear(array, 0, length);
        return array;
    }

    private bool IsPracticed(SkillId skill) => Index.Practice?.Knows(skill) == true;

    private double ShareOfList(int skills) => Math.Min(1, skills / Index.Parameters.WholePracticeList);

    private void Hold(HeldSkill skill)
    {
        _held[skill.Skill.Index] = skill.Proficiency;
        _share[skill.Skill.Index] = ShareOf(skill);
        _stated[skill.Skill.Index] = IsRated(skill) ? skill.Proficiency : 0;
    }

    /// <summary>A level that was stated tells more than a skill that everybody has in some measure.</summary>
    private float ShareOf(HeldSkill skill) => skill.Share * (IsRated(skill) ? (float)Index.Parameters.StatedLevelFactor : 1);

    private bool IsRated(HeldSkill skill) => skill.IsStated && Index.IsRated[skill.Skill];

    /// <summary>
    /// Adds a skill to those that speak for roles which do not ask for them; returns its place, null if it speaks for none.
    /// </summary>
    private int? AddRelated(SkillId skill)
    {
        if (Index.Related.BySkill(skill).IsEmpty)
        {
            return null;
        }

        var place = ~_related.BinarySearch(skill);
        _related.Insert(place, skill);
        return place;
    }

    private void StandIn(HeldSkill skill)
    {
        foreach (var neighbour in Index.StandsInFor(skill.Skill))
        {
            var similarity = neighbour.Similarity * Math.Min(1, skill.Proficiency / MatchIndex.DefaultRequired);
            if (similarity <= _standIn[neighbour.Skill.Index])
            {
                continue;
            }

            if (_standIn[neighbour.Skill.Index] == 0 && _held[neighbour.Skill.Index] == 0)
            {
                _touched.Add(neighbour.Skill);
            }

            _standIn[neighbour.Skill.Index] = similarity;
            _standInBy[neighbour.Skill.Index] = skill.Skill;
        }
    }
}
