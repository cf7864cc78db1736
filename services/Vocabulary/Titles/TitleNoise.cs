using System.Collections.Frozen;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Words in a title that say nothing of the job: the contract, the state it is in, the legal form of the employer.
/// </summary>
internal static class TitleNoise
{
    private static readonly FrozenSet<string> Contract = new[]
    {
        "remote",
        "hybrid",
        "onsite",
        "contract",
        "contractor",
        "temporary",
        "temp",
        "permanent",
        "part-time",
        "full-time",
        "fulltime",
        "parttime",
        "freelance",
        "urgent",
        "urgently",
        "vacancy",
        "vacancies",
        "needed",
        "wanted",
        "hiring",
        "speaking",
        "salary",
        "experienced",
        "the",
        "a",
        "an",
        "m/f/d",
        "m/w/d",
        "cum",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LegalForms = new[]
    {
        "ag",
        "bv",
        "co",
        "corp",
        "gmbh",
        "inc",
        "llc",
        "llp",
        "ltd",
        "plc",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> States = (
        "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo "
        + "mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word of a title says nothing of the job where it stands.</summary>
    /// <param name="text">The title.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="index">Index of the word.</param>
    public static bool Contains(string text, IReadOnlyList<Token> tokens, int index)
    {
        var token = tokens[index];
        if (Contract.Contains(token.Text.TrimEnd('.')))
        {
            return true;
        }

        if (index == 0)
        {
            return false;
        }

        var before = text.AsSpan(0, token.Start).TrimEnd();
        return token.Text switch
        {
            // "Electrician's": the tokenizer splits the word at its apostrophe.
            "s" => before[^1] is '\'' or '’',
            _ when index < tokens.Count - 1 => false,
            _ when LegalForms.Contains(token.Text) => true,
            _ => before[^1] == ',' && char.IsUpper(text[token.Start]) && States.Contains(token.Text),
        };
    }
}
