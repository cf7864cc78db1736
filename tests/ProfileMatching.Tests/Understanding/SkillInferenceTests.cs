using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding.Inference;
using CareerRecs.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

public sealed class SkillInferenceTests
{
    private static readonly MatchIndex Index = MatchIndex.Build(Snapshot());

    [Theory]
    [InlineData("Leads her teams through change", "Lead a team")]
    [InlineData("Budgets are managed and reported on", "Manage budgets")]
    [InlineData("Designing large databases", "Design database scheme")]
    public void A_sentence_speaks_of_a_skill_in_other_forms_of_its_words(string sentence, string expected) =>
        Assert.Equal(expected, Title(Read(sentence)[0]));

    [Fact]
    public void Of_two_skills_equally_worded_the_one_that_more_roles_ask_for_is_surer()
    {
        var read = Read("coordinates logistics");

        Assert.Equal(["Coordinate logistics work", "Coordinate logistics tasks"], read.Take(2).Select(Title));
        Assert.True(read[0].Confidence > read[1].Confidence);
    }

    [Fact]
    public void Words_that_a_sentence_denies_speak_for_nothing()
    {
        Assert.Contains("Manage budgets", Read("Experience with budget management").Select(Title));
        Assert.DoesNotContain("Manage budgets", Read("No experience with budget management").Select(Title));
    }

    [Fact]
    public void A_heading_speaks_for_nothing()
    {
        Assert.Contains("Develop software", Read("Software for planning").Select(Title));
        Assert.DoesNotContain("Develop software", Read("Software\nWelding").Select(Title));
    }

    [Fact]
    public void The_span_is_the_words_that_speak_for_the_skill()
    {
        const string Text = "Last year: responsible for managing two budgets, with success";
        var budgets = Shown(Text, leastConfidence: 0).Single(s => s.Resolution.Title == "Manage budgets");

        Assert.Equal("managing two budgets", budgets.Resolution.Text);
        Assert.Equal("managing two budgets", Text[budgets.Start..budgets.End]);
        Assert.Equal((MatchKind.Inferred, SkillSource.Inferred), (budgets.Resolution.Kind, budgets.Source));
    }

    [Fact]
    public void A_skill_that_was_understood_already_is_not_told_again()
    {
        var shown = new Matching.V1.Understanding
        {
            Skills = { new UnderstoodSkill { Resolution = new SkillResolution { Skill = Name(1) } } },
        };
        InferredSkills.AddTo(shown, "Budgets are managed", Index.Snapshot, leastConfidence: 0);

        Assert.Single(shown.Skills, s => s.Resolution.Skill == Name(1));
    }

    [Fact]
    public void Without_a_threshold_of_the_caller_the_published_one_holds()
    {
        const string Text = "Leads teams. Manages. Works with budgets and databases";

        Assert.Equal(
            Shown(Text, InferenceParameters.Shipped.LeastConfidence).Select(s => s.Resolution.Skill),
            Shown(Text, null).Select(s => s.Resolution.Skill)
        );
    }

    [Property(Arbitrary = [typeof(AnyTextArbitrary)])]
    internal void Places_lie_in_the_text_and_no_skill_is_under_the_threshold_or_told_twice(AnyText any, byte threshold)
    {
        var least = threshold / 255.0;
        var shown = Shown(any.Text, least);

        Assert.All(
            shown,
            s =>
            {
                Assert.InRange(s.Start, 0, s.End - 1);
                Assert.InRange(s.End, s.Start + 1, any.Text.Length);
                Assert.InRange(s.Resolution.Confidence, least, 1);
            }
        );
        Assert.Distinct(shown.Select(s => s.Resolution.Skill));
    }

    [Property(Arbitrary = [typeof(AnyTextArbitrary)])]
    internal void The_order_of_the_sentences_does_not_matter(AnyText any)
    {
        var turned = string.Join('\n', any.Text.Split('\n').Reverse());

        Assert.Equal(Read(any.Text).Select(s => (s.Skill, s.Confidence)), Read(turned).Select(s => (s.Skill, s.Confidence)));
    }

    [Property(Arbitrary = [typeof(AnyTextArbitrary)])]
    internal void The_same_text_gives_the_same_skills(AnyText any) => Assert.Equal(Read(any.Text), Read(any.Text));

    private static List<InferredSkill> Read(string text) =>
        SkillInference.Read(text, HintFinder.ForCatalog(Index.Snapshot), InferenceParameters.Shipped, leastConfidence: 0);

    private static IReadOnlyList<UnderstoodSkill> Shown(string text, double? leastConfidence)
    {
        var shown = new Matching.V1.Understanding();
        InferredSkills.AddTo(shown, text, Index.Snapshot, leastConfidence);
        return shown.Skills;
    }

    private static string Title(InferredSkill skill) => Index.Snapshot.Skills[skill.Skill].Title;

    private static string Name(int skill) => ResourceName.Skill("made-up", $"s{skill}");

    private static CatalogSnapshot Snapshot()
    {
        string[] titles =
        [
            "Lead a team",
            "Manage budgets",
            "Design database scheme",
            "Coordinate logistics tasks",
            "Coordinate logistics work",
            "Welding",
            "Develop software",
        ];
        var skills = titles
            .Select(
                (title, i) =>
                    new Skill
                    {
                        Name = Name(i),
                        Title = title,
                        Category = SkillCategory.Technical,
                    }
            )
            .ToList();
        skills[0].Aliases.Add("team leading");
        var role = new Role
        {
            Name = ResourceName.Role("made-up", "planner"),
            Title = "Planner",
            Skills =
            {
                new RoleSkill { Skill = Name(4), Importance = 1 },
            },
        };
        var version = new CatalogVersion { Name = ResourceName.Version("made-up", "1"), Digest = "d" };
        return CatalogSnapshot.From(
            version,
            [.. skills.Select(s => new CatalogEntry { Skill = s }), new CatalogEntry { Role = role }]
        );
    }
}

/// <summary>
/// A text of sentences made at random of words that skills have and others. Nothing in it denies: that may reach over a
/// sentence's end.
/// </summary>
internal sealed record AnyText(string Text);

internal static class AnyTextArbitrary
{
    public static Arbitrary<AnyText> Text()
    {
        var word = Gen.Elements(
            "lead",
            "leading",
            "teams",
            "a",
            "budget",
            "manages",
            "database",
            "coordinated",
            "logistics",
            "work",
            "experience",
            "with",
            "welding",
            "and",
            "big",
            ",",
            "("
        );
        var line = from words in Gen.ListOf(word) select string.Join(' ', words);
        return (from lines in Gen.ListOf(line) select new AnyText(string.Concat(lines.Select(l => l + ".\n")))).ToArbitrary();
    }
}
