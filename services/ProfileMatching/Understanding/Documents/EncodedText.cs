using System.Text;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// Text of whatever encoding people's programs save: UTF-8, UTF-16 with its mark or as every other byte shows, and the Windows
/// code page of western Europe for what is none of them.
/// </summary>
internal static class EncodedText
{
    private const int LongestStart = 64;

    /// <summary>A character takes three bytes at most; one of four is two UTF-16 units.</summary>
    private const int MostBytes = 3 * Bounds.Characters;
    private const int LeastUnits = 4;
    private const double MostControls = 0.02;
    private const string WindowsName = "Windows-1252";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, of the length of the document in characters, and the name of its encoding.</summary>
    public static (string Text, string Charset) Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            throw UnreadableDocumentException.TooLong();
        }

        var (text, charset) = Decode(content);
        // Pictures and programs are read as letters of Windows too, but have NULs or all kinds of controls.
        if (
            text.Contains('\0', StringComparison.Ordinal)
            || (charset == WindowsName && text.Count(IsControl) > MostControls * text.Length)
        )
        {
            throw new UnreadableDocumentException("is not text; send text in UTF-8, or PDF, DOCX, HTML or JSON Resume");
        }

        // A byte order mark before a name would hide it. A blank in its place keeps the length.
        return (text.Replace('\uFEFF', ' '), charset);
    }

    /// <summary>The first letters, without blanks before them.</summary>
    public static string Start(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, LongestStart)];
        var text = Utf16(start) is { } encoding
            ? encoding.GetString(start)
            : Encoding.Latin1.GetString(
                start.StartsWith(Encoding.UTF8.Preamble) ? start[Encoding.UTF8.Preamble.Length..] : start
            );
        return text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }

    private static (string Text, string Charset) Decode(ReadOnlySpan<byte> content)
    {
        if (Utf16(content) is { } wide)
        {
            return (wide.GetString(content), "UTF-16");
        }

        try
        {
            return (Utf8.GetString(content), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (Windows.GetString(content), WindowsName);
        }
    }

    /// <summary>UTF-16 in the order of bytes that the mark says, or that the NULs beside western letters say.</summary>
    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new UnicodeEncoding(bigEndian: content[0] == 0xFE, byteOrderMark: false);
        }

        var (even, odd) = (0, 0);
        var start = content[..Math.Min(content.Length, LongestStart)];
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return Math.Max(even, odd) >= Math.Max(LeastUnits, start.Length / 3) && Math.Min(even, odd) == 0
            ? new UnicodeEncoding(bigEndian: even > 0, byteOrderMark: false)
            : null;
    }

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085');
}
