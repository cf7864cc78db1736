using CareerRecs.Cli.Input;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Tests.Input;

public sealed class SkillListTests
{
    [Theory]
    [InlineData("Python, PyTorch, SQL", new[] { "Python", "PyTorch", "SQL" })]
    [InlineData(" Python ;SQL\n Docker,, ", new[] { "Python", "SQL", "Docker" })]
    [InlineData("cloud (AWS, GCP), C++, C#, .NET", new[] { "cloud (AWS, GCP)", "C++", "C#", ".NET" })]
    [InlineData("Python, python, PYTHON", new[] { "Python" })]
    [InlineData("broken (AWS, GCP\nSQL", new[] { "broken (AWS, GCP", "SQL" })]
    [InlineData("a) b, c", new[] { "a) b", "c" })]
    [InlineData("  ", new string[0])]
    public void Words_are_separated_as_people_do(string list, string[] expected) =>
        Assert.Equal(expected, SkillList.Parse([list]).Select(s => s.Text));

    [Fact]
    public void Several_lists_make_one() =>
        Assert.Equal(["Python", "SQL"], SkillList.Parse(["Python", "SQL, python"]).Select(s => s.Text));

    [Fact]
    public void A_level_and_years_stand_behind_colons()
    {
        var skills = SkillList.Parse(["Python:expert, SQL:2.5y, Docker:basic:1y, ratio 3:1, Java:4"]);
        Assert.Equal(["Python", "SQL", "Docker", "ratio 3:1", "Java:4"], skills.Select(s => s.Text));
        Assert.Equal(Proficiency.Expert, skills[0].Proficiency);
        Assert.False(skills[0].HasYears);
        Assert.Equal(2.5, skills[1].Years);
        Assert.Equal((Proficiency.Basic, 1d), (skills[2].Proficiency, skills[2].Years));
    }

    [Theory]
    [InlineData("onet", "catalogs/onet", "")]
    [InlineData("onet@29.3", "catalogs/onet", "catalogs/onet/versions/29.3")]
    [InlineData("catalogs/onet", "catalogs/onet", "")]
    [InlineData("catalogs/onet/versions/29.3", "catalogs/onet", "catalogs/onet/versions/29.3")]
    [InlineData(null, "", "")]
    public void A_catalog_is_named_short_or_in_full(string? text, string catalog, string version) =>
        Assert.Equal(new CatalogName(catalog, version), CatalogName.Parse(text));
}
