using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>What stands listed under a heading over skills and names no skill of the catalog.</summary>
internal static class UnknownSkills
{
    private const int Most = 30;
    private const int MostWords = 4;
    private const int LongestItem = 60;
    private static readonly char[] Separators = [',', ';', '|', '•', '·', '●', '▪', '\t', '\n', '\r', '(', ')', ':'];

    /// <summary>The items, each with skills that are near; one that is misspelt is near too, since nobody was asked.</summary>
    public static IEnumerable<SkillResolution> Read(string text, CatalogSnapshot snapshot)
    {
        var sections = new Sections(text);
        var items = TextLine
            .Of(text)
            .Where(line => sections.At(line.Start) == Section.Skills && !SectionHeadings.IsHeading(line.In(text)))
            .SelectMany(line => text[line.Start..line.End].Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Select(item => item.Trim(' ', '-', '–', '*', '.'))
            .Where(item => item.Length is > 1 and <= LongestItem && char.IsLetter(item[0]));
        return items
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(item => IsUnknown(item, snapshot))
            .Take(Most)
            .Select(item => Near(item, snapshot));
    }

    private static bool IsUnknown(string item, CatalogSnapshot snapshot)
    {
        var tokens = TextAnalysis.Tokenize(item);
        return tokens.Count is > 0 and <= MostWords
            && !tokens.TrueForAll(IsOfTime)
            && !DateSpans.Find(item).Fill(0, item.Length)
            && SectionHeadings.Of(item) is null
            && snapshot.SkillLexicon.Find(tokens).Count == 0;
    }

    /// <summary>"Years" and "last used" head the columns of a table of skills.</summary>
    private static bool IsOfTime(Token token) => token.Text is "last" or "used" || DurationReader.IsUnit(token.Text);

    private static SkillResolution Near(string item, CatalogSnapshot snapshot)
    {
        var near = snapshot.SkillLexicon.Resolve(item);
        if (near.Skill.Length > 0)
        {
            return new SkillResolution { Text = item, Suggestions = { near.Title } };
        }
        return near;
    }
}
