using System.Text;

namespace CareerRecs.Testing.Documents;

/// <summary>Random edits of a document's bytes.</summary>
internal static class ByteDamage
{
    private const int MostEdits = 8;
    private const int LongestEdit = 64;
    private const int MostRepeats = 2_000;

    /// <summary>Pieces of the formats' own syntax, put where they do not belong.</summary>
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<<",
            ">>",
            "[",
            "]",
            "(",
            ")",
            "0 R",
            " 1 0 R ",
            "/Kids",
            "/Length 99999999",
            "/Prev 9",
            "/Size 99999999",
            "startxref\n9\n",
            "0000000009 00000 n \n",
            "stream\n",
            "endobj",
            "q ",
            "BT ",
            "/F Do ",
            "-1",
            "4294967296",
            "NaN",
            "PK\u0003\u0004",
            "<w:p>",
            "</w:p>",
            "<w:tbl>",
            "<!--",
            "<![CDATA[",
            "<!ENTITY e \"e\">",
            "&amp;",
            "&#xD800;",
            "<script>",
            "<svg>",
            "{",
            "}",
            "\"",
            "\\ud800",
            ",",
            "null",
            "\0",
            "\uFFFF",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>The bytes with one to seven edits; the first <paramref name="kept"/> stay.</summary>
    public static byte[] Apply(byte[] whole, Random random, int kept)
    {
        var bytes = new List<byte>(whole);
        for (var edits = random.Next(1, MostEdits); edits > 0 && bytes.Count > kept + 1; edits--)
        {
            Edit(bytes, random, kept);
        }

        return [.. bytes];
    }

    private static void Edit(List<byte> bytes, Random random, int kept)
    {
        var place = random.Next(kept, bytes.Count);
        var length = random.Next(1, Math.Min(LongestEdit, bytes.Count - place) + 1);
        switch (random.Next(5))
        {
            case 0:
                bytes[place] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(place, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(kept, bytes.Count), bytes.GetRange(place, length));
                break;
            case 3:
                var piece = Pieces[random.Next(Pieces.Length)];
                bytes.InsertRange(place, Enumerable.Repeat(piece, random.Next(1, MostRepeats)).SelectMany(b => b).ToArray());
                break;
            default:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
        }
    }
}
