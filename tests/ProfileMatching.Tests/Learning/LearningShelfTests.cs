using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Tests.Engine;

namespace CareerRecs.ProfileMatching.Tests.Learning;

public sealed class LearningShelfTests
{
    private static readonly CatalogHandle Catalog = new("shared", MadeUpCatalog.Index.Snapshot, MadeUpCatalog.Index);

    [Fact]
    public void The_shortest_come_first_and_those_that_state_no_hours_last()
    {
        var shelf = Shelf(("Python", "long", 40), ("Python", "unknown", 0), ("Python", "short", 6));

        Assert.Equal(["short", "long", "unknown"], shelf.Of(MadeUpCatalog.Skill("python")).Select(r => r.Title));
        Assert.Equal(6, shelf.Hours(MadeUpCatalog.Skill("python")));
    }

    [Fact]
    public void Rows_that_name_one_skill_in_other_words_stand_together_and_three_are_shown()
    {
        var shelf = Shelf(("python", "a", 1), ("PYTHON", "b", 2), ("Python 3", "c", 3), ("Python", "d", 4));

        Assert.Equal(["a", "b", "c"], shelf.Of(MadeUpCatalog.Skill("python")).Select(r => r.Title));
    }

    [Fact]
    public void What_the_catalog_does_not_know_is_left_aside()
    {
        var shelf = Shelf(("Basket weaving of old", "a", 1), ("SQL", "unknown", 0));

        Assert.Null(shelf.Hours(MadeUpCatalog.Skill("sql")));
        Assert.Empty(shelf.Of(MadeUpCatalog.Skill("python")));
        Assert.Null(shelf.Hours(MadeUpCatalog.Skill("python")));
    }

    [Fact]
    public void Missing_skills_say_where_they_can_be_learned()
    {
        var missing = new MissingSkill { Skill = Catalog.Index.Skills[MadeUpCatalog.Skill("sql")].Name };

        LearningShelf.Empty.AddTo([missing], Catalog);
        Assert.Empty(missing.Resources);
        Shelf(("SQL", "course", 8)).AddTo([missing], Catalog);
        Assert.Equal("course", Assert.Single(missing.Resources).Title);
    }

    private static LearningShelf Shelf(params (string Skill, string Title, double Hours)[] rows) =>
        LearningShelf.Of(
            rows.Select(r => new ListedResource
            {
                Skill = r.Skill,
                Title = r.Title,
                Hours = r.Hours,
            }),
            Catalog
        );
}
