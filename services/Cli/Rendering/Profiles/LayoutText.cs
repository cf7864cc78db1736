using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.Cli.Rendering.Profiles;

/// <summary>The lines of a document in the order of reading, each with what it is; an empty line where a part ends.</summary>
public static class LayoutText
{
    private const int Label = 9;

    /// <summary>Adds the lines to the page.</summary>
    public static void Render(Page page, string text)
    {
        foreach (var line in DocumentLayout.ReadLines(text))
        {
            if (line.IsApart)
            {
                page.Line();
            }

            var kind = line.Kind.ToString().ToLowerInvariant();
            page.Line(kind.PadRight(Label) + line.Text.Replace("\t", " | ", StringComparison.Ordinal));
        }
    }
}
