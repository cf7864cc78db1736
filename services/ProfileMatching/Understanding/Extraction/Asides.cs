using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Extraction;

/// <summary>
/// Blanks in a short text what is no evidence of what somebody can do: wishes ("want to be home"), complaints ("sick
/// of nights out", "knees are gone"), home life ("home with my kids for 7 years"), the work of others ("my husband is a plumber")
/// and work that is refused ("not nursing any more"). Blanks keep the length, so places in the text stay.
/// </summary>
internal static partial class Asides
{
    /// <summary>Words up to which a text is somebody's own few sentences.</summary>
    private const int MostWords = 120;

    /// <summary>Words of a clause that only goes on with the list of a wish: "spreadsheets and databases".</summary>
    private const int MostWordsGoingOn = 4;

    /// <summary>The text with its asides blanked; a longer text as it is.</summary>
    public static string Blank(string text)
    {
        if (text.Length > MostWords * 20 || Word().Count(text) > MostWords)
        {
            return text;
        }

        var blanked = text.ToCharArray();
        var isWishOpen = false;
        foreach (Match clause in Clause().Matches(text))
        {
            if (FindAside(clause.Value, isWishOpen, out isWishOpen) is { } from)
            {
                var joined = Joining().Match(text[..(clause.Index + from)]).Length;
                Blank(blanked, clause.Index + from - joined, clause.Index + clause.Length);
            }

            var end = clause.Index + clause.Length;
            isWishOpen &= end < text.Length && text[end] == ',';
        }

        return new string(blanked);
    }

    /// <summary>Where in a clause its aside begins; null if it has none.</summary>
    private static int? FindAside(string clause, bool isWishOpen, out bool opensWish)
    {
        opensWish = false;
        if (Whole().IsMatch(clause))
        {
            return 0;
        }

        if (Wish().Match(clause) is { Success: true } wish)
        {
            opensWish = true;
            return wish.Index;
        }

        opensWish = isWishOpen && Word().Count(clause) <= MostWordsGoingOn && !Statement().IsMatch(clause);
        return opensWish ? 0 : null;
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                text[i] = ' ';
            }
        }
    }

    /// <summary>Words up to punctuation or to a word that turns the sentence.</summary>
    [GeneratedRegex(
        """
            [^.!?;,:\n(\s]
            (?: (?! [.!?;,:\n(] | \s[-–—]\s )
                (?! (?<=\s) (but|though|although|however|because|so|yet|whereas) \s )
                (?! (?<=\s) (and|or) \s+ (i\b|i['’]|am\b|want|looking|hoping|sick|tired|fed\s+up|my\s|maybe|not\s
                  |don['’]?t|would
                    |need\s|now\b|then\b) ) .
                | [.,:](?=\S)
            )*
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Clause();

    /// <summary>Clauses that are asides from their start to their end.</summary>
    [GeneratedRegex(
        """
            # Complaints
            \b(sick|tired|bored)\s+(of|with)\b | \bfed\s+up\b | \bhad\s+enough\b | \bbur(nt|ned)[ -]?out\b | \bi\s+hate\b
            | \blaid\s+off\b | \b(made\s+)?redundan(t|cy)\b | \bgot\s+(sacked|fired)\b | \bunemployed\b
              | \bout\s+of\s+work\b
            | \b(knees?|back|hips?|shoulders?|wrists?|health|legs?|feet|eyes(ight)?|hearing|body|joints)\s+
              (is|are|['’]s|has|have|can['’]?t|can\s?not|won['’]?t|hurts?|aches?|went|gone|goes|giving|gives|gave
                |problems?|trouble
                 |injury|pain)\b
            | \b(my|bad|dodgy|knackered)\s+(knees?|back|hips?|shoulders?|wrists?|health)\b
            # Home life and others
            | \b(at\s+)?home\s+with\b.*\b(kids?|child(ren)?|baby|babies|son|daughter|twins|family|toddlers?)\b
            | \bstay(ed|ing)?[ -]at[ -]home\b | \bhouse(wife|husband)\b | \bhomemaker\b
            | \b(raising|raised|brought\s+up|bringing\s+up|had)\s+(my|our|two|three|four|a|the)?\s*
              (kids?|children|son|daughter|family|baby|twins)\b
            | \b(maternity|paternity|parental)\s+leave\b | \bcareer\s+break\b | \bp\.?t\.?a\b | \btoddler\s+group\b
            | \b(mum|mom|mother|dad|father|parent)\s+(of|to)\s+(\d|one|two|three|four|five)\b | \bi\s+live\b | \bmarried\b
            | ^\s*(and\s+)?(my\s+|our\s+|the\s+)?(husband|wife|partner|boyfriend|girlfriend|brother|sister|dad|father
              |mum|mom|mother|
                 son|daughter|uncle|aunt|cousin|kids|children|family|friend|mate|parents)\s+
              (is|was|are|were|works?|worked|has|have|runs?|ran|owns?|says?)\b
            # Refused
            | \bnot?\b.*\b(any\s?more|any\s+longer|again)\b | \bno\s+longer\s+(want|wish)\b
            | \b(can['’]?t|cannot|don['’]?t|won['’]?t)\b.*\bany\s?more\b
            | \bnever\s+again\b | ^\s*(but\s+)?(definitely\s+|really\s+)?(not|no\s+more)\s+\p{L}+ing\b
              | ^\s*anything\s+but\b
            | \bnot\s+(interested|keen|looking)\b
            | \b(leaving|out)\s+in\s+(january|february|march|april|may|june|july|august|september|october|november
              |december)\b
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Whole();

    /// <summary>Words with which a wish begins. "People who want", "kids looking for" are others.</summary>
    [GeneratedRegex(
        """
            (?<! \b(who|that|they|people|clients?|customers|students|patients|kids|children|families|companies|them
              |those|employers)\s+ )
            ( \bi(?=['’]d\b) | \bi\s+(would|['’]d|d)?\s* | \bi['’]d\s+ | \bi\s+am\s+ | \bi['’]m\s+ | \bam\s+ | \bnow\s+ )?
            ( \b(do\s+not|don['’]?t|does\s?n['’]?t|no\s+longer|never|really|always|just|also|maybe|would|['’]d|not)\s+ )*
            \b(
                want(s|ed|ing)?\s+(to|out|a|an|the|some(thing)?|more|less|better|work|no|it|my|that|not|office|day
                  |part|new)\b | wanna\b
                | want\s+\p{L}+\s*$
                | (would|['’]d)\s+(like|love|prefer|rather)\b(?!\s+to\s+learn)
                | (like|love)\s+to\s+(be|become|get|move|work|do|try|find|have)\b
                | hop(e|es|ing)\s+(to|for|that)\b | look(ing)?\s+(for|to|into|at)\s+(a|an|the|some|any|work|jobs?
                  |something|new|more|better|less|
                    part|full|day|get|move|change|becom|retrain|leave|switch|quieter|remote|go|other)\w*
                | search(ing)?\s+for\b | seeking\b | aim(ing)?\s+(to|for)\b | interested\s+in\b | keen\s+(to|on)\b
                | consider(ing)?\s+(a|becoming|moving|going|changing|retraining|leaving)\b
                | think(ing)?\s+(about|of)\s+(a|an|becoming|moving|going|changing|retraining|leaving|getting|doing
                  |being|trying|maybe)\b
                | fancy\b | dream(ing|t|ed)?\s+of\b | wish(ing)?\s+(to|for|i)\b | prefer(ably)?\b
                  | plan(ning)?\s+to\b | willing\s+to\b
                | ready\s+(for|to)\b | open\s+to\b | need\s+(a|an|something|to\s+(find|get|earn|change))\b
                | (maybe|perhaps|possibly|ideally)\s+(a|an|as|something|some|in|with|work|go|do|to|get|be|move
                  |retrain|office|\p{L}+ing)\b
                | (something|anything|a\s+job|jobs?)\s+(with|in|less|more|else|indoors|outdoors|outside|inside
                  |different|new|quieter|near|that)\b
                | (get|move|go|switch|change|retrain)\s+(in)?to\s+
            )
            | \b(don['’]?t|do\s+not|dont|no\s+longer)\s+(want|wish|like|fancy)\b
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Wish();

    /// <summary>Words with which a clause says something of the person, also behind a wish.</summary>
    [GeneratedRegex(
        """
            ^\s*(and\s+)?( i\b | i['’] | good | great | strong | skilled | experienced | can | have | has | got
              | did | ran | was | am
                | been | worked | used | know | know(s|ing)\b | with | by\s+trade | currently | now | then | before
                  | previously | qualified
                | managed | led | trained | \p{L}+ed\b ) | [0-9] | \b(years?|by\s+trade)\b
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Statement();

    /// <summary>A word that joins what follows to the clause before.</summary>
    [GeneratedRegex(
        @"\b(and|or|but|so|yet|because|though|although)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Joining();

    [GeneratedRegex(@"[\p{L}\d'’]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
