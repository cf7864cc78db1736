using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Vocabulary.Tests;

/// <summary>Titles as people write them: abbreviations, words on rank, words of all trades.</summary>
public sealed class TitlesAsWrittenTests
{
    private static readonly TitleLexicon Lexicon = new([
        Role("cargo-driver", "Cargo vehicle driver", "Drives trucks and vans.", "Truck driver"),
        Role("carpenter", "Carpenter", "Cuts and joins wood."),
        Role("electrician", "Electrician", "Installs wiring."),
        Role("finance-manager", "Finance Manager", "Plans budgets."),
        Role("nurse", "Registered Nurse", "Cares for patients."),
        Role("nursing-assistant", "Nursing Assistant", "Helps patients.", "CNA"),
        Role("physician-assistant", "Physician Assistant", "Examines patients.", "PA"),
        Role("school-principal", "School Principal", "Leads a school."),
        Role("secretary", "Secretary", "Keeps letters and diaries.", "Assistant"),
        Role("technician", "Nail Technician", "Cares for nails."),
    ]);

    [Theory]
    [InlineData("RN", "nurse")]
    [InlineData("Senior CNA", "nursing-assistant")]
    [InlineData("Nail tech", "technician")]
    [InlineData("Chippy", "carpenter")]
    [InlineData("Deputy finance manager", "finance-manager")]
    [InlineData("Head of Finance", "finance-manager")]
    [InlineData("Apprentice electrician", "electrician")]
    [InlineData("School principal", "school-principal")]
    [InlineData("Registered Nurse, TX", "nurse")]
    [InlineData("PA", "physician-assistant")]
    public void A_title_in_other_letters_is_the_same_title(string title, string role)
    {
        var match = Lexicon.Read(title, 1).Matches[0];

        Assert.Equal($"catalogs/test/roles/{role}", match.Role);
        Assert.True(match.Confidence > 0.9);
    }

    [Fact]
    public void A_word_that_the_catalog_lacks_is_read_by_its_meaning() =>
        Assert.Equal("catalogs/test/roles/cargo-driver", Lexicon.Read("Lorry operator", 1, leastConfidence: 0).Matches[0].Role);

    [Theory]
    [InlineData("Assistant")]
    [InlineData("Personal Assistant")]
    [InlineData("Product Owner")]
    [InlineData("Manager")]
    [InlineData("Specialist II")]
    public void Words_of_all_trades_make_no_job(string title) =>
        Assert.All(Lexicon.Read(title, 5, leastConfidence: 0).Matches, m => Assert.True(m.Confidence < 0.6));

    [Theory]
    [InlineData("General manager", true)]
    [InlineData("Executive officer", false)]
    [InlineData("Manager", false)]
    public void Words_of_all_trades_make_a_job_if_its_own_title_has_them(string title, bool isJob)
    {
        var lexicon = new TitleLexicon([
            Role("general", "General and Operations Managers", "Runs a site.", "General Manager", "Manager"),
            Role("parliament", "Parliamentary Assistant", "Assists a member.", "Executive Officer"),
        ]);

        Assert.Equal(isJob, lexicon.Read(title, 1, leastConfidence: 0).Matches[0].Confidence >= 0.9);
    }

    [Theory]
    [InlineData("Bramble & Co")]
    [InlineData("TX")]
    public void Companies_and_states_are_no_titles(string text) => Assert.Empty(Lexicon.Read(text, 3).Matches);

    [Theory]
    [InlineData("Staff nurse", Seniority.Unspecified)]
    [InlineData("Staff software engineer", Seniority.Lead)]
    [InlineData("Werkstudent Data", Seniority.Intern)]
    [InlineData("Sr. SWE II", Seniority.Senior)]
    public void Level_words_state_the_seniority(string title, Seniority seniority) =>
        Assert.Equal(seniority, Lexicon.Read(title, 1).Seniority);

    private static Role Role(string id, string title, string overview, params string[] alternates) =>
        new()
        {
            Name = $"catalogs/test/roles/{id}",
            Title = title,
            Overview = overview,
            AlternateTitles = { alternates },
        };
}
