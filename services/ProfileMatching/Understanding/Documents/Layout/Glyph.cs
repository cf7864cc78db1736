namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>A letter of a page that is turned so that its lines run from left to right; in points, upwards.</summary>
/// <param name="Text">The letter, or several where the font draws them as one.</param>
/// <param name="Left">Start of its advance.</param>
/// <param name="Right">End of its advance.</param>
/// <param name="Base">Height of its baseline.</param>
/// <param name="Size">Size of its font.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Base, double Size)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
