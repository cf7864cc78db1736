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

public sealed class RankerTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    [Fact]
    public void The_role_that_asks_for_just_these_skills_comes_first()
    {
        using var person = MadeUpPeople.View(["python", "statistics", "sql"]);

        Assert.Equal(MadeUpCatalog.Role("data-scientist"), Ranker.Rank(person, 3, _ => true)[0].Role);
    }

    [Fact]
    public void A_related_skill_counts_in_part_and_says_so()
    {
        using var person = MadeUpPeople.View(["python", "pytorch", "docker"]);
        var role = MadeUpCatalog.Role("ml-engineer");

        var answer = Explainer.ExplainInFull(person, role);

        var tensorflow = answer.Matched.Single(m => m.Title == "Tensorflow");
        Assert.Equal("Pytorch", tensorflow.ByRelated);
        Assert.Equal(0.8, tensorflow.Similarity, 3);
        Assert.Contains(
            answer.Fit.Components,
            c => c.Kind == ComponentKind.Related && c.Evidence.Contains("Pytorch for Tensorflow, 0.8")
        );
        Assert.Equal((1, 3), (answer.Feasibility.EssentialsMet, answer.Feasibility.EssentialsTotal));
    }

    [Fact]
    public void What_stands_in_for_the_rest_of_a_skill_held_in_part_is_named_too()
    {
        using var person = new PersonView(
            Index,
            MadeUpPeople.Evidence([]) with
            {
                Skills = [new HeldSkill(MadeUpCatalog.Skill("tensorflow"), 1), new HeldSkill(MadeUpCatalog.Skill("pytorch"), 7)],
            }
        );
        var role = MadeUpCatalog.Role("ml-engineer");

        var answer = Explainer.ExplainInFull(person, role);

        Assert.Equal("", answer.Matched.Single(m => m.Title == "Tensorflow").ByRelated);
        Assert.Equal(
            ["Pytorch for Tensorflow, 0.8"],
            answer.Fit.Components.Single(c => c.Kind == ComponentKind.Related).Evidence
        );
    }

    [Fact]
    public void A_proficiency_that_no_source_states_is_told_nowhere()
    {
        using var person = MadeUpPeople.View(["figma", "typography"]);
        using var nobody = MadeUpPeople.View(["sql"]);
        var designer = MadeUpCatalog.Role("designer");

        var matched = Explainer
            .Explain(person, new RankedRole(designer, FitFunction.Evaluate(person, designer)), full: true)
            .Matched;
        var missing = MissingSkills.Of(nobody, designer, int.MaxValue);
        // All that is asked for, as if it were to learn.
        var lacks = Index.Demands(designer).ToArray().Select(d => new Lack(d, 1));
        var toLearn = SkillsToLearn.Describe(nobody, nobody, designer, lacks, LearningShelf.Empty).ToList();

        Assert.Equal([("Figma", true), ("Typography", false)], matched.Select(m => (m.Title, m.HasRequiredProficiency)));
        Assert.Equal(
            [("Figma", true), ("Interviewing", true), ("Typography", false)],
            missing.Select(m => (m.Title, m.HasRequiredProficiency)).Order()
        );
        Assert.Equal(
            [("Figma", true), ("Interviewing", true), ("Typography", false)],
            toLearn.Select(m => (m.Title, m.HasRequiredProficiency)).Order()
        );
    }

    [Fact]
    public void A_missing_skill_brings_the_same_wherever_it_is_told()
    {
        using var person = MadeUpPeople.View(["sql"]);
        var role = MadeUpCatalog.Role("ml-engineer");

        var gap = MissingSkills.Of(person, role, int.MaxValue).ToDictionary(m => m.Skill, m => m.FitIfAcquiredMilliPoints);
        var toLearn = SkillsToLearn
            .Describe(person, person, role, Readiness.Lacks(person, role), LearningShelf.Empty)
            .ToDictionary(m => m.Skill, m => m.FitIfAcquiredMilliPoints);
        var suggested = SkillSuggester
            .Suggest(person, [role], present: null, 10)
            .ToDictionary(s => s.Skill, s => Assert.Single(s.Gains).FitIfAcquiredMilliPoints);

        // Python is rated by most roles, so that how well it is known counts too.
        Assert.Contains(MadeUpCatalog.Skill("python"), toLearn.Keys.Select(s => Index.SkillIds[s]));
        Assert.All(toLearn, skill => Assert.Equal(gap[skill.Key], skill.Value));
        Assert.All(suggested, skill => Assert.Equal(gap[skill.Key], skill.Value));
    }

    [Fact]
    public void Words_that_no_role_uses_are_no_evidence_however_many()
    {
        var strange = Enumerable.Range(0, 60).ToDictionary(i => $"слово{i}", _ => 1);
        using var words = new PersonView(Index, MadeUpPeople.Evidence([]) with { Terms = strange });
        using var both = new PersonView(Index, MadeUpPeople.Evidence(["python", "sql"]) with { Terms = strange });
        using var alone = MadeUpPeople.View(["python", "sql"]);

        Assert.False(Shortlist.HasEnoughEvidence(words));
        Assert.True(Shortlist.HasEnoughEvidence(both));
        Assert.Equal(0, both.OtherWeight);
        Assert.Equal(Ranker.Rank(alone, 10, _ => true), Ranker.Rank(both, 10, _ => true));
    }

    [Fact]
    public void Skills_that_no_role_asks_for_show_no_role_however_many()
    {
        CatalogEntry[] entries =
        [
            .. new[] { "abseiling", "beekeeping", "cooking" }.Select(id => new CatalogEntry
            {
                Skill = new Skill { Name = ResourceName.Skill(MadeUpCatalog.Id, id), Title = id },
            }),
            new CatalogEntry
            {
                Role = new Role
                {
                    Name = ResourceName.Role(MadeUpCatalog.Id, "cook"),
                    Title = "Cook",
                    Skills =
                    {
                        new RoleSkill { Skill = ResourceName.Skill(MadeUpCatalog.Id, "cooking"), Importance = 1 },
                    },
                },
            },
        ];
        var index = MatchIndex.Build(CatalogSnapshot.From(MadeUpCatalog.Version, entries));

        Assert.Empty(Shown("abseiling", "beekeeping"));
        Assert.Equal("Cook", index.Roles[Assert.Single(Shown("abseiling", "cooking")).Role].Title);

        List<RankedRole> Shown(params string[] skills)
        {
            using var person = new PersonView(
                index,
                MadeUpPeople.Evidence([]) with
                {
                    Skills = [.. skills.Select(s => new HeldSkill(index.SkillIds[ResourceName.Skill(MadeUpCatalog.Id, s)], 4))],
                }
            );
            return Shortlist.Cut(person, Ranker.Rank(person, 10, _ => true));
        }
    }

    [Fact]
    public void Education_fails_only_against_a_stated_fact()
    {
        var director = Index.Roles[MadeUpCatalog.Role("ml-director")];

        Assert.Equal(GateStatus.Unverified, Assert.Single(Gates.Of(MadeUpPeople.Evidence([]), director)).Status);
        Assert.Equal(
            GateStatus.Failed,
            Assert.Single(Gates.Of(MadeUpPeople.Evidence([]) with { Education = EducationLevel.HighSchool }, director)).Status
        );
        Assert.Empty(Gates.Of(MadeUpPeople.Evidence([]) with { Education = EducationLevel.Master }, director));
    }

    [Fact]
    public void One_skill_is_too_little_and_the_answer_says_what_to_ask()
    {
        using var person = MadeUpPeople.View(["python"]);

        Assert.False(Shortlist.HasEnoughEvidence(person));
        Assert.NotEmpty(EvidenceRequest.ForPerson(person).WouldTellMost);
        Assert.DoesNotContain("Python", EvidenceRequest.ForPerson(person).WouldTellMost);
    }

    [Fact]
    public void A_gap_names_the_other_roles_that_it_lifts()
    {
        using var person = MadeUpPeople.View(["pytorch"]);

        var gaps = GapAnalyzer.Analyze(
            person,
            MadeUpCatalog.Role("analyst"),
            MissingSkills.Of(person, MadeUpCatalog.Role("analyst"), int.MaxValue)
        );

        Assert.True(gaps[0].Essential);
        Assert.Contains(gaps, g => g.LiftsRoles.Count > 0);
        foreach (var lifted in gaps.SelectMany(g => g.LiftsRoles.Select(r => (g, r))))
        {
            var role = Index.RoleIds[lifted.r];
            var skill = MadeUpCatalog.Met(MadeUpCatalog.Role("analyst"), lifted.g.Skill);
            Assert.True(FitFunction.Evaluate(person, role).MilliPoints < Index.Parameters.GoodFrom);
            Assert.True(person.EvaluateWith(skill, role).MilliPoints >= Index.Parameters.GoodFrom);
        }
    }

    [Fact]
    public void Roles_of_one_line_are_more_alike_than_strangers()
    {
        var similarity = new RoleSimilarity(Index);
        var nearest = similarity.Nearest(MadeUpCatalog.Role("ml-engineer"), 3);

        Assert.Equal(MadeUpCatalog.Role("senior-ml-engineer"), nearest[0].Role);
        Assert.DoesNotContain(nearest, n => n.Role == MadeUpCatalog.Role("designer"));
        Assert.All(nearest, n => Assert.Equal(n.Similarity, similarity.Of(MadeUpCatalog.Role("ml-engineer"), n.Role)));
        Assert.Equal(1, similarity.Of(nearest[0].Role, nearest[0].Role));
    }

    [Fact]
    public void A_stated_proficiency_counts_where_it_agrees_with_the_required_one()
    {
        // Most roles rate Python; the senior one asks for 5, the others for 4.
        var (mid, senior) = (MadeUpCatalog.Role("ml-engineer"), MadeUpCatalog.Role("senior-ml-engineer"));
        var python = new HeldSkill(MadeUpCatalog.Skill("python"), 7, IsStated: true);

        Assert.Equal(0, Agreement(python, mid));
        Assert.Equal(1, Agreement(python with { Proficiency = 4 }, mid));
        Assert.InRange(Agreement(python with { Proficiency = 4 }, senior), 0.1, 0.9);
        Assert.Equal(1, Agreement(python with { Proficiency = 7, IsStated = false }, mid));

        static double Agreement(HeldSkill held, RoleId role)
        {
            using var person = new PersonView(Index, MadeUpPeople.Evidence([]) with { Skills = [held] });
            var demand = Index.Demands(role).ToArray().Single(d => d.Skill == held.Skill);
            return person.Agreement(held.Skill, demand.Required);
        }
    }

    [Fact]
    public void A_text_speaks_for_the_line_of_work_too()
    {
        using var person = new PersonView(
            Index,
            MadeUpPeople.Evidence([]) with
            {
                Terms = new Dictionary<string, int> { ["tensorflow"] = 2 },
            }
        );

        // The director's own text does not know the word; those of the other steps of the family do.
        Assert.Equal(0, person.Texts.ForRole(MadeUpCatalog.Role("ml-director")));
        Assert.True(person.Texts.ForFamily(MadeUpCatalog.Role("ml-director")) > 0);
        Assert.Equal(0, person.Texts.ForFamily(MadeUpCatalog.Role("designer")));
    }
}
