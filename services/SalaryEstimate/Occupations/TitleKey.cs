using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Occupations;

/// <summary>Titles in the form in which they are compared: lower case words in the singular, without punctuation.</summary>
public static class TitleKey
{
    /// <summary>Characters that a key never exceeds; the rest of a longer title is not read.</summary>
    public const int MaxLength = 300;

    /// <summary>The key as a string.</summary>
    public static string Of(string title)
    {
        Span<char> key = stackalloc char[MaxLength];
        return new string(key[..Write(title, key, false, out _)]);
    }

    /// <summary>The key without words that state a seniority, as a string.</summary>
    public static string WithoutSeniority(string title)
    {
        Span<char> key = stackalloc char[MaxLength];
        return new string(key[..Write(title, key, true, out _)]);
    }

    /// <summary>Writes the key and returns its length.</summary>
    /// <param name="title">The title.</param>
    /// <param name="key">Takes the key; at least <see cref="MaxLength"/> characters.</param>
    /// <param name="withoutSeniority">Leaves out words that state a seniority.</param>
    /// <param name="stated">The seniority that the title states.</param>
    public static int Write(ReadOnlySpan<char> title, Span<char> key, bool withoutSeniority, out Seniority stated)
    {
        stated = Seniority.Unspecified;
        if (title.Length > MaxLength)
        {
            title = title[..MaxLength];
        }
        var length = 0;
        for (var i = 0; i < title.Length; )
        {
            while (i < title.Length && !IsWord(title[i]))
            {
                i++;
            }
            var start = length;
            if (start > 0 && i < title.Length)
            {
                key[length++] = ' ';
            }
            var word = length;
            while (i < title.Length && IsWord(title[i]))
            {
                key[length++] = char.ToLowerInvariant(title[i++]);
            }
            if (word == length)
            {
                break;
            }
            var seniority = SeniorityOf(key[word..length]);
            if (seniority != Seniority.Unspecified)
            {
                stated = seniority > stated ? seniority : stated;
                if (withoutSeniority)
                {
                    length = start;
                }
                continue;
            }

            // "analysts" and "analyst" are one word; "business" and "class" keep their s.
            if (length - word > 3 && key[length - 1] == 's' && key[length - 2] is not 's' and not 'i' and not 'u')
            {
                length--;
            }
        }

        return length;
    }

    private static Seniority SeniorityOf(ReadOnlySpan<char> word) =>
        word switch
        {
            "intern" or "trainee" or "apprentice" => Seniority.Intern,
            "junior" or "jr" or "entry" or "graduate" => Seniority.Junior,
            "mid" => Seniority.Mid,
            "senior" or "sr" => Seniority.Senior,
            "lead" or "staff" => Seniority.Lead,
            "principal" => Seniority.Principal,
            "distinguished" or "head" or "vp" => Seniority.Executive,
            _ => Seniority.Unspecified,
        };

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '+' or '#';
}
