namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>Words of a page that stand on one baseline without a wide gap between them.</summary>
/// <param name="Text">The words, with single spaces.</param>
/// <param name="Left">Where they start.</param>
/// <param name="Right">Where they end.</param>
/// <param name="Base">Height of their baseline.</param>
/// <param name="Size">Size of their font.</param>
/// <param name="WordsLeft">Where the words start behind the mark of a list item; <paramref name="Left"/> if there is
/// none.</param>
internal sealed record TextRun(string Text, double Left, double Right, double Base, double Size, double WordsLeft)
{
    /// <summary>Height of letters without an ascender or descender, as a share of their size.</summary>
    private const double Body = 0.7;

    private const double LeastOverlap = 0.5;

    public double Top => Base + (Body * Size);

    public bool IsItem => Text.StartsWith(LineMarks.Item, StringComparison.Ordinal);

    /// <summary>Whether this is the mark of a list item and no words.</summary>
    public bool IsBullet => LineMarks.IsBullet(Text);

    /// <summary>Whether a reader sees both on one line, though their sizes differ.</summary>
    public bool SharesLine(TextRun other) =>
        Math.Min(Top, other.Top) - Math.Max(Base, other.Base) >= LeastOverlap * Body * Math.Min(Size, other.Size);
}
