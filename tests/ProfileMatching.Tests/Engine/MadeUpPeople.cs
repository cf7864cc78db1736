using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Answers;
using CareerRecs.Matching.Careers;
using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Engine.Similar;
using CareerRecs.Matching.Learning;
using CareerRecs.Matching.NextSkills;
using CareerRecs.Matching.Recommendations;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

/// <summary>People with skills of the made-up catalog.</summary>
internal static class MadeUpPeople
{
    public static PersonView View(string[] skills, Seniority seniority = Seniority.Unspecified) =>
        new(MadeUpCatalog.Index, Evidence(skills, seniority));

    public static PersonEvidence Evidence(string[] skills, Seniority seniority = Seniority.Unspecified) =>
        new()
        {
            Skills = [.. skills.Select(s => new HeldSkill(MadeUpCatalog.Skill(s), 4))],
            Roles = [],
            Terms = new Dictionary<string, int>(),
            Seniority = seniority,
        };
}
