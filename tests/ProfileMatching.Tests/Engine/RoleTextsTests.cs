using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Meaning;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class RoleTextsTests
{
    private static readonly Dictionary<string, int> Skills = new(StringComparer.Ordinal)
    {
        ["catalogs/made-up/skills/pastry"] = 0,
    };

    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            new CatalogEntry
            {
                Skill = new Skill { Name = "catalogs/made-up/skills/pastry", Title = "Pastry" },
            },
            Role("baker", "Baker", ["Bread Maker", "Baker"], "baking bread", "serving customers"),
            Role("clerk", "Shop Clerk", [], "serving customers"),
        ]
    );

    [Fact]
    public void A_role_lists_each_text_once_and_titles_first()
    {
        var texts = new RoleTexts(Snapshot, Skills);

        Assert.Equal(["Baker", "Bread Maker", "baking bread", "serving customers"], texts.ForRole(0).ToArray());
        Assert.Equal((2, 4), (texts.TitleCount(0), texts.PlainCount(0)));
        Assert.Equal(["Shop Clerk", "serving customers"], texts.ForRole(1).ToArray());
        Assert.Equal((4, 6), (texts.FirstOfRole(1), texts.Count));
        Assert.Equal([0], texts.SkillsOfRole(0).ToArray());
    }

    [Fact]
    public void A_phrase_finds_the_nearest_text_of_a_role_and_a_title_the_nearest_title()
    {
        var meaning = MeaningIndex.Build(Snapshot, Skills, PhraseEncoder.Shipped);
        Assert.True(meaning.TryEncode("baking bread", out var vector));
        var phrase = ByteVectors.ToQuery(vector);
        var skills = meaning.Skills.Cosines(phrase);

        Assert.Equal("baking bread", meaning.FindNearest(0, phrase, skills).Text);
        Assert.Equal(1, meaning.FindNearest(0, phrase, skills).Cosine, 2);
        Assert.True(meaning.Roles.Cosine(0, phrase) > meaning.Roles.Cosine(1, phrase));
        Assert.InRange(meaning.FindNearestTitle(0, phrase), 0, 0.99f);
        Assert.False(meaning.TryEncode("...", out _));
    }

    private static CatalogEntry Role(string id, string title, string[] otherTitles, params string[] duties) =>
        new()
        {
            Role = new Role
            {
                Name = ResourceName.Role("made-up", id),
                Title = title,
                AlternateTitles = { otherTitles },
                Responsibilities = { new Theme { Items = { duties } } },
                Skills =
                {
                    new RoleSkill { Skill = "catalogs/made-up/skills/pastry", Importance = 1 },
                },
            },
        };
}
