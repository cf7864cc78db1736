using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class LadderTests
{
    [Fact]
    public void Of_a_ladder_only_the_step_that_fits_best_is_kept()
    {
        using var person = MadeUpPeople.View(["python", "tensorflow", "deployment", "docker"], Seniority.Mid);

        var ranked = Ranker.Rank(person, 10, _ => true, r => MadeUpCatalog.Index.Roles[r].Ladder?.Id ?? "");

        Assert.Equal(
            MadeUpCatalog.Role("ml-engineer"),
            Assert.Single(ranked, r => MadeUpCatalog.Index.Roles[r.Role].Ladder is not null).Role
        );
    }

    [Fact]
    public void A_long_ladder_does_not_crowd_out_the_others()
    {
        var entries = MadeUpCatalog
            .Entries()
            .Concat(
                Enumerable
                    .Range(0, 100)
                    .Select(i =>
                    {
                        var step = MadeUpCatalog
                            .Entries()
                            .Single(e => e.Role?.Name.EndsWith("/ml-engineer", StringComparison.Ordinal) == true)
                            .Role.Clone();
                        step.Name += $"-{i:000}";
                        return new CatalogEntry { Role = step };
                    })
            )
            .OrderBy(e => e.Role is null ? 0 : 1)
            .ThenBy(e => e.Role?.Name ?? e.Skill.Name, StringComparer.Ordinal);
        var index = MatchIndex.Build(CatalogSnapshot.From(MadeUpCatalog.Version, [.. entries]));
        using var person = new PersonView(index, MadeUpPeople.Evidence(["python", "tensorflow", "deployment", "docker", "sql"]));

        var ranked = Ranker.Rank(person, 3, _ => true, r => index.Roles[r].Ladder?.Id ?? "");

        Assert.Equal(3, ranked.Count);
        Assert.Single(ranked, r => index.Roles[r.Role].Ladder is not null);
    }

    [Theory]
    [InlineData(Seniority.Junior, "ml-director", true)]
    [InlineData(Seniority.Junior, "senior-ml-engineer", true)]
    [InlineData(Seniority.Mid, "senior-ml-engineer", false)]
    [InlineData(Seniority.Unspecified, "ml-director", false)]
    public void A_role_more_than_one_step_away_is_ruled_out_where_both_are_known(Seniority seniority, string role, bool ruledOut)
    {
        var evidence = MadeUpPeople.Evidence([], seniority);

        Assert.Equal(ruledOut, Gates.RuleOut(evidence, MadeUpCatalog.Index.Roles[MadeUpCatalog.Role(role)]));
    }
}
