using System.Collections.Frozen;
using System.Text;

namespace CareerRecs.Vocabulary;

/// <summary>
/// The part of Unicode's normalization (NFKC) that names of people and tools need, by tables of our own: hosts run without the
/// data of cultures, and there the runtime normalizes nothing.
/// </summary>
internal static class CompatibilityLetters
{
    private const int LettersOfAlphabet = 52;

    private static readonly FrozenDictionary<int, string> Letters = new (int First, string[] Plain)[]
    {
        (0xFB00, ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]),
        (0x0132, ["IJ", "ij"]),
        (0x017F, ["s"]),
        (0x01C7, ["LJ", "Lj", "lj", "NJ", "Nj", "nj"]),
        (0x01F1, ["DZ", "Dz", "dz"]),
        // Letters that the mathematical alphabets lack, as older standards have them.
        (0x2102, ["C"]),
        (0x210A, ["g", "H", "H", "H", "h"]),
        (0x2110, ["I", "I", "L", "l"]),
        (0x2115, ["N"]),
        (0x2119, ["P", "Q", "R", "R", "R"]),
        (0x2124, ["Z"]),
        (0x2128, ["Z"]),
        (0x212A, ["K", "Å", "B", "C"]),
        (0x212F, ["e", "E", "F"]),
        (0x2133, ["M", "o"]),
        (0x2145, ["D", "d", "e", "i", "j"]),
        (0x2160, ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"]),
        (0x2170, ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "l", "c", "d", "m"]),
    }
        .SelectMany(range => range.Plain.Select((plain, i) => (Sign: range.First + i, plain)))
        .ToFrozenDictionary(letter => letter.Sign, letter => letter.plain);

    /// <summary>Letters by the mark that is set over or under them, each before the letter with the mark.</summary>
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Marked = new (char Mark, string Pairs)[]
    {
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹWẀwẁYỲyỳ"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzź"),
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"),
        ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽEẼeẽYỸyỹ"),
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuū"),
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzż"),
        ('\u0308', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ"),
        ('\u0309', "AẢaảEẺeẻIỈiỉOỎoỏUỦuủYỶyỷ"),
        ('\u030A', "AÅaåUŮuů"),
        ('\u030B', "OŐoőUŰuű"),
        ('\u030C', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧKǨkǩ"),
        ('\u0323', "AẠaạEẸeẹIỊiịOỌoọUỤuụYỴyỵDḌdḍHḤhḥSṢsṣTṬtṭ"),
        ('\u0326', "SȘsșTȚtț"),
        ('\u0327', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"),
        ('\u0328', "AĄaąEĘeęIĮiįUŲuų"),
        ('\u031B', "OƠoơUƯuư"),
    }
        .SelectMany(mark => mark.Pairs.Chunk(2).Select(pair => (Key: (pair[0], mark.Mark), Letter: pair[1])))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Letter);

    /// <summary>The letters or digits that a sign stands for; null if it stands for itself.</summary>
    public static string? Find(Rune sign) =>
        sign.Value switch
        {
            // Wide signs of ASCII.
            >= 0xFF01 and <= 0xFF5E => ((char)(sign.Value - 0xFEE0)).ToString(),
            // Bold, italic, script and other mathematical alphabets, and their digits.
            >= 0x1D400 and < 0x1D6A4 => Letter((sign.Value - 0x1D400) % LettersOfAlphabet).ToString(),
            >= 0x1D7CE and < 0x1D800 => ((char)('0' + ((sign.Value - 0x1D7CE) % 10))).ToString(),
            _ => Letters.GetValueOrDefault(sign.Value),
        };

    /// <summary>A letter with a mark as one sign; null if there is none.</summary>
    public static char? Compose(char letter, Rune mark) =>
        mark.IsBmp && Marked.TryGetValue((letter, (char)mark.Value), out var composed) ? composed : null;

    private static char Letter(int i) => (char)(i < LettersOfAlphabet / 2 ? 'A' + i : 'a' + i - (LettersOfAlphabet / 2));
}
