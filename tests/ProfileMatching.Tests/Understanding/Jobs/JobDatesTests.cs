using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using Google.Protobuf;
using Google.Type;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

/// <summary>Jobs are written "title start/end"; * is an end that is open, ? a date that is not stated.</summary>
public sealed class JobDatesTests
{
    private const string Analyst = "Data Analyst 2019-6/2021-5";
    private const string Both = "Data Scientist 2021-6/* Data Analyst 2019-6/2021-5";

    [Theory]
    [InlineData("Data Analyst, Malhar Retail, June 2019 - May 2021", Analyst)]
    [InlineData("Data Analyst, Malhar Retail\n2019-06 - 2021-05\n- Reports.", Analyst)]
    [InlineData("2019-06 - 2021-05\nData Analyst", Analyst)]
    [InlineData("Data Analyst\nMalhar Retail\n06/2019 – 05/2021", Analyst)]
    [InlineData("Data Analyst\nMalhar Retail\nOslo, Norway\n06/2019 – 05/2021", Analyst)]
    [InlineData("Data Analyst\nMalhar Retail, Oslo, 06/2019 – 05/2021\n- Reports.", Analyst)]
    [InlineData("Malhar Retail, Oslo          June 2019 – May 2021\nData Analyst\n- Reports.", Analyst)]
    [InlineData("Malhar Retail | June 2019 – May 2021\nOslo\nData Analyst\n- Reports.", Analyst)]
    [InlineData("June 2019 - May 2021\nMalhar Retail\nData Analyst", Analyst)]
    [InlineData("Data Analyst (June 2019 – May 2021)", Analyst)]
    [InlineData("Data Analyst\tMalhar Retail\tJun 2019\tMay 2021", Analyst)]
    [InlineData("Jun 2019\tMay 2021\tData Analyst\tMalhar Retail", Analyst)]
    [InlineData("Data Analyst\nFrom: June 2019   To: May 2021", Analyst)]
    [InlineData("Data Analyst\nStart date: June 2019\nEnd date: May 2021", Analyst)]
    [InlineData("Data Analyst\nJune 2019 -\nMay 2021", Analyst)]
    [InlineData("Data Analyst, June 2019 -\nMay 2021\n- Reports.", Analyst)]
    [InlineData("Data Analyst\nJune 2019 - May 2021 (1 year 11 months)\nOslo, Norway", Analyst)]
    [InlineData("Data Analyst\nJune 2019 - May 2021 · 2 yrs\nOslo, Norway", Analyst)]
    [InlineData("Data Scientist\n06/2021 - present\nData Analyst\n06/2019 - 05/2021", Both)]
    [InlineData("06/2021 - present\nData Scientist\n06/2019 - 05/2021\nData Analyst", Both)]
    [InlineData("Malhar Retail, 06/2021 - ongoing\nData Scientist\nQuince Bank, 06/2019 - 05/2021\nData Analyst", Both)]
    [InlineData("Data Scientist\nMalhar Retail, 06/2021 - till date\n\nData Analyst\nQuince Bank, 06/2019 - 05/2021", Both)]
    [InlineData(
        "Malhar Retail\n2 years 3 months\nData Scientist\nJune 2021 - Present "
            + "(5 years 6 months)\nOslo\nData Analyst\nJune 2019 - May 2021 (2 years)",
        Both
    )]
    [InlineData("Malhar Retail  2019 - present\nData Scientist   June 2021 - present\nData Analyst   June 2019 - May 2021", Both)]
    [InlineData("Data Scientist, since June 2021\nData Analyst, June 1, 2019 → May 31, 2021", Both)]
    [InlineData("Data Analyst, June – August 2019", "Data Analyst 2019-6/2019-8")]
    [InlineData("Data Analyst, November – February 2020", "Data Analyst 2019-11/2020-2")]
    [InlineData("Data Analyst, Q3 2019 – Q1 2021", "Data Analyst 2019-7/2021-3")]
    [InlineData("Data Analyst, third quarter of 2019", "Data Analyst 2019-7/2019-9")]
    [InlineData("Data Analyst, H1 2019 – H2 2020", "Data Analyst 2019-1/2020-12")]
    [InlineData("Data Analyst, 2018/19 – 2020/21", "Data Analyst 2018/2021")]
    [InlineData("Data Analyst, 2018-21", "Data Analyst 2018/2021")]
    [InlineData("Data Analyst, until May 2021", "Data Analyst ?/2021-5")]
    [InlineData("Data Analyst, '19 – '21", "Data Analyst 2019/2021")]
    [InlineData("Data Analyst, 06/19 – 05/21", Analyst)]
    [InlineData("Data Analyst, 06/19 – present", "Data Analyst 2019-6/*")]
    [InlineData("Data Analyst, 03/04/2019 – 25/05/2021", "Data Analyst 2019-4/2021-5")]
    [InlineData("Data Analyst, 03/04/2019 – 05/25/2021", "Data Analyst 2019-3/2021-5")]
    [InlineData("Data Analyst, 03.04.2019 – 05.05.2021", "Data Analyst 2019-4/2021-5")]
    [InlineData("Data Analyst, 03/04/2019 – 05/06/2021", "Data Analyst 2019/2021")]
    [InlineData("Data Analyst, 2010-11 – 2012-13", "Data Analyst 2010/2013")]
    [InlineData("Data Analyst, 2010-11 – 2012-03", "Data Analyst 2010-11/2012-3")]
    [InlineData("Data Analyst, 2019 –", "Data Analyst 2019/*")]
    public void Dates_belong_to_the_job_they_stand_by(string jobs, string expected) =>
        Assert.Equal(expected, Jobs("Experience\n" + jobs));

    [Theory]
    [InlineData("BERUFSERFAHRUNG\nData Analyst, Malhar GmbH\nJuni 2019 – Mai 2021\n- Berichte.", Analyst)]
    [InlineData("Beruflicher Werdegang\nData Scientist\nseit Juni 2021\nData Analyst\n01.06.2019 bis 31.05.2021", Both)]
    [InlineData("Berufspraxis\nData Analyst, 1. Juni 2019 – heute", "Data Analyst 2019-6/*")]
    [InlineData("Expérience professionnelle\nData Analyst, Malhar SA\nde juin 2019 à mai 2021", Analyst)]
    [InlineData("EXPERIENCES PROFESSIONNELLES\nData Scientist, depuis juin 2021\nData Analyst, juin 2019 – mai 2021", Both)]
    [InlineData("Parcours professionnel\nData Analyst, 1er juin 2019 - aujourd’hui", "Data Analyst 2019-6/*")]
    [InlineData("Experiencia laboral\nData Analyst, Malhar SL\nJunio de 2019 – Mayo de 2021", Analyst)]
    [InlineData(
        "Experiencia laboral\nData Scientist, junio 2021 – actualidad\nData Analyst, desde junio de 2019 hasta mayo de 2021",
        Both
    )]
    [InlineData("Experiencia\nData Analyst, 1 de junio de 2019 a la fecha", "Data Analyst 2019-6/*")]
    [InlineData("Werkervaring\nData Analyst, Malhar BV\njuni 2019 t/m mei 2021", Analyst)]
    [InlineData("Loopbaan\nData Scientist, sinds juni 2021\nData Analyst, juni 2019 tot mei 2021", Both)]
    [InlineData("Ervaring\nData Analyst, juni 2019 - heden", "Data Analyst 2019-6/*")]
    [InlineData("Experiência profissional\nData Analyst, Malhar Lda\njunho de 2019 a maio de 2021", Analyst)]
    [InlineData("EXPERIENCIA PROFISSIONAL\nData Scientist, jun/2021 – atual\nData Analyst, jun/2019 – mai/2021", Both)]
    [InlineData("Percurso profissional\nData Analyst, desde junho de 2019", "Data Analyst 2019-6/*")]
    public void Dates_and_headings_are_read_in_other_languages(string text, string expected) =>
        Assert.Equal(expected, Jobs(text));

    [Theory]
    [InlineData("BSc Statistics, 2012 - 2016")]
    [InlineData("Statistics, University of Oslo, 2012 – 2016")]
    [InlineData("MSc Statistics (2012-2016)")]
    [InlineData("Master of Science, Statistics, 09/2012 – 06/2016")]
    [InlineData("Bachelor's in Statistics since 2012")]
    [InlineData("PhD Statistics 2012 to 2016")]
    [InlineData("Statistics 2012 - 2016, Master of Science")]
    public void Dates_of_a_degree_are_no_years_of_its_subject(string degree)
    {
        foreach (var heading in (string[])["Education", "Ausbildung", "Formación académica"])
        {
            var skill = Read($"{heading}\n{degree}").Profile.Skills.Single(s => s.Text == "Statistics" && s.Evidence.Length > 0);
            Assert.Equal((false, 0), (skill.HasYears, skill.LastUsedYear));
        }
    }

    [Fact]
    public void Columns_of_a_table_of_skills_are_years_and_last_use()
    {
        var skills = Read("Skills\nSkill\tYears\tLast used\nPython\t6\t2026\nSQL\t3\t2019").Profile.Skills;

        Assert.Equal(
            [("Python", 6, 2026), ("SQL", 3, 2019)],
            skills.Where(s => s.Evidence.Length > 0).Select(s => (s.Text, (int)s.Years, s.LastUsedYear))
        );
    }

    internal static ReadDocument Read(string text) =>
        DocumentReader.ReadWithSpans(
            new Document { Content = ByteString.CopyFromUtf8(text) },
            MadeUpCatalog.Index.Snapshot,
            new DateOnly(2026, 11, 1)
        );

    private static string Jobs(string text) =>
        string.Join(' ', Read(text).Profile.Jobs.Select(j => $"{j.Title} {Write(j.Start)}/{(j.Current ? "*" : Write(j.End))}"));

    private static string Write(Date? date) =>
        date switch
        {
            null => "?",
            { Month: 0 } => $"{date.Year}",
            _ => $"{date.Year}-{date.Month}",
        };
}
