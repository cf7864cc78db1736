using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

public sealed class UnreadTests
{
    private const string Years = "Data Scientist, 2021 - present\n";

    [Theory]
    [InlineData("Data Analyst, Malhar Retail, 2019", "2019")]
    [InlineData("Data Analyst\nJune 2019", "June 2019")]
    [InlineData("Data Analyst\n05/21 – ?", "05/21")]
    [InlineData("Data Analyst\nJun - Aug", "Jun - Aug")]
    [InlineData("Data Analyst, 2021 – 2019", "2021 – 2019")]
    [InlineData("Data Analyst\n2019 – sometime", "2019 – sometime")]
    [InlineData("Malhar Retail, 2019\nData Analyst", "2019")]
    [InlineData("Data Analyst\nMalhar Retail, Oslo, 2019", "2019")]
    [InlineData("Data Analyst\n2019 – 20XX", "2019 – 20XX")]
    [InlineData("Data Analyst | May 2021 to June 2019", "May 2021 to June 2019")]
    [InlineData("Data Analyst\t05/2019", "05/2019")]
    [InlineData("Data Analyst\n5 years 2 months", "5 years 2 months")]
    [InlineData("Data Analyst at Malhar Retail (3 years)", "3 years")]
    [InlineData("Data Analyst, Malhar, 2O19 - 2O21", "2O19 - 2O21")]
    [InlineData("Data Analyst, Malhar, FY2019 - FY2021", "FY2019 - FY2021")]
    [InlineData("Data Analyst, June 2019 – N/A", "June 2019 – N/A")]
    [InlineData("Data Analyst, Juni 2019 – Maj 2021", "Juni 2019 – Maj 2021")]
    [InlineData("Data Analyst, 2016 - ...", "2016")]
    [InlineData("Data Analyst\n1719 – 1721, then 2019", "2019")]
    public void A_date_that_no_job_got_is_listed(string job, string text)
    {
        var unread = Assert.Single(Read("Experience\n" + Years + job));

        Assert.Equal(UnreadReason.Date, unread.Reason);
        Assert.Contains(text, unread.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Analyst, Summer 2018 – Fall 2019", "Summer 2018 – Fall 2019")]
    [InlineData("Data Analyst, spring '18 to 2019", "spring '18 to 2019")]
    [InlineData("Data Analyst, early 2018 – late 2019", "early 2018 – late 2019")]
    [InlineData("Data Analyst, mid-2018 - 05/2019", "mid-2018 - 05/2019")]
    [InlineData("Data Analyst, c. 2018 – 2019", "c. 2018 – 2019")]
    [InlineData("Data Analyst, 03/04/2018 – 05/06/2019", "03/04/2018 – 05/06/2019")]
    [InlineData("Data Analyst, 13/2018 – 05/2019", "2018 – 05/2019")]
    [InlineData("Data Analyst, 2018-19 to 2020-21, winter 2017/18", "winter 2017/18")]
    [InlineData("Data Analyst, Mya 2018 – June 2019", "Mya 2018 – June 2019")]
    [InlineData("Data Analyst, Jnuary 2018 – 2019", "Jnuary 2018 – 2019")]
    [InlineData("Data Analyst, Anfang 2018 bis Ende 2019", "Anfang 2018 bis Ende 2019")]
    [InlineData("Data Analyst, printemps 2018 – été 2019", "printemps 2018 – été 2019")]
    [InlineData("Data Analyst, verano 2018 – otoño 2019", "verano 2018 – otoño 2019")]
    public void A_month_that_is_not_certain_is_listed(string job, string text)
    {
        var unread = Read("Experience\n" + job);

        Assert.Contains(unread, u => u.Text == text && u.Reason is UnreadReason.Month or UnreadReason.NoTitle);
    }

    [Theory]
    [InlineData("Beekeeper in chief, 2008 - 2011")]
    [InlineData("Keeper of bees\nQuince Orchards, 2008 - 2011\n- Honey.")]
    [InlineData("2008 - 2011\nKeeper of bees")]
    public void A_period_without_a_known_title_is_listed(string job)
    {
        var unread = Assert.Single(Read("Experience\n" + Years + "\n" + job));

        Assert.Equal(("2008 - 2011", UnreadReason.NoTitle), (unread.Text, unread.Reason));
    }

    [Theory]
    [InlineData("Data Analyst, 2018 - 2021\nMalhar Retail (founded in 1987)\n- Moved 2019 data.")]
    [InlineData("Malhar Retail  2018 - 2021\nData Analyst   2019 - 2021\nData Analyst   2018 - 2019")]
    [InlineData("Data Analyst, 2018 - 2021\n- Project Apollo, 2019 - 2020\n- ISO 27001, Office 2016")]
    [InlineData("Data Analyst, 2018 - 2021\nEducation\nBSc Statistics, 2016\nUniversity of Oslo, 2012 - 2016")]
    [InlineData("Data Analyst, 2018 - 2021\nCertifications\nCloud Adept, 2019\nAwards\nBest paper 2017")]
    [InlineData("Data Analyst\n- Reports for 2019 and 2020 in SQL.")]
    [InlineData("Data Analyst\nJune 2018 - May 2021 (2 years 11 months)\n")]
    public void What_is_read_or_no_date_of_a_job_is_not_listed(string jobs) => Assert.Empty(Read("Experience\n" + Years + jobs));

    [Theory]
    [InlineData("Italian", "Esperienza lavoro presso Malhar, gestione della rete, competenze e lingue, attuale")]
    [InlineData("Polish", "Doświadczenie zawodowe oraz wykształcenie, umiejętności, języki, obecnie")]
    [InlineData("Swedish", "Arbetslivserfarenhet och utbildning, kunskaper i språk för och med kunder på kontoret")]
    [InlineData("Turkish", "İş deneyimi ve eğitim, beceriler, diller, halen Malhar ile için")]
    [InlineData("Finnish", "Työkokemus ja koulutus, osaaminen sekä kielitaito, nykyinen työ")]
    [InlineData("Greek", "Επαγγελματική εμπειρία και εκπαίδευση")]
    [InlineData("a language in Cyrillic script", "Опыт работы и образование")]
    [InlineData("Japanese", "職務経歴 データを分析しました")]
    [InlineData("Chinese", "工作经历 数据分析师")]
    public void A_language_that_is_not_read_is_named(string language, string text) =>
        Assert.Equal(language, Assert.Single(Read(text), u => u.Reason == UnreadReason.Language).Text);

    [Fact]
    public void Dates_in_such_a_language_are_listed_too() =>
        Assert.Contains(
            Read("Esperienza lavoro\nData Analyst, presso Malhar\ngennaio 2019 - oggi\nGestione della rete\nCompetenze\nLingue"),
            u => u is { Text: "gennaio 2019 - oggi", Reason: UnreadReason.Date }
        );

    [Theory]
    [InlineData("Berufserfahrung und Ausbildung bei der Bank, mit Kenntnissen für das Team im Betrieb")]
    [InlineData("Data analyst with experience of SQL and the skills for work")]
    [InlineData("")]
    public void A_language_that_is_read_is_not(string text) =>
        Assert.DoesNotContain(Read(text), u => u.Reason == UnreadReason.Language);

    [Theory]
    [InlineData("March 2021", "null", "2021-3/*", "")]
    [InlineData("Sept. 2018", "\"Feb 2021\"", "2018-9/2021-2", "")]
    [InlineData("2016-02-01", "\"2018-08-31\"", "2016-2/2018-8", "")]
    [InlineData("2016-02", "\"\"", "2016-2/*", "")]
    [InlineData("2016", "\"Present\"", "2016/*", "")]
    [InlineData("June 1, 2016", "\"till date\"", "2016-6/*", "")]
    [InlineData("01.06.2016", "\"31.05.2018\"", "2016-6/2018-5", "")]
    [InlineData("06/2016", "\"05/2018\"", "2016-6/2018-5", "")]
    [InlineData("", "\"2018-05\"", "?/2018-5", "")]
    [InlineData("juin 2016", "\"mai 2018\"", "2016-6/2018-5", "")]
    [InlineData("Q3 2016", "\"Q4 2017\"", "2016-7/2017-12", "")]
    [InlineData("2016", "\"sometime\"", "?/?", "2016 to sometime")]
    [InlineData("a while ago", "\"2018\"", "?/?", "a while ago to 2018")]
    [InlineData("2018-05", "\"2016-02\"", "?/?", "2018-05 to 2016-02")]
    public void Dates_of_a_JSON_resume_are_read_or_listed(string start, string end, string expected, string unread)
    {
        var read = JobDatesTests.Read(
            $$"""{ "work": [ { "name": "Malhar", "position": "Data Analyst", "startDate": "{{start}}", "endDate": {{end}} } ] }"""
        );

        var job = Assert.Single(read.Profile.Jobs);
        var ends = job.Current ? "*" : Write(job.End);
        Assert.Equal(expected, $"{Write(job.Start)}/{ends}");
        if (unread.Length == 0)
        {
            Assert.Empty(read.Unread);
        }
        else
        {
            Assert.Contains(unread, Assert.Single(read.Unread).Text, StringComparison.Ordinal);
        }
    }

    private static string Write(Google.Type.Date? date) =>
        date is null ? "?"
        : date.Month == 0 ? $"{date.Year}"
        : $"{date.Year}-{date.Month}";

    [Fact]
    public void What_a_file_has_and_its_text_has_not_is_listed_with_the_rest()
    {
        var html = "<html><p style='display:none'>COBOL</p><h2>Experience</h2><p>Clerk</p></html>";
        var json = """{"work": [{"position": "Clerk", "shift": "night"}]}""";

        Assert.Contains(Read(html), u => u is { Text: "hidden text was left out", Reason: UnreadReason.Hidden, HasStart: false });
        Assert.Contains(Read(json), u => u is { Text: "work[].shift", Reason: UnreadReason.Value });
        Assert.Equal(["work[].shift"], JobDatesTests.Read(json).Reading.Unread);
    }

    private static IList<UnreadText> Read(string text) =>
        Understander.Read(JobDatesTests.Read(text), MadeUpCatalog.Index, new DateOnly(2026, 11, 1)).Shown.Unread;
}
