using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Practice;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Engine;

[Properties(Arbitrary = [typeof(AnyPersonArbitrary)])]
public sealed class PracticeProperties
{
    /// <summary>A survey that in which most skills speak against most lines.</summary>
    private static readonly PracticeModel Model = new()
    {
        Version = "1",
        Catalog = MadeUpCatalog.Id,
        Source = "made up",
        Attribution = "made up",
        Skills = ["python", "sql", "figma", "java"],
        Lines =
        [
            new PracticeLine("Science", ["data-scientist", "ml-engineer"], [90, -60, -80, -70]),
            new PracticeLine("Back end", ["back-end", "not-in-the-catalog"], [-50, -20, 60, 120]),
            new PracticeLine("Analysis", ["analyst", "data-scientist"], [-10, -70, -40, -60]),
        ],
    };

    private static readonly MatchIndex Index = Build(new CatalogVersion(MadeUpCatalog.Version));

    [Property]
    internal void Components_add_up_to_the_fit_exactly(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            var parts = FitFunction.Evaluate(person, role);
            Assert.Equal(parts.MilliPoints, parts.Share().Sum(c => c.MilliPoints));
            Assert.InRange(parts.Votes.Practice, 0, FitParameters.Shipped.PracticeVote * person.SaidWeight);
        }
    }

    [Property]
    internal void Every_component_has_its_evidence(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            var components = Explainer
                .Explain(person, new RankedRole(role, FitFunction.Evaluate(person, role)), full: false)
                .Fit.Components;
            Assert.All(components, c => Assert.DoesNotContain("", c.Evidence.DefaultIfEmpty("")));
        }
    }

    [Property]
    internal void A_skill_that_a_role_asks_for_never_lowers_its_fit(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            var before = FitFunction.Evaluate(person, role).MilliPoints;
            foreach (var demand in Index.Demands(role))
            {
                var acquired = new HeldSkill(demand.Skill, Math.Max(person.Held(demand.Skill), demand.Required), IsStated: true);
                Assert.True(person.EvaluateWith(acquired, role).MilliPoints >= before);
            }

            Assert.Equal(before, FitFunction.Evaluate(person, role).MilliPoints);
        }
    }

    [Property]
    internal void The_first_missing_skills_are_those_of_all(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            Assert.Equal(MissingSkills.Of(person, role, int.MaxValue).Take(3), MissingSkills.Of(person, role, 3));
        }
    }

    [Property]
    internal void The_promise_of_a_missing_skill_is_kept(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            foreach (var missing in MissingSkills.Of(person, role, int.MaxValue))
            {
                var acquired = MadeUpCatalog.Met(role, missing.Skill);
                using var later = new PersonView(Index, any.Evidence.With(acquired));
                Assert.Equal(missing.FitIfAcquiredMilliPoints, FitFunction.Evaluate(later, role).MilliPoints);
            }
        }
    }

    [Property]
    internal void The_order_in_which_things_were_said_does_not_matter(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        using var reversed = new PersonView(Index, any.Evidence with { Skills = [.. any.Evidence.Skills.Reverse()] });

        Assert.Equal(Ranker.Rank(person, 10, _ => true), Ranker.Rank(reversed, 10, _ => true));
    }

    [Fact]
    public void A_skill_that_people_of_a_role_report_speaks_for_it_though_it_does_not_ask_for_the_skill()
    {
        var figma = new HeldSkill(MadeUpCatalog.Skill("figma"), 4);
        var backEnd = MadeUpCatalog.Role("back-end");
        Assert.DoesNotContain(Index.Demands(backEnd).ToArray(), d => d.Skill == figma.Skill);
        using var person = new PersonView(Index, Only(figma));
        using var elsewhere = new PersonView(MadeUpCatalog.Index, Only(figma));

        Assert.True(FitFunction.Evaluate(person, backEnd).Votes.Practice > 0);
        Assert.Equal(0, FitFunction.Evaluate(elsewhere, backEnd).Votes.Practice);
        Assert.Equal(0, FitFunction.Evaluate(person, MadeUpCatalog.Role("analyst")).Votes.Practice);

        static PersonEvidence Only(HeldSkill skill) =>
            new()
            {
                Skills = [skill],
                Roles = [],
                Terms = new Dictionary<string, int>(),
            };
    }

    [Fact]
    public void The_model_holds_for_catalogs_based_on_its_own_and_for_no_others()
    {
        Assert.NotNull(
            Build(new CatalogVersion { Name = "catalogs/acme/versions/1", RootVersion = MadeUpCatalog.Version.Name }).Practice
        );
        Assert.Null(Build(new CatalogVersion { Name = "catalogs/acme/versions/1" }).Practice);
        Assert.Null(MadeUpCatalog.Index.Practice);
    }

    [Fact]
    public void A_fit_finds_who_uses_what_whatever_the_order_and_holds_nothing_asked_for_against_a_role()
    {
        var reports = Enumerable
            .Range(0, 60)
            .Select(i =>
                i % 2 == 0
                    ? new PracticeReport(
                        i % 4 == 0 ? ["python"] : ["python", "sql"],
                        i % 12,
                        Track.IndividualContributor,
                        "Science"
                    )
                    : new PracticeReport(["java", "docker"], i % 7, Track.Unspecified, "Back end")
            )
            .ToList();
        var rolesOf = new Dictionary<string, IReadOnlyList<string>>
        {
            ["Science"] = ["data-scientist"],
            ["Back end"] = ["back-end"],
            ["Nobody"] = ["designer"],
        };

        var model = PracticeFitter.Fit(reports, rolesOf, Index.Snapshot, Model, CancellationToken.None);
        var again = PracticeFitter.Fit(
            [.. reports.AsEnumerable().Reverse()],
            rolesOf,
            Index.Snapshot,
            Model,
            CancellationToken.None
        );

        Assert.Equal(model.Write(), again.Write());
        Assert.Equal(["Back end", "Science"], model.Lines.Select(l => l.Label));
        Assert.True(Weight("Science", "python") > 0);
        Assert.True(Weight("Back end", "python") < 0);
        Assert.Equal(0, Weight("Back end", "sql"));

        int Weight(string label, string skill) =>
            model.Lines.Single(l => l.Label == label).Weights[model.Skills.ToList().IndexOf(skill)];
    }

    [Fact]
    public void The_model_that_ships_names_roles_and_skills_of_the_catalog_it_is_for_and_its_source()
    {
        var model = PracticeModel.Shipped;

        Assert.Equal("builtin", model.Catalog);
        Assert.Contains("ODbL", model.Attribution, StringComparison.Ordinal);
        Assert.All(model.Lines, line => Assert.Equal(model.Skills.Count, line.Weights.Count));
    }

    private static MatchIndex Build(CatalogVersion version) =>
        MatchIndex.Build(CatalogSnapshot.From(version, MadeUpCatalog.Entries()), FitParameters.Shipped, Model);
}
