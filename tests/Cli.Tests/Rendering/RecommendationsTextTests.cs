using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Recommendations;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class RecommendationsTextTests
{
    private static readonly Asked InSanFrancisco = new("San Francisco, CA", Explain: false, CatalogArgument: "");

    [Fact]
    public void The_answer_keeps_its_layout() =>
        Golden.Holds("recommend.txt", page => RecommendationsText.Render(page, Answers.Recommendations(), InSanFrancisco));

    [Fact]
    public void Explained_it_shows_evidence_likelihood_and_what_was_not_checked() =>
        Golden.Holds(
            "recommend-explain.txt",
            page => RecommendationsText.Render(page, Answers.Recommendations(), InSanFrancisco with { Explain = true })
        );

    [Fact]
    public void Misspelt_skills_and_words_of_their_own_are_shown()
    {
        var response = Answers.Recommendations();
        response.Understanding.Skills.Add(Answers.Skill("Python", "Pythn", MatchKind.Spelling));
        response.Understanding.Unresolved.Add(
            new SkillResolution { Text = "kubeflowish", Suggestions = { "Kubeflow", "Kubernetes" } }
        );
        response.Understanding.Unresolved.Add(new SkillResolution { Text = "zorbing" });
        Golden.Holds("recommend-readings.txt", page => RecommendationsText.Render(page, response, InSanFrancisco));
    }

    [Fact]
    public void Too_little_to_go_on_asks_for_what_would_tell_most()
    {
        var response = new RecommendRolesResponse
        {
            Understanding = new Understanding { Skills = { Answers.Skill("Python") } },
            InsufficientEvidence = new InsufficientEvidence
            {
                WouldTellMost = { "SQL", "Machine learning", "Java", "Statistics" },
            },
        };
        Golden.Holds("recommend-insufficient.txt", page => RecommendationsText.Render(page, response, InSanFrancisco));
    }

    [Fact]
    public void Without_the_salary_service_it_says_so()
    {
        var response = Answers.Recommendations();
        response.PayStatus = PayStatus.SalaryUnavailable;
        response.GatedRoleCount = 3;
        response.Attributions.Add("Contains O*NET 29.3 by US DOL/ETA, used under CC BY 4.0.");
        foreach (var role in response.Recommendations)
        {
            role.Pay = null;
        }
        Golden.Holds("recommend-no-pay.txt", page => RecommendationsText.Render(page, response, InSanFrancisco));
    }

    [Fact]
    public void A_place_without_evidence_costs_the_pay_and_names_what_is_known()
    {
        var response = Answers.Recommendations();
        (response.PayStatus, response.PayMessage) = (PayStatus.NoEvidence, "no pay evidence for Graz; known: Austria");
        var page = new Page(140);
        RecommendationsText.Render(page, response, InSanFrancisco);
        Assert.Contains("without pay: no pay evidence for Graz; known: Austria", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gated_role_names_the_requirement_and_the_fact_that_contradicts_it()
    {
        var response = Answers.Recommendations();
        response
            .Recommendations[1]
            .Gates.Add(
                new Gate
                {
                    Kind = GateKind.Seniority,
                    Status = GateStatus.Failed,
                    Requirement = "senior",
                    Stated = "junior",
                }
            );
        var page = new Page();
        RecommendationsText.Render(page, response, InSanFrancisco);
        Assert.Contains("ruled out: senior; you stated junior", page.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Seniority.Mid, SeniorityBasis.Titles, "4 years (mid level, from titles held)")]
    [InlineData(Seniority.Unspecified, SeniorityBasis.Unspecified, "· 4 years\n")]
    public void Seniority_says_where_it_is_from(Seniority seniority, SeniorityBasis basis, string expected)
    {
        var understanding = Answers.Understanding();
        (understanding.Seniority, understanding.SeniorityBasis) = (seniority, basis);
        var page = new Page();
        UnderstandingText.Render(page, understanding);
        Assert.Contains(expected, page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Phrases_that_speak_for_a_role_are_its_reason()
    {
        var role = Answers.DataScientist();
        role.Feasibility = new Feasibility();
        role.Phrases.Add(
            new MatchedPhrase
            {
                Text = "wiring houses",
                Nearest = "Install electrical wiring",
                Vote = 0.8,
            }
        );
        role.Phrases.Add(
            new MatchedPhrase
            {
                Text = "singing",
                Nearest = "Read blueprints",
                Vote = 0.1,
            }
        );
        Assert.Equal("Based on wiring houses", ReasonText.ForRole(role));
    }

    [Fact]
    public void A_gain_under_a_point_is_no_reason()
    {
        var role = Answers.DataScientist();
        role.Missing.Add(new MissingSkill { Title = "Forecasting", FitIfAcquiredMilliPoints = role.Fit.MilliPoints + 999 });
        Assert.Equal("You have its one essential", ReasonText.ForRole(role));
    }

    [Fact]
    public void The_list_says_how_many_roles_it_leaves_out()
    {
        var response = Answers.Recommendations();
        response.CutRoleCount = 3;
        var page = new Page();
        RecommendationsText.Render(page, response, InSanFrancisco);
        Assert.Contains("3 weaker matches hidden; --all shows them.", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Skills_that_very_many_roles_ask_for_are_said_to_say_little()
    {
        var response = Answers.Recommendations();
        response.Understanding = new Understanding();
        var word = new UnderstoodSkill
        {
            Resolution = new SkillResolution { Text = "Word", Title = "Microsoft Word" },
        };
        response.Understanding.Skills.Add(word);
        var (common, rare) = (new Page(160), new Page(160));

        word.RoleShare = 0.8;
        RecommendationsText.Render(common, response, InSanFrancisco);
        word.RoleShare = 0.05;
        RecommendationsText.Render(rare, response, InSanFrancisco);

        const string said = "Very many roles ask for this";
        Assert.Contains(said, common.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(said, rare.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Declined_words_without_a_match_are_named()
    {
        var response = Answers.Recommendations();
        response.UnmatchedNotThis.Add("zorb");
        var page = new Page(160);
        RecommendationsText.Render(page, response, InSanFrancisco);
        Assert.Contains(
            "--not \"zorb\": no role or family of this catalog is called so",
            page.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_catalog_that_understands_more_is_named()
    {
        var response = Answers.Recommendations();
        response.Understanding.UnderstoodShare = 0.2;
        response.Understanding.BetterCatalog = Onet;
        var page = new Page(160);
        RecommendationsText.Render(page, response, InSanFrancisco);
        Assert.Contains(
            "The built-in catalog covers 1 of 5 of what you stated; O*NET covers "
                + "5 and has Cooks (72 of 100): careerrecs recommend --catalog onet ...",
            page.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_another_catalog_knows_the_work_it_says_how_to_ask_it()
    {
        var page = new Page();
        RecommendationsText.Render(
            page,
            OfAnotherField(Onet),
            InSanFrancisco with
            {
                Imports = [("careerrecs import esco FILE", "Europe")],
            }
        );
        Assert.Contains("Next: careerrecs recommend --catalog onet ...", page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("import", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_catalog_knows_the_work_it_says_how_to_import_one()
    {
        var page = new Page();
        RecommendationsText.Render(
            page,
            OfAnotherField(null),
            InSanFrancisco with
            {
                Imports = [("careerrecs import onet --download", "the whole US labour market")],
            }
        );
        Assert.Contains(
            "  careerrecs import onet --download  the whole US labour market",
            page.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Words_that_name_nothing_are_said_to_be_compared_by_meaning()
    {
        var understanding = new Understanding
        {
            Unresolved = { new SkillResolution { Text = "cut hair" } },
            Jobs = { new UnderstoodJob { Title = "Salon hand" } },
        };
        var page = new Page();
        UnderstandingText.Render(page, understanding);
        Assert.Equal("Your words  cut hair · Salon hand (matched by meaning)\n", page.ToString());
    }

    private static CatalogUnderstanding Onet =>
        new()
        {
            Catalog = "catalogs/onet",
            Share = 1,
            BestTitle = "Cooks",
            BestFitMilliPoints = 72_000,
        };

    private static RecommendRolesResponse OfAnotherField(CatalogUnderstanding? better) =>
        new()
        {
            Understanding = new Understanding { UnderstoodShare = 0.2, BetterCatalog = better },
            InsufficientEvidence = new InsufficientEvidence
            {
                Message = "Built-in catalog understands 1 of the 5 things you said.",
            },
        };
}
