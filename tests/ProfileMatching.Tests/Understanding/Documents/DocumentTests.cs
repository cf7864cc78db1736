using System.Text;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ProfileMatching.Understanding.Extraction.Names;
using CareerRecs.Types.V1;
using FsCheck.Xunit;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

public sealed class DocumentTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    private const string Resume = """
        Ruby Mason
        12 Baker Street · ruby.mason@example.org · +44 20 7946 0958
        Summary
        Data scientist with 6 years of experience. No experience with Kubernetes.
        Experience
        Data Scientist, Example Ltd, March 2019 - present
        Built models in Python 3.11 and PyTorch, reported in SQL.
        Data Analyst 2016 - 2019
        Education
        Master of Science in statistics
        """;

    [Fact]
    public void A_resume_is_read_into_skills_jobs_education_and_years()
    {
        var read = Read(Resume);

        // Passages of a short text follow without words around them.
        var (skills, passages) = (
            read.Profile.Skills.Where(s => s.Evidence.Length > 0),
            read.Profile.Skills.Where(s => s.Evidence.Length == 0)
        );
        Assert.Equal(["PyTorch", "Python", "SQL", "statistics"], skills.Select(s => s.Text).Order(StringComparer.Ordinal));
        Assert.Contains("reported in SQL", passages.Select(s => s.Text));
        string[] unwanted = ["Ruby", "Mason", "Baker Street", "Kubernetes", "Data Analyst", "Experience"];
        Assert.All(passages, s => Assert.DoesNotContain(unwanted, word => s.Text.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(["Data Scientist", "Data Analyst"], read.Profile.Jobs.Select(j => j.Title));
        Assert.True(read.Profile.Jobs[0].Current);
        Assert.Equal(3, read.Profile.Jobs[0].Start.Month);
        Assert.Equal(EducationLevel.Master, Assert.Single(read.Profile.Education).Level);
        Assert.Equal(6, read.Profile.YearsExperience);
    }

    [Fact]
    public void Certifications_are_read_under_their_heading_and_where_the_catalog_knows_them()
    {
        var read = Read(
            "Experience\nHeld the Certified Machine Learner badge.\n\nCertifications:\n\n- Cloud "
                + "Adept - Specialty, 2024\n* Master of Locks (May 2020)\n\nWalks in the hills.\nSkills\nSQL"
        );

        Assert.Equal(["Cloud Adept - Specialty", "Master of Locks", "Certified Machine Learner"], read.Profile.Certifications);
    }

    [Theory]
    [InlineData("Data Analyst, Example Ltd\nJune 2018 to May 2020\n- Reported in SQL.", true)]
    [InlineData("2018 - 2020\nData Analyst", true)]
    [InlineData("Data Analyst\n", true)]
    [InlineData("Worked for years with every data analyst of the company and reported to the director.", false)]
    public void A_title_counts_where_resumes_put_them(string text, bool counts) =>
        Assert.Equal(counts, Read("Experience\n" + text).Profile.Jobs.Any(j => j.Title == "Data Analyst"));

    [Theory]
    [InlineData("Data Analyst 2015-2019", "2015-2019")]
    [InlineData("Data Analyst 01/2015-03/2018", "01/2015-03/2018")]
    [InlineData("Saved 12,000 hours with SQL", "12,000")]
    public void Numbers_that_are_no_telephone_stay(string text, string kept) =>
        Assert.Contains(kept, Blanked("Experience\n" + text), StringComparison.Ordinal);

    [Fact]
    public void Digits_of_other_scripts_do_no_harm() => Assert.False(Read("٥ years of experience").Profile.HasYearsExperience);

    [Theory]
    [InlineData(SkillSource.Corrected, SkillSource.Extracted)]
    [InlineData(SkillSource.Extracted, SkillSource.Corrected)]
    public void A_correction_holds_in_whatever_order_it_comes(SkillSource first, SkillSource second)
    {
        var profile = new Profile { Skills = { Python(first), Python(second) } };

        Assert.Equal(2, Assert.Single(Understander.Read(profile, MadeUpCatalog.Index, Today).Evidence.Skills).Proficiency);

        static ProfileSkill Python(SkillSource source) =>
            new()
            {
                Text = "Python",
                Source = source,
                Proficiency = source == SkillSource.Corrected ? Proficiency.Basic : Proficiency.Expert,
            };
    }

    [Fact]
    public void Years_may_be_written_in_words() =>
        Assert.Equal(5, Read("With five years of experience in SQL.").Profile.YearsExperience);

    [Fact]
    public void Spans_point_at_the_words_of_the_document_as_it_was_sent()
    {
        var read = Read(Resume);

        Assert.All(read.Skills, s => Assert.Equal(s.Skill.Title, Resume[s.Start..s.End], ignoreCase: true));
        Assert.All(read.Jobs, j => Assert.Equal(j.Job.Title, Resume[j.Start..j.End]));
    }

    [Fact]
    public void Name_and_contact_block_leave_no_trace()
    {
        var read = Read(Resume);

        Assert.DoesNotContain(read.Profile.Terms.Select(t => t.Term), t => t is "ruby" or "mason" or "rubi");
        Assert.Equal(Resume.Length, Blanked(Resume).Length);
        Assert.DoesNotContain("7946", Blanked(Resume), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ruby Mason", "Jasper Cook")]
    [InlineData("Ruby Mason", "Wei Baker")]
    public void Another_name_gives_the_same_answer(string name, string other)
    {
        var first = Understander.Read(Read(Resume), MadeUpCatalog.Index, Today);
        var second = Understander.Read(Read(Resume.Replace(name, other, StringComparison.Ordinal)), MadeUpCatalog.Index, Today);

        Assert.Equal(first.Evidence.Terms.OrderBy(t => t.Key), second.Evidence.Terms.OrderBy(t => t.Key));
        Assert.Equal(first.Evidence.Skills, second.Evidence.Skills);
    }

    [Theory]
    [InlineData(1, Seniority.Junior)]
    [InlineData(4, Seniority.Mid)]
    [InlineData(12, Seniority.Senior)]
    public void Years_tell_seniority_where_nothing_else_does(double years, Seniority expected)
    {
        var understood = Understander.Read(new Profile { YearsExperience = years }, MadeUpCatalog.Index, Today);

        Assert.Equal((expected, SeniorityBasis.Years), (understood.Shown.Seniority, understood.Shown.SeniorityBasis));
    }

    [Fact]
    public void What_does_not_resolve_is_listed_not_dropped()
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "Pythn" },
                new ProfileSkill { Text = "frobnication" },
            },
        };

        var shown = Understander.Read(profile, MadeUpCatalog.Index, Today).Shown;

        Assert.Equal(MatchKind.Spelling, Assert.Single(shown.Skills).Resolution.Kind);
        Assert.Equal("frobnication", Assert.Single(shown.Unresolved).Text);
    }

    [Property(MaxTest = 200)]
    public bool No_text_makes_reading_fail(string? text) =>
        Read((text ?? "").Replace("\0", "", StringComparison.Ordinal)).Profile is not null;

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-8", true)]
    [InlineData("latin1", false)]
    public void Text_is_read_in_the_encodings_that_programs_save(string encoding, bool isMarked)
    {
        const string Text = "Skills\nPython, Résumé writing, naïve Bayes";
        var by = Encoding.GetEncoding(encoding);
        var content = ByteString.CopyFrom([.. isMarked ? by.Preamble : [], .. by.GetBytes(Text)]);
        var read = DocumentReader.ReadWithSpans(
            new Document { Content = content },
            MadeUpCatalog.Index.Snapshot,
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.EndsWith(Text, read.Text, StringComparison.Ordinal);
        Assert.Equal(
            encoding switch
            {
                "latin1" => "Windows-1252",
                "utf-8" => "UTF-8",
                _ => "UTF-16",
            },
            read.Reading.Charset
        );
    }

    private static ReadDocument Read(string text) =>
        DocumentReader.ReadWithSpans(new Document { Content = ByteString.CopyFromUtf8(text) }, MadeUpCatalog.Index.Snapshot);

    private static string Blanked(string text) =>
        DocumentText.Anonymize(text, MadeUpCatalog.Index.Snapshot, TestContext.Current.CancellationToken).Text;
}
