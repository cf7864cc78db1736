using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Careers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Engine.Similar;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.NextSkills;
using CareerRecs.ProfileMatching.Recommendations;
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
