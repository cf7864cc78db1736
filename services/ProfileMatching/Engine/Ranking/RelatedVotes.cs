using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>How much a skill speaks for a role that does not ask for it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Vote">Vote (0-1) by likeness to what the role asks for, or to the role as a whole.</param>
/// <param name="Practice">Vote (0-1) beyond that, because people who do the work report using the skill.</param>
internal readonly record struct RelatedVote(RoleId Role, float Vote, float Practice);

/// <summary>
/// Votes of each skill for the roles that do not ask for it: by the nearest of the skills it stands in for that the role asks
/// for, otherwise by its meaning where that is near the role as a whole; and by what people who do the work report using.
/// </summary>
internal sealed class RelatedVotes
{
    /// <summary>Marks a role that asks for the skill itself.</summary>
    private const float Asks = -1;

    /// <summary>Cosine below which a skill says nothing of a role that does not ask for it.</summary>
    private const float LeastCosine = 0.25f;

    private static readonly Dictionary<RoleId, float> NoPractice = [];

    private readonly RelatedVote[][] _bySkill;

    /// <summary>Compiles the votes of an index.</summary>
    public RelatedVotes(MatchIndex index)
    {
        _bySkill = new RelatedVote[index.SkillIds.Count][];
        Parallel.For(
            0,
            _bySkill.Length,
            () => new float[index.RoleCount],
            (skill, _, similarities) =>
            {
                _bySkill[skill] = Compile(index, new SkillId(skill), similarities);
                return similarities;
            },
            static _ => { }
        );
    }

    /// <summary>Votes of a skill, by role.</summary>
    public ReadOnlySpan<RelatedVote> BySkill(SkillId skill) => _bySkill[skill.Index];

    /// <summary>Vote of a skill for a role; zeros where the role asks for it, or nothing connects the two.</summary>
    public RelatedVote Find(SkillId skill, RoleId role)
    {
        var votes = _bySkill[skill.Index];
        var (low, high) = (0, votes.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (votes[middle].Role == role)
            {
                return votes[middle];
            }

            (low, high) = votes[middle].Role < role ? (middle + 1, high) : (low, middle - 1);
        }

        return default;
    }

    /// <param name="index">What is compiled.</param>
    /// <param name="skill">The skill.</param>
    /// <param name="similarities">Zeros by role to work in; zeros again when done.</param>
    private static RelatedVote[] Compile(MatchIndex index, SkillId skill, float[] similarities)
    {
        var touched = new List<RoleId>();
        foreach (var neighbour in index.StandsInFor(skill))
        {
            foreach (var posting in index.Postings(neighbour.Skill))
            {
                if (similarities[posting.Role.Index] == 0)
                {
                    touched.Add(posting.Role);
                }

                similarities[posting.Role.Index] = Math.Max(similarities[posting.Role.Index], neighbour.Similarity);
            }
        }

        foreach (var posting in index.Postings(skill))
        {
            similarities[posting.Role.Index] = Asks;
            touched.Add(posting.Role);
        }

        var cosines = index.Meaning.Roles.Cosines(index.Meaning.ToQuery(skill));
        var votes = new Dictionary<RoleId, float>();
        foreach (
            var role in NearestRoles.Find(cosines, index.Parameters.RolesNearSkill).Where(r => cosines[r.Index] >= LeastCosine)
        )
        {
            votes[role] = (float)index.Parameters.UnaskedVote * cosines[role.Index];
        }

        foreach (var role in touched.Where(role => similarities[role.Index] > 0))
        {
            votes[role] = Vote(index, similarities[role.Index], cosines[role.Index]);
        }

        var practice = index.Practice?.VotesOf(skill) ?? NoPractice;
        RelatedVote[] compiled =
        [
            .. votes
                .Keys.Union(practice.Keys)
                .Where(role => similarities[role.Index] != Asks)
                .Order()
                .Select(role =>
                {
                    var vote = votes.GetValueOrDefault(role);
                    return new RelatedVote(role, vote, Math.Max(0, practice.GetValueOrDefault(role) - vote));
                }),
        ];
        foreach (var role in touched)
        {
            similarities[role.Index] = 0;
        }

        return compiled;
    }

    private static float Vote(MatchIndex index, float similarity, float toRole) =>
        (float)(
            (index.Parameters.RelatedVote * similarity) + (index.Parameters.MeaningShare * index.Nearness(similarity, toRole))
        );
}
