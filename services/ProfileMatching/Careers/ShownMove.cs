using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.Recommendations;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Describes a move as an answer shows it, but for its pay.</summary>
internal static class ShownMove
{
    /// <summary>Importance (0-1) below which a skill that is brought is not worth a word.</summary>
    private const double LeastImportance = 0.4;

    /// <summary>What is brought, what is to learn, and what the role requires beside skills.</summary>
    public static Move Describe(CareerQuestion question, OpenMove move, LearningShelf shelf)
    {
        var (person, there, index) = (question.Person, question.There, question.Catalog.Index);
        var role = index.Roles[move.Role];
        var lacks = Readiness.Lacks(there, move.Role);
        var shown = new Move
        {
            Role = role.Name,
            Title = role.Title,
            Family = role.Family,
            Seniority = role.Seniority,
            Kind = move.Kind,
            Score = Math.Round(move.Score, 4),
            Feasibility = Explainer.Feasibility(there, move.Role),
            Readiness = Math.Round(Readiness.Of(there, move.Role), 4),
            Effort = new LearningEffort(shelf.Hours, MoveParameters.Shipped.HoursPerProficiencyPoint).Add(lacks).ToEffort(),
            Missing =
            {
                SkillsToLearn.Describe(
                    person,
                    there,
                    move.Role,
                    SkillsToLearn.OwnFirst(index, move.Role, lacks).Take(Explainer.Few),
                    shelf
                ),
            },
            Brought = { FindBrought(there, move.Role).Take(Explainer.Few).Select(skill => index.Skills[skill].Title) },
            Gates = { OpenRequirements.Find(index, question.Start, move.Role) },
        };
        // Of a title alone a fit measures the title, not what the work has taught.
        if (question.Understanding is not null && person.SaidWeight > 0)
        {
            shown.Fit = Explainer
                .Explain(person, new RankedRole(move.Role, FitFunction.Evaluate(person, move.Role)), full: false)
                .Fit;
        }

        return shown;
    }

    /// <summary>Skills that are there and that matter in the role, those that make it up first; none that every role
    /// rates.</summary>
    private static IEnumerable<SkillId> FindBrought(PersonView there, RoleId role)
    {
        var index = there.Index;
        return index
            .Demands(role)
            .ToArray()
            .Where(demand => demand.Essential || demand.Importance >= LeastImportance)
            .Where(demand => OwnSkills.IsSought(index, role, demand))
            .Where(demand => FitFunction.Coverage(there, demand).Direct >= 1 && !OwnSkills.IsGeneric(index, demand))
            .OrderByDescending(demand => demand.Essential)
            .ThenByDescending(demand => OwnSkills.Measure(index, role, demand))
            .Select(demand => demand.Skill);
    }
}
