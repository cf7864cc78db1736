using System.Globalization;
using System.Text;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Letters of a text in the form in which names are written: what Unicode keeps only for older encodings and for looks
/// (ligatures, wide and mathematical letters, no-break spaces and hyphens) as the letters, spaces and hyphens it stands for;
/// accents in one sign with their letter; signs that nobody sees (soft hyphens, joiners, marks of direction) left out. Raised
/// signs stay: "²" is a note or a unit.
/// </summary>
public static class LetterForms
{
    private const char Bullet = '•';

    /// <summary>
    /// The text in plain letters; the same string if it has no others. One sign stays one sign unless it stands for several.
    /// </summary>
    public static string Normalize(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(plain, rune);
        }

        return plain.ToString();
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        switch (rune.Value)
        {
            case < 0x80:
                plain.Append((char)rune.Value);
                break;
            case '\u2010' or '\u2011' or '\u2212' or '\uFE63':
                plain.Append('-');
                break;
            case >= 0xE000 and <= 0xF8FF:
                AppendPrivate(plain, rune.Value);
                break;
            default:
                AppendByCategory(plain, rune);
                break;
        }
    }

    private static void AppendByCategory(StringBuilder plain, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.SpaceSeparator:
                plain.Append(' ');
                break;
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                plain.Append('\n');
                break;
            case UnicodeCategory.NonSpacingMark
                when plain.Length > 0 && CompatibilityLetters.Compose(plain[^1], rune) is { } letter:
                plain[^1] = letter;
                break;
            default:
                plain.Append(CompatibilityLetters.Find(rune) ?? rune.ToString());
                break;
        }
    }

    /// <summary>
    /// Signs that each font may give a meaning of its own: letters of older fonts, otherwise bullets and pictures.
    /// </summary>
    private static void AppendPrivate(StringBuilder plain, int sign) =>
        _ = sign switch
        {
            0xF001 => plain.Append("fi"),
            0xF002 => plain.Append("fl"),
            >= 0xF730 and <= 0xF739 => plain.Append((char)(sign - 0xF730 + '0')),
            >= 0xF761 and <= 0xF77A => plain.Append((char)(sign - 0xF761 + 'A')),
            _ => plain.Append(Bullet),
        };
}
