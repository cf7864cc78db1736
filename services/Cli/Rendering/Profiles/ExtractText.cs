using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.Collections;

namespace CareerRecs.Cli.Rendering.Profiles;

/// <summary>
/// What a document was read as: skills by how sure they are, jobs, education, certifications, what was not understood.
/// </summary>
public static class ExtractText
{
    private const double Sure = 0.9;
    private const double Likely = 0.8;
    private const int MostUnknown = 12;
    private const string Utf8 = "UTF-8";

    /// <summary>The page.</summary>
    public static void Render(Page page, ExtractSkillsResponse response)
    {
        var understood = response.Understanding ?? new Understanding();
        if (Experience(understood) is { Length: > 0 } experience)
        {
            page.Wrap(UnderstandingText.Labelled("Experience"), experience);
        }

        var read = understood.Skills.Where(s => s.Source != SkillSource.Inferred).ToList();
        Skills(page, "Skills", read.Where(s => s.Resolution.Confidence >= Sure), response.Text);
        Skills(page, "Skills, likely", read.Where(s => s.Resolution.Confidence is >= Likely and < Sure), response.Text);
        Skills(page, "Skills, less sure", read.Where(s => s.Resolution.Confidence < Likely), response.Text);
        Skills(page, "Skills, inferred", understood.Skills.Where(s => s.Source == SkillSource.Inferred), response.Text);
        if (understood.Jobs.Count > 0)
        {
            page.Heading("Jobs").Table(understood.Jobs.Select(Job), "  ");
        }

        if (understood.Education.Count > 0)
        {
            page.Heading("Education").Table(understood.Education.Select(e => new[] { Education(e) }), "  ");
        }

        if (understood.Certifications.Count > 0)
        {
            page.Heading("Certifications").Table(understood.Certifications.Select(c => new[] { c }), "  ");
        }

        if (understood.Unread.Count > 0)
        {
            Unread(page, understood.Unread);
        }

        if (understood.Unresolved.Count > 0)
        {
            Unknown(page, understood.Unresolved);
        }

        if (read.Count == 0 && understood.Jobs.Count == 0)
        {
            page.Line("Nothing in it that this catalog knows as a skill or a title.");
        }

        page.Line()
            .Line(
                $"Read by {Words.Catalog(response.Versions ?? new AnswerVersions())}; "
                    + $"{LeftOut(response.Reading ?? new ReadingNotes())}."
            );
        Notes(page, response.Reading ?? new ReadingNotes(), understood.Unread);
    }

    /// <summary>What was blanked, and never what was not found.</summary>
    private static string LeftOut(ReadingNotes reading) =>
        (reading.NameBlanked, reading.ContactBlanked) switch
        {
            (true, true) => "name and contact details were left out",
            (true, false) => "the name was left out, contact details were not found",
            (false, true) => "contact details were left out, a name was not found",
            (false, false) => "a name or contact details were not found",
        };

    private static void Notes(Page page, ReadingNotes reading, RepeatedField<UnreadText> listed)
    {
        if (reading.Charset is not ("" or Utf8))
        {
            page.Line($"The text was read as {reading.Charset}.");
        }

        // An older server lists them here alone.
        var others = reading.Unread.Except(listed.Select(one => one.Text)).ToList();
        if (others.Count > 0)
        {
            page.Wrap("Not read: ", string.Join(", ", others));
        }
    }

    private static void Skills(Page page, string heading, IEnumerable<UnderstoodSkill> skills, string text)
    {
        var rows = skills.OrderByDescending(s => s.Resolution.Confidence).Select(s => Skill(s, text)).ToList();
        if (rows.Count > 0)
        {
            page.Heading($"{heading} ({rows.Count.ToString(CultureInfo.InvariantCulture)})").Table(rows, "  ", 2, 3);
        }
    }

    private static string[] Skill(UnderstoodSkill s, string text) =>
        [
            s.Resolution.Title,
            Quoted(s, text),
            s.HasYears ? Words.Years(s.Years) : "",
            s.LastUsedYear > 0 ? $"last {s.LastUsedYear.ToString(CultureInfo.InvariantCulture)}" : "",
        ];

    /// <summary>The words it was read from, where they are others than its title.</summary>
    private static string Quoted(UnderstoodSkill s, string text)
    {
        var words = s.HasStart && s.End <= text.Length ? text[s.Start..s.End].ReplaceLineEndings(" ") : s.Resolution.Text;
        return words.Length == 0 || string.Equals(words, s.Resolution.Title, StringComparison.OrdinalIgnoreCase)
            ? ""
            : $"\"{words}\"";
    }

    private static string[] Job(UnderstoodJob j) =>
        [j.Title, Dates(j.Held), j.Role.Length > 0 ? Words.Id(j.Role) : "not in this catalog"];

    private static string Dates(HeldJob? held) =>
        held switch
        {
            { Start: not null } => $"{MoneyText.MonthOf(held.Start)} – "
                + $"{(held.Current ? "now" : held.End is null ? "?" : MoneyText.MonthOf(held.End))}",
            { End: not null } => $"until {MoneyText.MonthOf(held.End)}",
            _ => "",
        };

    private static string Education(HeldEducation e) =>
        string.Join(" in ", new[] { Level(e.Level), e.Field }.Where(x => x.Length > 0));

    private static string Level(EducationLevel level) =>
        level switch
        {
            EducationLevel.Unspecified => "",
            EducationLevel.HighSchool => "High school",
            _ => level.ToString(),
        };

    private static string Experience(Understanding understood)
    {
        var years = understood.HasYearsExperience ? Words.Years(understood.YearsExperience) : "";
        var level = understood.Seniority == Seniority.Unspecified ? "" : Words.Level(understood.Seniority);
        return string.Join(" · ", new[] { years, level }.Where(x => x.Length > 0));
    }

    private static void Unread(Page page, RepeatedField<UnreadText> unread)
    {
        page.Heading("Not read");
        foreach (var one in unread)
        {
            page.Wrap(
                "  ",
                one.Reason switch
                {
                    UnreadReason.Month => $"\"{one.Text}\": only the year was used; write the month, as in 06/2019",
                    UnreadReason.NoTitle => $"\"{one.Text}\": no title of this catalog beside it, so it counts in no job",
                    UnreadReason.Hidden => one.Text,
                    UnreadReason.Value => $"{one.Text}: not part of a JSON Resume",
                    UnreadReason.Language => $"{one.Text}: only dates and headings in German, French, "
                        + $"Spanish, Dutch and Portuguese are read beside English",
                    _ => $"\"{one.Text}\": no start and end that can be read; write them as 06/2019 - 05/2021",
                }
            );
        }
    }

    private static void Unknown(Page page, RepeatedField<SkillResolution> unknown)
    {
        page.Heading("No skill of this catalog");
        foreach (var one in unknown.Take(MostUnknown))
        {
            page.Wrap(
                "  ",
                one.Suggestions.Count > 0 ? $"\"{one.Text}\": near {Words.List([.. one.Suggestions], "or")}" : $"\"{one.Text}\""
            );
        }

        if (unknown.Count > MostUnknown)
        {
            page.Line($"  and {Words.Count(unknown.Count - MostUnknown, "more", "more")}");
        }
    }
}
