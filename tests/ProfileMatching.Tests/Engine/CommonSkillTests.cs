using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

/// <summary>What a program that every office uses says of a person.</summary>
public sealed class CommonSkillTests
{
    [Fact]
    public void Little_that_every_role_asks_for_is_no_good_fit()
    {
        var index = Build([
            .. Enumerable
                .Range(0, 12)
                .Select(i => Role($"Clerk {i}", "", ["word", .. Enumerable.Range(0, 8).Select(s => $"skill-{i}-{s}")])),
        ]);
        using var person = ViewOf(index, "word");

        var best = Ranker.Rank(person, 1, _ => true)[0];

        Assert.InRange(best.MilliPoints, 1, index.Parameters.GoodFrom - 1);
    }

    [Fact]
    public void Of_equal_fits_the_one_that_more_people_work_in_comes_first()
    {
        var index = Build([Role("Judge", "23-1023", "word"), Role("General Office Clerk", "43-9061", "word")]);
        using var person = ViewOf(index, "word");

        var ranked = Ranker.Rank(person, 2, _ => true);

        Assert.All(ranked, role => Assert.Equal(FitParts.FullMark, role.MilliPoints));
        Assert.Equal(["General Office Clerk", "Judge"], ranked.Select(role => index.Roles[role.Role].Title));
    }

    private static PersonView ViewOf(MatchIndex index, string skill) =>
        new(
            index,
            new PersonEvidence
            {
                Skills = [new HeldSkill(index.SkillIds[ResourceName.Skill("offices", skill)], 4)],
                Phrases = [],
                Roles = [],
                Titles = [],
                Terms = new Dictionary<string, int>(),
            }
        );

    private static MatchIndex Build(IReadOnlyList<Role> roles)
    {
        var skills = roles.SelectMany(role => role.Skills).Select(asked => asked.Skill).Distinct().Order(StringComparer.Ordinal);
        return MatchIndex.Build(
            CatalogSnapshot.From(
                new CatalogVersion { Name = ResourceName.Version("offices", "1") },
                [
                    .. skills.Select(name => new CatalogEntry
                    {
                        Skill = new Skill
                        {
                            Name = name,
                            Title = ResourceName.IdOf(name),
                            Category = SkillCategory.Tool,
                        },
                    }),
                    .. roles.OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => new CatalogEntry { Role = role }),
                ]
            )
        );
    }

    private static Role Role(string title, string soc, params string[] skills)
    {
        var role = new Role
        {
            Name = ResourceName.Role("offices", title.ToLowerInvariant().Replace(' ', '-')),
            Title = title,
            Skills = { skills.Select(skill => new RoleSkill { Skill = ResourceName.Skill("offices", skill), Importance = 0.9 }) },
        };
        if (soc.Length > 0)
        {
            role.Codes.Add(new Code { System = CodeSystem.Soc, Value = soc });
        }

        return role;
    }
}
