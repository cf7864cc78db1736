using System.Collections.Frozen;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Names;

/// <summary>Text with identifying details blanked, and its tokens.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its words.</param>
/// <param name="IsNameBlanked">Whether a name was found, and blanked.</param>
/// <param name="IsContactBlanked">Whether contact details were found, and blanked.</param>
internal readonly record struct AnonymousText(
    string Text,
    IReadOnlyList<Token> Tokens,
    bool IsNameBlanked,
    bool IsContactBlanked
);

/// <summary>
/// Blanks in a text what tells who the person is, so that nothing of it can count: contact details, the contact block, names,
/// pronouns. What the contract promises of it stands at its message <c>Document</c>. Blanks keep the length, so places in the
/// text stay.
/// </summary>
internal static class DocumentText
{
    private static readonly FrozenSet<string> Pronouns = FrozenSet.ToFrozenSet(
        [
            "he",
            "him",
            "his",
            "himself",
            "she",
            "her",
            "hers",
            "herself",
            "they",
            "them",
            "their",
            "theirs",
            "themself",
            "themselves",
        ],
        StringComparer.Ordinal
    );

    /// <summary>The text without all that, of the same length.</summary>
    public static AnonymousText Anonymize(string text, CatalogSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        var blanked = text.ToCharArray();
        var (isNameBlanked, isContactBlanked) = (false, false);
        foreach (var detail in ContactDetails.Find(text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Blank(blanked, detail);
            var isName = ContactDetails.StatesName(text.AsSpan()[detail]);
            isNameBlanked |= isName;
            isContactBlanked |= !isName;
        }

        var catalog = new CatalogNames(snapshot);
        var head = ContactBlock.InHead(text, blanked, catalog);
        foreach (var line in head.Concat(ContactBlock.UnderHeading(text, catalog)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Blank(blanked, line.Start..line.End);
        }

        foreach (var name in PersonNames.Find(text, head, catalog))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Blank(blanked, name);
            isNameBlanked = true;
        }

        var tokens = TextAnalysis.Tokenize(blanked);
        tokens.RemoveAll(token =>
        {
            if (!IsPronoun(blanked, token))
            {
                return false;
            }
            Blank(blanked, token.Start..token.End);
            return true;
        });
        return new AnonymousText(new string(blanked), tokens, isNameBlanked, isContactBlanked);
    }

    /// <summary>In capitals ("HIS") it may be an abbreviation, but not beside a slash ("SHE/HER").</summary>
    private static bool IsPronoun(char[] text, Token token)
    {
        if (token.Text.Length > 10 || !Pronouns.Contains(token.Text))
        {
            return false;
        }
        return !char.IsUpper(text[token.Start + 1])
            || (token.Start > 0 && text[token.Start - 1] == '/')
            || (token.End < text.Length && text[token.End] == '/');
    }

    private static void Blank(char[] text, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        for (var i = start; i < start + length; i++)
        {
            if (text[i] != '\n')
            {
                text[i] = ' ';
            }
        }
    }
}
