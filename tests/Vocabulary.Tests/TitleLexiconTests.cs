using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Vocabulary.Tests;

public sealed class TitleLexiconTests
{
    private static readonly TitleLexicon Lexicon = new([
        Role("data-scientist", "Data Scientist", Seniority.Mid),
        Role("junior-ml-engineer", "Junior Machine Learning Engineer", Seniority.Junior),
        Role("ml-engineer", "Machine Learning Engineer", Seniority.Mid, "ML Engineer"),
        Role("nurse", "Registered Nurse", Seniority.Unspecified, "RN"),
        Role("senior-ml-engineer", "Senior Machine Learning Engineer", Seniority.Senior),
        Role("software-engineer", "Software Engineer", Seniority.Mid),
    ]);

    [Theory]
    [InlineData("Machine Learning Engineer", "ml-engineer", Seniority.Unspecified)]
    [InlineData("Sr. ML Eng. (Remote) - NYC", "senior-ml-engineer", Seniority.Senior)]
    [InlineData("jr machine learning engineer", "junior-ml-engineer", Seniority.Junior)]
    [InlineData("Engineer, Machine Learning", "ml-engineer", Seniority.Unspecified)]
    [InlineData("RN", "nurse", Seniority.Unspecified)]
    [InlineData("Senior Software Engineer", "software-engineer", Seniority.Senior)]
    public void A_free_title_is_read_as_a_role(string title, string role, Seniority stated)
    {
        var reading = Lexicon.Read(title, 3);

        Assert.Equal($"catalogs/test/roles/{role}", reading.Matches[0].Role);
        Assert.Equal(stated, reading.Seniority);
    }

    [Fact]
    public void A_title_that_is_near_nothing_gives_nothing() => Assert.Empty(Lexicon.Read("Underwater basket weaver", 3).Matches);

    [Fact]
    public void Managing_people_is_told_from_managing_products()
    {
        Assert.Equal(Track.PeopleManager, Lexicon.Read("Engineering Manager", 0).Track);
        Assert.Equal(Track.Unspecified, Lexicon.Read("Product Manager", 0).Track);
    }

    [Theory]
    [InlineData("machine lear")]
    [InlineData("engineer machine")]
    [InlineData("machne learning")]
    [InlineData("ml eng")]
    public void Search_answers_prefixes_word_order_and_typing_errors(string query) =>
        Assert.Contains(Lexicon.Search(query).Take(3), m => m.Role == "catalogs/test/roles/ml-engineer");

    [Fact]
    public void A_common_word_finds_all_titles_that_have_it_the_shortest_first() =>
        Assert.Equal(
            [
                "Software Engineer",
                "Machine Learning Engineer",
                "Junior Machine Learning Engineer",
                "Senior Machine Learning Engineer",
            ],
            Lexicon.Search("engineer").Select(m => m.Title)
        );

    private static Role Role(string id, string title, Seniority seniority, params string[] alternates) =>
        new()
        {
            Name = $"catalogs/test/roles/{id}",
            Title = title,
            Seniority = seniority,
            AlternateTitles = { alternates },
        };
}
