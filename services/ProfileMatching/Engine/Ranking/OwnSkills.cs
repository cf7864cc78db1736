using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// Tells the skills that make up a role from those that nearly every role rates, and what a person lacks of them.
/// </summary>
internal static class OwnSkills
{
    /// <summary>
    /// Weight, over the mean of all roles, from which a skill that most roles rate belongs to a role all the same.
    /// </summary>
    private const double Outstanding = 1.5;

    /// <summary>Roles, and share of all roles, above which a tool is everybody's.</summary>
    private const int CommonToolRoles = 100;
    private const double CommonToolShare = 0.2;

    /// <summary>
    /// Importance (0-1) below which a skill is not sought if most roles rate it or its required proficiency is under the level.
    /// </summary>
    private const float LeastImportance = 0.4f;
    private const float LeastLevel = 2;

    /// <summary>Points of proficiency (0-7) below which a skill that the person has counts as enough.</summary>
    private const float LeastShortfall = 1;

    /// <summary>
    /// Whether a skill tells little of a role: most roles rate it and this one asks for about as much of it ("Active Listening"),
    /// or it is a tool of very many roles ("Microsoft Word").
    /// </summary>
    public static bool IsGeneric(MatchIndex index, Demand demand) =>
        index.IsTool[demand.Skill]
            ? !demand.Essential
                && index.Postings(demand.Skill).Length > Math.Max(CommonToolRoles, CommonToolShare * index.RoleCount)
            : index.IsRated[demand.Skill] && demand.Weight < Outstanding * index.MeanWeight(demand.Skill);

    /// <summary>
    /// Whether a demand is worth acquiring for the role. Skills that most roles rate, or that the role asks for at next to no
    /// level, count from some importance on. Of the tools that a source lists most are those of one maker that one employer uses;
    /// where the source says which ones postings of the role ask for, only these count.
    /// </summary>
    public static bool IsSought(MatchIndex index, RoleId role, Demand demand)
    {
        if (demand.Essential)
        {
            return true;
        }

        return index.IsTool[demand.Skill]
            ? !index.StatesDemand || index.Roles[role].Skills[demand.Asked].InDemand
            : demand.Importance >= LeastImportance || (!index.IsRated[demand.Skill] && demand.Required >= LeastLevel);
    }

    /// <summary>
    /// How much a skill is the role's own, 0-1: nearness in meaning to the role as a whole, times importance in it.
    /// </summary>
    public static double Measure(MatchIndex index, RoleId role, Demand demand) =>
        Math.Max(0, index.Meaning.Cosine(demand.Skill, index.Meaning.ToQuery(role))) * (1 + demand.Importance) / 2;

    /// <summary>Whether the person has the skill, or said it in other words.</summary>
    public static bool IsSaid(PersonView person, SkillId skill) => person.Held(skill) > 0 || person.Phrases.Express(skill);

    /// <summary>
    /// Whether the person has a skill at less than a point below the level required. Levels are often assumed, and say nothing of
    /// so small a difference.
    /// </summary>
    public static bool HasNearlyEnough(PersonView person, Demand demand) =>
        person.Held(demand.Skill) is > 0 and var held && demand.Level - held < LeastShortfall;

    /// <summary>
    /// What the person lacks for a role or has too little of, the heaviest first. What they said in other words is not missing,
    /// of two titles that differ in number alone the heavier is listed, and of tools only those that somebody asks for.
    /// </summary>
    public static List<Demand> FindLacking(PersonView person, RoleId role)
    {
        var demands = person.Index.Demands(role);
        var lacking = new List<Demand>(demands.Length);
        var titles = new HashSet<int>(demands.Length);
        foreach (ref readonly var demand in demands)
        {
            var (direct, standIn) = FitFunction.Coverage(person, demand);
            if (!IsSought(person.Index, role, demand))
            {
                continue;
            }

            if (direct >= 1 || direct + standIn >= 1 || (direct <= 0 && person.Phrases.FindWords(role, demand.Skill) is not null))
            {
                continue;
            }

            if (HasNearlyEnough(person, demand))
            {
                continue;
            }

            if (titles.Add(person.Index.SameTitle(demand.Skill)))
            {
                lacking.Add(demand);
            }
        }

        return lacking;
    }

    /// <summary>A title in small letters whose words have no plural ending.</summary>
    public static string ToSingular(string title) =>
        string.Join(
            ' ',
            TextAnalysis.Normalize(title).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TextAnalysis.Singular)
        );
}
