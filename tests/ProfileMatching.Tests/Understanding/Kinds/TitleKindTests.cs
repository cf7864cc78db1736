using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Titles, levels, places and companies, with twenty values each.</summary>
public sealed class TitleKindTests
{
    /// <summary>States whose codes a catalog has for jobs.</summary>
    private static readonly string[] Codes =
    [
        "AL",
        "AR",
        "CA",
        "CO",
        "CT",
        "DE",
        "GA",
        "HI",
        "IA",
        "ID",
        "IL",
        "IN",
        "KS",
        "LA",
        "MA",
        "MD",
        "ME",
        "MO",
        "NE",
        "OR",
        "PA",
        "VA",
        "WA",
    ];

    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            Role("Accountant", "Chartered Accountant"),
            Role("Chief Executive", "Chief Executive Officer"),
            Role("Correctional Officer", "Officer"),
            Role("Data Analyst"),
            Role("Data Scientist"),
            Role("Electrician"),
            Role("Physician", "Physicians, All Other"),
            Role("Physician Assistant", "Assistant"),
            Role("Property Owner", "Owner"),
            Role("Registered Nurse"),
            Role("Software Developer"),
            Role("Urologist"),
            .. Codes.Select(code => Role($"Worker of kind {code}", code)),
        ]
    );

    public static TheoryData<string> States => [.. Codes];

    [Theory]
    [InlineData("Library Assistant")]
    [InlineData("Personal Assistant")]
    [InlineData("Teaching Assistant")]
    [InlineData("Shop Assistant")]
    [InlineData("Executive Assistant")]
    [InlineData("Dental Assistant")]
    [InlineData("Veterinary Assistant")]
    [InlineData("Kitchen Assistant")]
    [InlineData("Loan Officer")]
    [InlineData("Press Officer")]
    [InlineData("Training Officer")]
    [InlineData("Admissions Officer")]
    [InlineData("Customs Officer")]
    [InlineData("Business Owner")]
    [InlineData("Compliance Officer")]
    [InlineData("Safety Officer")]
    [InlineData("Data Intern")]
    [InlineData("Delivery Manager")]
    [InlineData("Stage Director")]
    [InlineData("Street Artist")]
    public void A_generic_word_is_not_the_job(string title)
    {
        var generic = (string[])["Property Owner", "Physician Assistant", "Correctional Officer", "Physician", "Urologist"];

        Assert.Equal(title, KindReading.Jobs($"Experience\n{title}, Acorn Mill, 2019 - 2020", Snapshot));
        Assert.DoesNotContain(
            Snapshot.TitleLexicon.Read(title, 3).Matches,
            match => match.Confidence >= JobsHeld.LeastConfidence && generic.Contains(match.Title)
        );
    }

    [Theory]
    [InlineData("Supported the Data Scientist of the team.")]
    [InlineData("Assisted the Chief Executive Officer with board papers.")]
    [InlineData("Reported to the Chief Executive every week.")]
    [InlineData("Worked with a Registered Nurse on each shift.")]
    [InlineData("Hired an Electrician for the new hall.")]
    [InlineData("Trained the next Data Scientist.")]
    [InlineData("Shadowed a Urologist for a month.")]
    [InlineData("Helped the Accountant close the books.")]
    [InlineData("Wrote letters for a Physician.")]
    [InlineData("Took notes for the Software Developer team.")]
    [InlineData("Stood in for the Accountant in 2017.")]
    [InlineData("Chosen as deputy by the Chief Executive in May 2016.")]
    [InlineData("Met the Data Scientist, the Accountant and the Electrician.")]
    [InlineData("Prepared reports which the Chief Executive Officer gave to the board.")]
    [InlineData("Won a prize that a Software Developer had won before.")]
    [InlineData("Paired with a Data Scientist from 2016 to 2017.")]
    [InlineData("Interviewed people for Registered Nurse and Electrician.")]
    [InlineData("Learned from an Electrician how lifts work.")]
    [InlineData("Sold tools to each Software Developer of the town.")]
    [InlineData("Kept the diary of a Physician Assistant.")]
    public void A_title_in_a_sentence_is_not_held(string sentence)
    {
        Assert.Equal(
            "Data Analyst",
            KindReading.Jobs($"Experience\nData Analyst, Acorn Mill, 2015 - 2019\n- {sentence}", Snapshot)
        );
        Assert.Equal(
            "Data Analyst",
            KindReading.Jobs($"Experience\nData Analyst\nAcorn Mill\nMay 2015 - June 2019\n• {sentence}", Snapshot)
        );
        Assert.Equal("", KindReading.Jobs($"Summary\n{sentence}", Snapshot));
    }

    [Theory]
    [InlineData("Senior Registered Nurse", "Registered Nurse", Seniority.Senior)]
    [InlineData("Sr. Registered Nurse", "Registered Nurse", Seniority.Senior)]
    [InlineData("Sr Data Analyst", "Data Analyst", Seniority.Senior)]
    [InlineData("Snr Accountant", "Accountant", Seniority.Senior)]
    [InlineData("Jr. Data Analyst", "Data Analyst", Seniority.Junior)]
    [InlineData("Jr Electrician", "Electrician", Seniority.Junior)]
    [InlineData("Junior Software Developer", "Software Developer", Seniority.Junior)]
    [InlineData("Graduate Data Analyst", "Data Analyst", Seniority.Junior)]
    [InlineData("Entry Level Accountant", "Accountant", Seniority.Junior)]
    [InlineData("Data Analyst I", "Data Analyst", Seniority.Junior)]
    [InlineData("Data Analyst II", "Data Analyst", Seniority.Mid)]
    [InlineData("Electrician III", "Electrician", Seniority.Senior)]
    [InlineData("Software Developer IV", "Software Developer", Seniority.Lead)]
    [InlineData("Mid-level Software Developer", "Software Developer", Seniority.Mid)]
    [InlineData("Lead Data Scientist", "Data Scientist", Seniority.Lead)]
    [InlineData("Principal Data Scientist", "Data Scientist", Seniority.Principal)]
    [InlineData("Distinguished Data Scientist", "Data Scientist", Seniority.Executive)]
    [InlineData("Trainee Accountant", "Accountant", Seniority.Intern)]
    [InlineData("Accountant Trainee", "Accountant", Seniority.Intern)]
    [InlineData("Apprentice Electrician", "Electrician", Seniority.Intern)]
    [InlineData("Data Analyst Intern", "Data Analyst", Seniority.Intern)]
    [InlineData("Staff Software Developer", "Software Developer", Seniority.Lead)]
    [InlineData("Intermediate Software Developer", "Software Developer", Seniority.Mid)]
    public void Words_on_level_are_read_apart(string title, string role, Seniority level)
    {
        var read = Snapshot.TitleLexicon.Read(title, 1);

        Assert.Equal((role, level), (read.Matches[0].Title, read.Seniority));
        Assert.Equal(title, KindReading.Jobs($"Experience\n{title}, Acorn Mill, 2019 - 2020", Snapshot));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void The_code_of_a_state_is_no_title(string code)
    {
        foreach (
            var line in (string[])
                [
                    $"Data Analyst, Acorn Mill, Springfield, {code}, 2019 - 2020",
                    $"Data Analyst | Springfield, {code} | 2019 - 2020",
                    $"Data Analyst\nAcorn Mill, Springfield, {code}\n2019 - 2020",
                    $"Acorn Mill, Springfield, {code}\nData Analyst, 2019 - 2020",
                    $"Data Analyst\tSpringfield, {code}\n2019 - 2020",
                ]
        )
        {
            Assert.Equal("Data Analyst", KindReading.Jobs($"Experience\n{line}\n- Filed letters.", Snapshot));
        }
    }

    [Theory]
    [InlineData("Bramble & Co")]
    [InlineData("Turner & Baker")]
    [InlineData("Electrician & Sons")]
    [InlineData("Accountant & Partners")]
    [InlineData("Nurse Next Door Ltd")]
    [InlineData("Physician Partners Inc")]
    [InlineData("The Accountant Group")]
    [InlineData("Officer Supplies Ltd")]
    [InlineData("Owner Finance Bank")]
    [InlineData("Urologist Clinic of Leeds")]
    [InlineData("Assistant Staffing Agency")]
    [InlineData("Data Scientist Academy")]
    [InlineData("Chief Executive Magazine")]
    [InlineData("Software Developer School")]
    [InlineData("Electrician Supply House")]
    [InlineData("Registered Nurse Association")]
    [InlineData("Correctional Officer Union")]
    [InlineData("Property Owner Services")]
    [InlineData("Physician Assistant College")]
    [InlineData("Owner & Officer")]
    public void The_name_of_a_company_is_no_title(string company)
    {
        Assert.Equal(
            "Data Analyst",
            KindReading.Jobs($"Experience\nData Analyst, {company}, Leeds, 2019 - 2020\n- Filed letters.", Snapshot)
        );
        Assert.Equal(
            "Data Analyst",
            KindReading.Jobs($"Experience\nData Analyst\n{company}\nMay 2019 - June 2020\n- Filed letters.", Snapshot)
        );
    }

    private static CatalogEntry Role(string title, params string[] others) =>
        new()
        {
            Role = new Role
            {
                Name = ResourceName.Role(
                    "made-up",
                    string.Concat(title.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : '-'))
                ),
                Title = title,
                AlternateTitles = { others },
            },
        };
}
