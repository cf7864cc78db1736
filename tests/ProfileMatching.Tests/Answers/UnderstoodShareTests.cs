using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Tests.Engine;

namespace CareerRecs.ProfileMatching.Tests.Answers;

public sealed class UnderstoodShareTests
{
    [Fact]
    public void A_skill_counts_as_stated_and_understood()
    {
        var share = Count(
            Nothing with
            {
                Skills = [new HeldSkill(MadeUpCatalog.Skill("sql"), 4), new HeldSkill(MadeUpCatalog.Skill("excel"), 4)],
            }
        );

        Assert.Equal(new UnderstoodShare(2, 2), share);
        Assert.Equal(1, share.Share);
    }

    [Fact]
    public void A_phrase_counts_as_understood_only_near_to_a_role()
    {
        var share = Count(
            Nothing with
            {
                Phrases = [new HeldPhrase("machine learning engineer"), new HeldPhrase("shearing sheep")],
            }
        );

        Assert.Equal(new UnderstoodShare(1, 2), share);
        Assert.Equal(0.5, share.Share);
    }

    [Fact]
    public void A_title_counts_as_understood_only_if_it_means_a_role_or_is_near_to_one()
    {
        var known = new HeldTitle("Data Analyst", 1, [(MadeUpCatalog.Role("analyst"), 1f)]);
        var unknown = new HeldTitle("Sheep Shearer", 1, []);

        Assert.Equal(new UnderstoodShare(1, 2), Count(Nothing with { Titles = [known, unknown] }));
    }

    [Fact]
    public void There_is_no_share_of_nothing() => Assert.Null(Count(Nothing).Share);

    private static PersonEvidence Nothing { get; } =
        new()
        {
            Skills = [],
            Roles = [],
            Terms = new Dictionary<string, int>(),
        };

    private static UnderstoodShare Count(PersonEvidence evidence)
    {
        using var person = new PersonView(MadeUpCatalog.Index, evidence);
        return UnderstoodShare.Count(person);
    }
}
