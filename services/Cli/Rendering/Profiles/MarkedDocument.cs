using System.Text;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering.Profiles;

/// <summary>A document's text with marks around what was read of it, so that a person sees what was missed.</summary>
public static class MarkedDocument
{
    private const int MostLines = 400;

    private readonly record struct Mark(int Start, int End, char Open, char Close);

    /// <summary>Adds the document to the page.</summary>
    public static void Render(Page page, ExtractSkillsResponse response)
    {
        if (response.Text.Length == 0)
        {
            return;
        }

        page.Heading("Document: [skills], {titles}, <not read>");
        var lines = Insert(response.Text, Marks(response.Understanding ?? new Understanding())).Split('\n');
        foreach (var line in lines.Take(MostLines))
        {
            page.Line($"  {line.TrimEnd().Replace("\t", "  ", StringComparison.Ordinal)}".TrimEnd());
        }

        if (lines.Length > MostLines)
        {
            page.Line($"  and {Words.Count(lines.Length - MostLines, "more line", "more lines")}");
        }
    }

    private static IEnumerable<Mark> Marks(Understanding understood) =>
        understood
            .Jobs.Where(job => job.HasStart)
            .Select(job => new Mark(job.Start, job.End, '{', '}'))
            .Concat(understood.Unread.Where(part => part.HasStart).Select(part => new Mark(part.Start, part.End, '<', '>')))
            .Concat(
                understood
                    .Skills.Where(skill => skill.HasStart && skill.Source != SkillSource.Inferred)
                    .Select(skill => new Mark(skill.Start, skill.End, '[', ']'))
            );

    /// <summary>The text with its marks; of two that overlap the first counts.</summary>
    private static string Insert(string text, IEnumerable<Mark> marks)
    {
        var marked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var mark in marks.OrderBy(mark => mark.Start).Where(mark => mark.End <= text.Length))
        {
            if (mark.Start < at)
            {
                continue;
            }

            marked
                .Append(text, at, mark.Start - at)
                .Append(mark.Open)
                .Append(text, mark.Start, mark.End - mark.Start)
                .Append(mark.Close);
            at = mark.End;
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }
}
