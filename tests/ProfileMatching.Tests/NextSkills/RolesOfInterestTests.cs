using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.NextSkills;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding;

namespace CareerRecs.ProfileMatching.Tests.NextSkills;

public sealed class RolesOfInterestTests
{
    private static readonly CatalogHandle Catalog = new("shared", MadeUpCatalog.Index.Snapshot, MadeUpCatalog.Index);

    [Fact]
    public void A_wish_is_no_evidence_of_ability()
    {
        var without = Read(
            new Profile
            {
                Skills =
                {
                    new ProfileSkill { Text = "Python" },
                    new ProfileSkill { Text = "SQL" },
                },
            }
        );
        var with = Read(
            new Profile
            {
                Skills =
                {
                    new ProfileSkill { Text = "Python" },
                    new ProfileSkill { Text = "SQL" },
                },
                Interests = { "Product Designer", "figma, typography" },
            }
        );

        Assert.Empty(with.Evidence.Terms);
        using var person = new PersonView(Catalog.Index, with.Evidence);
        using var same = new PersonView(Catalog.Index, without.Evidence);
        Assert.Equal(same.Mass, person.Mass);
        Assert.Equal(Ranker.Rank(same, 10, _ => true), Ranker.Rank(person, 10, _ => true));
    }

    [Fact]
    public void Next_skills_are_for_the_roles_that_the_person_wants_by_title_or_family()
    {
        Assert.Equal(["designer"], Roles("Product Designer"));
        Assert.Equal(["ml-engineer", "senior-ml-engineer", "ml-director"], Roles("ML"));
        Assert.Equal(["senior-ml-engineer", "ml-director"], Roles("ML", notThis: "Machine Learning Engineer"));
    }

    [Fact]
    public void A_wish_that_the_catalog_does_not_know_leaves_the_roles_that_fit_best() =>
        Assert.Equal(Roles(), Roles("a quiet life by the sea"));

    private static IEnumerable<string> Roles(string? interest = null, string? notThis = null)
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "Python" },
                new ProfileSkill { Text = "Deployment" },
            },
        };
        if (interest is not null)
        {
            profile.Interests.Add(interest);
        }
        if (notThis is not null)
        {
            profile.NotThis.Add(notThis);
        }
        var asked = AskedAbout.Of(Read(profile), profile);
        using var person = new PersonView(Catalog.Index, asked.Understood.Evidence);
        return
        [
            .. NextSkillAnswers
                .RolesFor(Catalog, person, asked, PresentWork.Find(Catalog.Index, asked.Understood))
                .Select(role => Catalog.Index.Roles[role].Name.Split('/')[^1]),
        ];
    }

    private static Understood Read(Profile profile) => Understander.Read(profile, Catalog.Index, new DateOnly(2026, 11, 1));
}
