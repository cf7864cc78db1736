using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Engine.Meaning;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class RoleTextsTests
{
    private static readonly Dictionary<string, int> Skills = new(StringComparer.Ordinal) { ["catalogs/made-up/skills/pastry"] = 0 };

    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            new CatalogEntry { Skill = new Skill { Name = "catalogs/made-up/skills/pastry", Title = "Pastry" } },
            Role("baker", "Baker", ["Bread Maker", "Baker"], "baking bread", "serving customers"),
            Role("clerk", "Shop Clerk", [], "serving customers"),
        ]);

    [Fact]
    public void Each_text_is_kept_once_and_titles_come_first()
    {
        var texts = new RoleTexts(Snapshot, Skills);

        Assert.Equal(["Baker", "Bread Maker", "baking bread", "serving customers", "Shop Clerk"], texts.Items);
        Assert.Equal([0, 1], texts.TitlesOf(0).ToArray());
        Assert.Equal([4, 3], texts.ItemsOf(1).ToArray());
        Assert.Equal([0], texts.SkillsOf(0).ToArray());
    }

    [Fact]
    public void A_phrase_finds_the_nearest_text_of_a_role_and_a_title_the_nearest_title()
    {
        var meaning = MeaningIndex.Build(Snapshot, Skills, PhraseEncoder.Shipped);
        Assert.True(meaning.TryEncode("baking bread", out var vector));
        var phrase = ByteVectors.ToQuery(vector);

        Assert.Equal("baking bread", meaning.FindNearest(0, phrase).Text);
        Assert.Equal(1, meaning.FindNearest(0, phrase).Cosine, 2);
        Assert.True(meaning.Roles.Cosine(0, phrase) > meaning.Roles.Cosine(1, phrase));
        Assert.InRange(meaning.FindNearestTitle(0, phrase), 0, 0.99f);
        Assert.False(meaning.TryEncode("...", out _));
    }

    private static CatalogEntry Role(string id, string title, string[] otherTitles, params string[] duties) => new()
    {
        Role = new Role
        {
            Name = ResourceName.Role("made-up", id),
            Title = title,
            AlternateTitles = { otherTitles },
            Responsibilities = { new Theme { Items = { duties } } },
            Skills = { new RoleSkill { Skill = "catalogs/made-up/skills/pastry", Importance = 1 } },
        },
    };
}
