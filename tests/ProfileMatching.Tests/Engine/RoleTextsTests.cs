using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Meaning;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class RoleTextsTests
{
    private static readonly RoleId Baker = new(0);
    private static readonly RoleId Clerk = new(1);
    private static readonly SkillId Pastry = new(0);

    private static readonly Dictionary<string, SkillId> Skills = new(StringComparer.Ordinal)
    {
        ["catalogs/made-up/skills/pastry"] = Pastry,
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

        Assert.Equal(["Baker", "Bread Maker", "baking bread", "serving customers"], texts.ForRole(Baker).ToArray());
        Assert.Equal((2, 4), (texts.TitleCount(Baker), texts.PlainCount(Baker)));
        Assert.Equal(["Shop Clerk", "serving customers"], texts.ForRole(Clerk).ToArray());
        Assert.Equal((4, 6), (texts.FirstOfRole(Clerk), texts.Count));
        Assert.Equal([Pastry], texts.SkillsOfRole(Baker).ToArray());
    }

    [Fact]
    public void A_phrase_finds_the_nearest_text_of_a_role_and_a_title_the_nearest_title()
    {
        var meaning = MeaningIndex.Build(Snapshot, Skills, PhraseEncoder.Shipped);
        Assert.True(meaning.TryEncode("baking bread", out var vector));
        var phrase = ByteVectors.ToQuery(vector);
        var skills = meaning.Skills.Cosines(phrase);

        Assert.Equal("baking bread", meaning.FindNearest(Baker, phrase, skills).Text);
        Assert.Equal(1, meaning.FindNearest(Baker, phrase, skills).Cosine, 2);
        Assert.True(meaning.Roles.Cosine(Baker.Index, phrase) > meaning.Roles.Cosine(Clerk.Index, phrase));
        Assert.InRange(meaning.FindNearestTitle(Baker, phrase), 0, 0.99f);
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
