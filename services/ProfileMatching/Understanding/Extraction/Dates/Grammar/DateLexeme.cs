namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>What a piece of a line is.</summary>
internal enum LexemeKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>One character of punctuation.</summary>
    Mark,
}

/// <summary>What stands between a piece and the piece before it.</summary>
internal enum Gap
{
    None,
    Blank,

    /// <summary>Several blanks, which may set a column off.</summary>
    Wide,

    /// <summary>A tab: the end of a cell.</summary>
    Tab,
}

/// <summary>A word, a number or a mark of a line, as the date grammar reads it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">A word in lower case without accents, the digits of a number, or a mark in its plainest form ("-" for every
/// dash).</param>
/// <param name="Value">A number of up to eight digits, otherwise -1.</param>
/// <param name="Start">Position of its first character in the text.</param>
/// <param name="End">Position behind its last character.</param>
/// <param name="Before">What stands before it.</param>
internal readonly record struct DateLexeme(LexemeKind Kind, string Key, int Value, int Start, int End, Gap Before)
{
    /// <summary>Number of its characters.</summary>
    public int Length => End - Start;

    /// <summary>Whether it is a number of so many digits, without letters or a decimal point before it.</summary>
    public bool IsNumber(int digits) => Kind == LexemeKind.Number && Length == digits;

    /// <summary>Whether it is this mark.</summary>
    public bool IsMark(char mark) => Kind == LexemeKind.Mark && Key[0] == mark;
}
