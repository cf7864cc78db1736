using System.Text.RegularExpressions;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Education;

/// <summary>Reads education out of a text.</summary>
internal static partial class FactReader
{
    private const int FieldReach = 120;
    private const int MostDegrees = 20;
    private const int MostMentions = 200;

    /// <summary>What belongs to the name of a degree behind its first word: "of Science".</summary>
    private const string OfDegree = """
        [.'’]? s? (?i: [ ]? (of|in) )?
        (?i: [ ] (
            Applied[ ]Science | Science | Fine[ ]Arts | Arts | Engineering | Business[ ]Administration | Business
          | Technology | Education | Philosophy | Commerce | Laws | Law
        ) (?![ ]and) )?
        """;

    /// <summary>Degrees of German, French, Spanish, Dutch and Portuguese schools.</summary>
    private const string OfOthers = """
        (?<phd>
            (promotion[ ]zum[ ]dr | doktor[ ]der | dr\.-ing)                                 # German
          | (doctorat | doctorado | doutoramento | doutorado | doctoraat) \b                 # French to Dutch
        )
        | (?<ma>
            diplom-(?=\p{L}) | diplom(?=[ ]in\b|[ ]\(univ) | (magister | staatsexamen) \b    # German
          | (máster | mestrado | mastère) \b | diplôme[ ]d['’]ingénieur                      # Spanish to French
        )
        | (?<ba>
            licence(?=[ ](en|de|professionnelle)\b)                                          # French
          | licenciatura\b | grado(?=[ ]en\b) | bacharelado\b                                # Spanish, Portuguese
          | hbo(?=[- ]bachelor|[- ]opleiding)                                                # Dutch
        )
        | (?<aa> (bts | dut | técnico[ ]superior) \b )
        | (?<hs>
            (abitur | fachabitur | baccalauréat | bachillerato | ensino[ ]secundário) \b
          | vwo-diploma | havo-diploma                                                       # Dutch
        )
        """;

    /// <summary>The degrees that the text names, highest first, each with its field where the line goes on with one.</summary>
    public static List<HeldEducation> Education(string text)
    {
        var found = new List<HeldEducation>();
        foreach (var match in Mentions(text))
        {
            var held = new HeldEducation
            {
                Level = LevelOf(match),
                Field = FieldAt(text, match.Index + match.Length).Value.Trim(),
            };
            // "MBA" once with its field and once without is one degree.
            if (
                found.Exists(f =>
                    f.Level == held.Level
                    && (held.Field.Length == 0 || f.Field.Equals(held.Field, StringComparison.OrdinalIgnoreCase))
                )
            )
            {
                continue;
            }
            found.RemoveAll(f => f.Level == held.Level && f.Field.Length == 0);
            found.Add(held);
            if (found.Count == MostDegrees)
            {
                break;
            }
        }

        return [.. found.OrderByDescending(f => f.Level)];
    }

    /// <summary>Where a line names a degree; -1 if it names none.</summary>
    public static int IndexOfDegree(ReadOnlySpan<char> line)
    {
        foreach (var match in Degree().EnumerateMatches(line))
        {
            return match.Index;
        }
        return -1;
    }

    /// <summary>Whether a line is about studies: a degree, a school, a grade.</summary>
    public static bool IsOfStudies(ReadOnlySpan<char> line) => Degree().IsMatch(line) || Studies().IsMatch(line);

    /// <summary>
    /// Where names of degrees stand ("Bachelor of Science") and their fields ("Computer Science"): the "Science" in them is no
    /// skill, a field as a whole may be one.
    /// </summary>
    public static (IReadOnlyList<TextLine> Degrees, IReadOnlyList<TextLine> Fields) FindDegrees(string text)
    {
        var (degrees, fields) = (new List<TextLine>(), new List<TextLine>());
        foreach (var mention in Mentions(text))
        {
            degrees.Add(WithEnd(text, mention));
            if (FieldAt(text, mention.Index + mention.Length) is { Success: true } field)
            {
                fields.Add(new TextLine(field.Index, field.Index + field.Length));
            }
        }

        return (degrees, fields);
    }

    /// <summary>The first degrees that the text names. Looks no further than the last of them.</summary>
    private static IEnumerable<Match> Mentions(string text)
    {
        var match = Degree().Match(text);
        for (var count = 0; match.Success && count < MostMentions; count++)
        {
            yield return match;
            match = match.NextMatch();
        }
    }

    private static TextLine WithEnd(string text, Match degree)
    {
        var end = DegreeEnd().Match(text, degree.Index + degree.Length);
        return new TextLine(degree.Index, end.Success ? end.Index + end.Length : degree.Index + degree.Length);
    }

    private static EducationLevel LevelOf(Match match) =>
        match switch
        {
            _ when match.Groups["phd"].Success => EducationLevel.Doctorate,
            _ when match.Groups["ma"].Success => EducationLevel.Master,
            _ when match.Groups["ba"].Success => EducationLevel.Bachelor,
            _ when match.Groups["aa"].Success => EducationLevel.Associate,
            _ => EducationLevel.HighSchool,
        };

    /// <summary>
    /// "Statistics" of "Master of Science in Statistics, 2020" and of "M.S. : Statistics"; no success where none is told.
    /// </summary>
    private static Group FieldAt(string text, int degreeEnd) =>
        Field().Match(text, degreeEnd, Math.Min(FieldReach, text.Length - degreeEnd)).Groups["field"];

    /// <summary>
    /// Capitalized words behind " in ", a colon or a comma; "of Science" and the like are of the degree itself.
    /// </summary>
    [GeneratedRegex(
        $$"""
            \G {{OfDegree}}
            \.? ([ ][Dd]egree)?
            ([ ] \( [A-Za-z. ]{1,8} \))?                                                     # (Hons.)
            (\s? [:,–-] \s? | (?i: [ ] (in|em|en|de|van) [ ]) | [ ])
            (?<field> \p{L} [\p{L}&]{2,20} ([ ] (and | of | & | \p{Lu}\p{L}{1,20})){0,4})    # History of Art and Design
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Field();

    [GeneratedRegex(
        @"\G" + OfDegree,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DegreeEnd();

    [GeneratedRegex(
        $$"""
            \b (
                (?<phd> ph\.?\s?d | doctorate | doctor[ ]of | juris[ ]doctor )
              | (?<ma>
                    master('?s)?\b (?= [ ]of | [ ]in | [ ]degree | \s*: | 's )                    # not "master the craft"
                  | m\.?b\.?a\b | m\.?sc\b | m\.?s\.?[ ]in
                )
              | (?<ba> bachelor('?s)? | b\.?sc\b | b\.?s\.?\s?(in|,|:) | b\.?a\.?\s?(in|,|:) )    # "B.S. in", "BA, "
              | (?<aa> associate('?s)?[ ](of|in|degree) | a\.?a\.?s\.?\b )
              | (?<hs> high[ ]school[ ]diploma | g\.?e\.?d\b )
              | {{OfOthers}}
            )
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Degree();

    [GeneratedRegex(
        """
            \b (
                universit | college | school | institute[ ]of | academy | polytechni | faculty | facult    # places of study
              | hochschule | gymnasium | école | escuela
              | diploma | diplom\b | degree | bachelor | master[ ]of | undergraduate | postgraduate        # what they award
              | abitur | baccalaur | licenciatura | licence | grado[ ]en | máster
              | gpa\b | thesis | coursework
              | [bm]\.?\s? (a|s|sc|eng|tech|com|ed|phil|e|ba)\b \.? (?=[ ,(:])                             # B.Eng., MPhil
            )
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Studies();
}
