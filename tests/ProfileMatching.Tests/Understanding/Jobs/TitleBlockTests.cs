using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

/// <summary>Titles that the catalog does not have, in the block of lines that a job has.</summary>
public sealed class TitleBlockTests
{
    [Theory]
    [InlineData("Accounts Trainee")]
    [InlineData("Assistant Project Manager")]
    [InlineData("Head of Mathematics")]
    [InlineData("Night Porter")]
    [InlineData("Ferry Captain")]
    [InlineData("Senior Stage Carpenter")]
    [InlineData("Director of Choirs")]
    public void A_title_above_employer_and_dates_is_read(string title)
    {
        var job = Assert.Single(
            JobDatesTests.Read($"Experience\n{title}\nMalhar & Finch, Leeds\nMay 2015 - June 2018\n- Filed letters.").Profile.Jobs
        );

        Assert.Equal((title, 2015), (job.Title, job.Start.Year));
    }

    [Theory]
    [InlineData("Bluewren High School")]
    [InlineData("Malhar Teaching Hospital")]
    [InlineData("Keppelgate Engineering")]
    [InlineData("Harrow Lane Bank")]
    [InlineData("Vidal Research Institute")]
    [InlineData("Stadler Design Studio")]
    [InlineData("Finch Insurance Company")]
    [InlineData("Ministry of Fisheries")]
    [InlineData("Elmbrook Care Services")]
    [InlineData("Tarrant Rail Systems")]
    [InlineData("Oakhaven Shopping Centre")]
    [InlineData("Corvina Mills Group")]
    [InlineData("Penhallow Foundation")]
    [InlineData("Lakeshire Medical Center")]
    [InlineData("Quillmark Law Office")]
    [InlineData("Northgate Installations Department")]
    [InlineData("Bayou Lantern Restaurant")]
    [InlineData("Gilded Pelican Hotel")]
    [InlineData("Mombasa Print Agency")]
    [InlineData("Redgum College")]
    public void The_name_of_an_employer_is_no_title(string employer) =>
        Assert.Equal(
            ["Data Analyst"],
            JobDatesTests.Read($"Experience\nData Analyst\n{employer}\nMay 2015 - June 2018").Profile.Jobs.Select(j => j.Title)
        );

    [Theory]
    [InlineData("May 2015 - June 2018 | New York, NY")]
    [InlineData("May 2015 – June 2018 | Newcastle upon Tyne")]
    [InlineData("05/2015 - 06/2018 · Boise, ID, USA")]
    [InlineData("2015-05 - 2018-06, Kansas City")]
    [InlineData("May 2015 - June 2018\tSalt Lake City, UT")]
    [InlineData("May 2015 - June 2018 (San Francisco)")]
    [InlineData("May 2015 to June 2018 • Rio de Janeiro")]
    [InlineData("May 2015 - June 2018 — Buenos Aires")]
    [InlineData("*May 2015 - June 2018* | Mobile, AL")]
    [InlineData("May 2015 - June 2018 | Leeds, UK")]
    [InlineData("May 2015 - June 2018, Stratford upon Avon")]
    [InlineData("May 2015 - June 2018 | Frankfurt am Main")]
    [InlineData("05/2015 – 06/2018 | São Paulo, Brazil")]
    [InlineData("May 2015 - June 2018; Cape Town")]
    [InlineData("2015 - 2018 | The Hague")]
    [InlineData("May 2015 – June 2018 · Saint-Denis")]
    [InlineData("May 2015 - June 2018 | Washington, D.C.")]
    [InlineData("05.2015 - 06.2018 | München")]
    [InlineData("May 2015 - June 2018\tRio Grande do Sul")]
    [InlineData("May 2015 - June 2018 | Remote")]
    public void A_place_may_stand_beside_the_dates(string dates)
    {
        var job = Assert.Single(JobDatesTests.Read($"Experience\nData Analyst — Gulf Anchor Shipyard\n{dates}").Profile.Jobs);

        Assert.Equal(("Data Analyst", 2015, 2018), (job.Title, job.Start.Year, job.End.Year));
    }

    [Theory]
    [InlineData("Head Baker", Seniority.Lead)]
    [InlineData("Head Chef", Seniority.Lead)]
    [InlineData("Head Gardener", Seniority.Lead)]
    [InlineData("Head Nurse", Seniority.Lead)]
    [InlineData("Head Librarian", Seniority.Lead)]
    [InlineData("Head of Finance", Seniority.Executive)]
    [InlineData("Head of Mathematics", Seniority.Executive)]
    [InlineData("Head of Data Science", Seniority.Executive)]
    [InlineData("Vice President of Sales", Seniority.Executive)]
    public void A_head_leads_a_trade_and_a_head_of_something_the_house(string title, Seniority level) =>
        Assert.Equal(level, SeniorityReader.Read([.. TextAnalysis.Tokenize(title).Select(word => word.Text)]).Seniority);

    [Fact]
    public void A_title_under_a_heading_over_certificates_is_no_job()
    {
        var profile = JobDatesTests
            .Read("Experience\nClerk\n2015 - 2018\nCertifications\nCertified Data Analyst\nData Analyst")
            .Profile;

        Assert.DoesNotContain("Data Analyst", profile.Jobs.Select(j => j.Title));
    }
}
