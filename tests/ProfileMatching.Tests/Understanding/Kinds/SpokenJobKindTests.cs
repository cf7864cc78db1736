using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Jobs as people tell of them in a sentence or two, in many trades.</summary>
public sealed class SpokenJobKindTests
{
    private static readonly string[] Trades =
    [
        "plasterer",
        "forklift driver",
        "hairdresser",
        "bookkeeper",
        "paramedic",
        "florist",
        "dental receptionist",
        "line cook",
        "prison officer",
        "truck mechanic",
        "bank teller",
        "legal secretary",
        "HR assistant",
        "software tester",
        "social worker",
        "staff nurse",
        "electrician",
        "librarian",
        "journalist",
        "accountant",
        "gardener",
        "security guard",
        "waitress",
        "welder",
        "roofer",
        "tailor",
        "baker",
        "barista",
        "surveyor",
        "pharmacist",
    ];

    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            .. Trades.Select(
                (trade, i) =>
                    new CatalogEntry
                    {
                        Role = new Role { Name = ResourceName.Role("made-up", $"r{i}"), Title = trade },
                    }
            ),
        ]
    );

    public static TheoryData<string> AllTrades => [.. Trades];

    [Theory]
    [MemberData(nameof(AllTrades))]
    public void The_job_of_a_sentence_is_read(string trade)
    {
        string[] sentences =
        [
            $"I've been a {trade} for six years",
            $"I work as {trade} in town since 5 years, I am good worker.",
            $"Been a {trade} all my life. Knees are gone.",
            $"before that I was a {trade}",
            $"I'm a {trade}, four years at a place in Hull",
            $"12 years as a {trade} and now I want out",
            $"used to be a {trade}, my husband is a builder",
            $"{trade}, 9 yrs. Good with people.",
        ];
        foreach (var sentence in sentences)
        {
            Assert.Equal(trade, KindReading.Jobs(sentence, Snapshot), ignoreCase: true);
        }
    }

    [Theory]
    [MemberData(nameof(AllTrades))]
    public void The_latest_job_comes_first(string trade)
    {
        Assert.Equal(
            $"{trade}|cashier",
            KindReading.Jobs($"10 years as a cashier, then retrained as a {trade}, since 2021.", Snapshot)
        );
        Assert.Equal($"{trade}|cashier", KindReading.Jobs($"I used to be a cashier, now I'm a {trade}.", Snapshot));
    }

    [Theory]
    [MemberData(nameof(AllTrades))]
    public void A_wish_and_the_work_of_others_are_no_jobs(string trade)
    {
        string[] sentences =
        [
            $"I clean floors. Would love to become a {trade}.",
            $"I clean floors. My wife is a {trade}.",
            $"I clean floors, thinking about becoming a {trade} maybe",
            $"I clean floors and I don't want to be a {trade}",
        ];
        Assert.All(sentences, sentence => Assert.Empty(KindReading.Jobs(sentence, Snapshot)));
    }

    [Theory]
    [InlineData("I've been a welder for six years", 6)]
    [InlineData("Welder since 5 years", 5)]
    [InlineData("I'm a welder, eleven years", 11)]
    [InlineData("10 years as a welder, then two years as a baker", 10)]
    [InlineData("I'm a welder, 7 yrs. I was home with my kids for 9 years", 7)]
    public void Years_are_read_in_figures_and_words(string text, double years) =>
        Assert.Equal(years, KindReading.Read(text, Snapshot).Profile.YearsExperience);
}
