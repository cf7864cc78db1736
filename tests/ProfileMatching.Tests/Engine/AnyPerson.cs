using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Types.V1;
using FsCheck;
using FsCheck.Fluent;

namespace CareerRecs.ProfileMatching.Tests.Engine;

/// <summary>A person made at random from the made-up catalog.</summary>
internal sealed record AnyPerson(PersonEvidence Evidence);

/// <summary>Makes people of skills, phrases, titles and words, none of which need go together.</summary>
internal static class AnyPersonArbitrary
{
    private static readonly string[] Phrases =
    [
        "training neural networks",
        "drawing screens",
        "adding up the month's figures",
        "keeping servers up",
        "talking to users",
        "walking dogs",
    ];

    private static readonly string[] Titles =
    [
        "Machine Learning Engineer",
        "Data Wizard",
        "UX Designer",
        "Director of ML",
        "Dog Walker",
    ];

    public static Arbitrary<AnyPerson> Person()
    {
        var person =
            from skills in Gen.ListOf(Skill())
            from seniority in Gen.Choose(0, 7)
            from titles in Gen.Resize(Gen.ListOf(Title()), 3)
            from phrases in Gen.SubListOf(Phrases)
            from share in Gen.Elements(0.25f, 1f)
            from words in Gen.SubListOf("python", "deployment", "figma", "machine", "sql")
            select new AnyPerson(
                new PersonEvidence
                {
                    Skills = [.. skills.DistinctBy(s => s.Skill)],
                    Phrases = [.. phrases.Select(p => new HeldPhrase(p, share))],
                    Titles = [.. titles],
                    Roles = [.. titles.SelectMany(Readings).DistinctBy(r => r.Role)],
                    Terms = words.ToDictionary(w => w, _ => 2),
                    Seniority = (Seniority)seniority,
                }
            );
        return person.ToArbitrary();
    }

    private static Gen<HeldSkill> Skill() =>
        from id in Gen.Choose(0, MadeUpCatalog.Index.SkillIds.Count - 1)
        from level in Gen.Elements(0f, 2f, 4f, 5.5f, 7f)
        from stated in Gen.Elements(true, false)
        from share in Gen.Elements(0.25f, 1f)
        select new HeldSkill(new SkillId(id), level, stated, share);

    private static Gen<HeldTitle> Title() =>
        from title in Gen.Elements(Titles)
        from role in Gen.Choose(-2, MadeUpCatalog.Index.RoleCount - 1)
        from confidence in Gen.Elements(0.6f, 0.95f)
        from recency in Gen.Elements(0.5f, 1f)
        select new HeldTitle(title, recency, role < 0 ? [] : [(new RoleId(role), confidence)]);

    private static IEnumerable<HeldRole> Readings(HeldTitle title) =>
        title.Readings.Select(r => new HeldRole(r.Role, r.Confidence * title.Recency, title.Title));
}
