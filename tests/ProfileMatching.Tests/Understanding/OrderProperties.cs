using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Types.V1;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

/// <summary>
/// A profile made at random, in which skills are said twice, differently, and some that the catalog does not know.
/// </summary>
internal sealed record AnyProfile(Profile Profile);

internal static class AnyProfileArbitrary
{
    public static Arbitrary<AnyProfile> Profile()
    {
        var skill =
            from text in Gen.Elements(
                "Python",
                "python",
                "SQL",
                "Figma",
                "machine frobnication",
                "works with docker things",
                "Data"
            )
            from level in Gen.Elements(
                Proficiency.Unspecified,
                Proficiency.None,
                Proficiency.Basic,
                Proficiency.Working,
                Proficiency.Expert
            )
            from source in Gen.Elements(
                SkillSource.Unspecified,
                SkillSource.Stated,
                SkillSource.Corrected,
                SkillSource.Extracted,
                SkillSource.Inferred
            )
            from years in Gen.Choose(-2, 9)
            select Skill(text, level, source, years);
        var profile =
            from skills in Gen.ListOf(skill)
            from interests in Gen.SubListOf("Data Scientist", "ML", "Data Scientist")
            from terms in Gen.ListOf(Gen.Elements("python", "figma", "machin"), 4)
            from count in Gen.Choose(0, 3)
            select new AnyProfile(
                new Profile
                {
                    Skills = { skills },
                    Interests = { interests },
                    Terms = { terms.Select((t, i) => new TermCount { Term = t, Count = count + i }) },
                }
            );
        return profile.ToArbitrary();
    }

    private static ProfileSkill Skill(string text, Proficiency level, SkillSource source, int years)
    {
        var skill = new ProfileSkill
        {
            Text = text,
            Proficiency = level,
            Source = source,
        };
        if (years >= 0)
        {
            skill.Years = years;
        }
        return skill;
    }
}

[Properties(Arbitrary = [typeof(AnyProfileArbitrary)])]
public sealed class OrderProperties
{
    [Property]
    internal void The_order_in_which_things_were_said_does_not_matter(AnyProfile any)
    {
        var turned = any.Profile.Clone();
        Turn(turned.Skills);
        Turn(turned.Interests);
        Turn(turned.Terms);

        var evidence = Read(any.Profile);
        var other = Read(turned);

        Assert.Equal(evidence.Skills, other.Skills);
        // In the same order too: sums of fractions depend on it.
        Assert.Equal(evidence.Terms.ToList(), other.Terms.ToList());
        using var person = new PersonView(MadeUpCatalog.Index, evidence);
        using var same = new PersonView(MadeUpCatalog.Index, other);
        Assert.Equal(Ranker.Rank(person, 10, _ => true), Ranker.Rank(same, 10, _ => true));
    }

    [Theory]
    [InlineData(Proficiency.Unspecified, Proficiency.Working)]
    [InlineData(Proficiency.Working, Proficiency.Unspecified)]
    public void Of_two_equal_claims_the_stated_one_holds(Proficiency first, Proficiency second)
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "Python", Proficiency = first },
                new ProfileSkill { Text = "Python", Proficiency = second },
            },
        };

        Assert.True(Assert.Single(Read(profile).Skills).IsStated);
    }

    private static PersonEvidence Read(Profile profile) =>
        Understander.Read(profile, MadeUpCatalog.Index, new DateOnly(2026, 11, 1)).Evidence;

    private static void Turn<T>(Google.Protobuf.Collections.RepeatedField<T> field)
    {
        var turned = field.Reverse().ToList();
        field.Clear();
        field.Add(turned);
    }
}
