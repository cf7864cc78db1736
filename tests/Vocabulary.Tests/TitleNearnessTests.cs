using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary.Tests;

/// <summary>Titles that equal none of the catalog's: what makes a role near.</summary>
public sealed class TitleNearnessTests
{
    private static readonly ImmutableArray<Role> Roles =
    [
        Role(
            "accountant",
            "accountant",
            "finance",
            "Prepares financial statements and ledgers.",
            "accounting officer",
            "bookkeeper"
        ),
        Role("auditor", "auditor", "finance", "Examines the books.", "audit officer"),
        Role("barista", "barista", "food", "Prepares coffee at a counter.", "coffee maker"),
        Role("cook", "cook", "food", "Prepares dishes.", "kitchen cook", "line cook"),
        Role(
            "electrician",
            "electrician",
            "building",
            "Installs wiring and fuse boxes.",
            "electrical fitter",
            "domestic electrician"
        ),
        Role(
            "process-engineer",
            "process engineer",
            "engineering",
            "Improves how things are made.",
            "production process engineer"
        ),
        Role("sales-engineer", "sales engineer", "engineering", "Tailors equipment to customers.", "engineer in sales"),
        Role("sales-process-manager", "sales process manager", "sales", "Sets how sales are made."),
        Role("waiter", "waiter", "food", "Serves guests.", "waitress"),
        Role("welder", "welder", "building", "Joins metal.", "welding operative"),
    ];

    private static readonly TitleLexicon Lexicon = new(Roles);

    [Theory]
    [InlineData("Accounts Executive", "accountant")]
    [InlineData("Electrcian", "electrician")]
    [InlineData("Engineer (Process) #MNL", "process-engineer")]
    [InlineData("Coffee Counter Crew", "barista")]
    [InlineData("URGENT vacancy: Line Cooks wanted", "cook")]
    [InlineData("Welders cum fitter", "welder")]
    public void A_vacancy_is_read_as_the_nearest_role(string title, string role) =>
        Assert.Equal(Name(role), Lexicon.Read(title, 1, leastConfidence: 0).Matches[0].Role);

    [Fact]
    public void Neighbouring_words_say_more_than_the_same_words_apart()
    {
        var matches = Lexicon.Read("sales engineer process", 3, leastConfidence: 0).Matches;

        Assert.Equal(Name("sales-engineer"), matches[0].Role);
    }

    [Fact]
    public void Many_near_titles_count_for_more_than_one()
    {
        var once = Role("a", "forklift driver", "", "");
        var often = Role(
            "b",
            "driver of forklifts",
            "",
            "",
            "forklift truck driver",
            "forklift reach driver",
            "forklift stacker driver",
            "forklift yard driver"
        );

        var reading = new TitleLexicon([once, often]).Read("forklift warehouse driver", 2, leastConfidence: 0);

        Assert.Equal(Name("b"), reading.Matches[0].Role);
    }

    [Fact]
    public void What_the_overview_says_settles_equally_near_titles()
    {
        var grill = Role("a", "kitchen assistant", "", "Keeps a grill.");
        var pastry = Role("b", "kitchen assistant", "", "Bakes pastry.");

        Assert.Equal(
            Name("b"),
            new TitleLexicon([grill, pastry]).Read("pastry kitchen assistant", 1, leastConfidence: 0).Matches[0].Role
        );
    }

    [Fact]
    public void Words_on_rank_hardly_count()
    {
        var executive = Role("a", "chief executive", "", "");
        var sales = Role("b", "sales representative", "", "");

        Assert.Equal(
            Name("b"),
            new TitleLexicon([executive, sales]).Read("Sales Executive", 1, leastConfidence: 0).Matches[0].Role
        );
    }

    [Fact]
    public void Words_that_no_title_knows_lower_the_confidence()
    {
        var known = Lexicon.Read("process engineers production", 1).Matches[0];
        var half = Lexicon.Read("process engineers production zyxw qqqq", 1, leastConfidence: 0).Matches[0];

        Assert.Equal(known.Role, half.Role);
        Assert.True(half.Confidence < known.Confidence);
    }

    [Fact]
    public void Beside_the_same_words_what_is_only_near_is_no_answer()
    {
        Assert.Equal([Name("process-engineer")], Lexicon.Read("Process Engineer", 5).Matches.Select(m => m.Role));
        Assert.Equal(1, Lexicon.Read("Process Engineer", 5).Matches[0].Confidence);
    }

    [Fact]
    public void A_roles_own_title_goes_before_roles_that_are_called_so_too()
    {
        var lexicon = new TitleLexicon([
            Role("a-elder-carer", "elder care social worker", "care", "Helps elders.", "social worker", "worker in social care"),
            Role("social-worker", "social worker", "care", "Helps people."),
        ]);

        var matches = lexicon.Read("Social Worker", 3).Matches;

        Assert.Equal([Name("social-worker"), Name("a-elder-carer")], matches.Select(m => m.Role));
        Assert.True(matches[0].Confidence > matches[1].Confidence);
    }

    private static string Name(string id) => $"catalogs/test/roles/{id}";

    private static Role Role(string id, string title, string family, string overview, params string[] alternates) =>
        new()
        {
            Name = Name(id),
            Title = title,
            Family = family,
            Overview = overview,
            AlternateTitles = { alternates },
        };
}
