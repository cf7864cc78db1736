namespace CareerRecs.Vocabulary;

/// <summary>
/// Corrects words that are no words. A word that a name has or that the encoder knows is no misspelling, however near
/// another word is: "wiring" is not "writing".
/// </summary>
internal sealed class WordSpelling(PhraseEncoder encoder)
{
    private readonly SpellingIndex _index = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <summary>Adds the words of a normalized name.</summary>
    public void Add(string name)
    {
        foreach (var word in name.Split(' '))
        {
            if (_ids.TryAdd(word, _words.Count))
            {
                _words.Add(word);
                if (word.All(char.IsAsciiLetter))
                {
                    _index.Add(word, _ids[word]);
                }
            }
        }
    }

    /// <summary>Whether the word is in a name or known to the encoder.</summary>
    public bool IsWord(string word) => _ids.ContainsKey(word) || encoder.Knows(word);

    /// <summary>The normalized name with two words in one where that is a word: "forklift truck" of "fork lift truck".</summary>
    public string JoinWords(string name) =>
        WrittenForms.List(name).FirstOrDefault(form => form.Length < name.Length && form.Split(' ').All(IsWord), name);

    /// <summary>Corrects a normalized name word for word; null if it has no misspelt word or one that is near no word.</summary>
    public (string Name, int Edits)? Correct(string name)
    {
        var words = name.Split(' ');
        var edits = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (IsWord(words[i]))
            {
                continue;
            }

            var (nearest, distance) = words[i].All(char.IsAsciiLetter) ? _index.Nearest(words[i]) : (-1, 0);
            if (nearest < 0 || !StartsAlike(words[i], _words[nearest]))
            {
                return null;
            }

            words[i] = _words[nearest];
            edits += distance;
        }

        return edits == 0 ? null : (string.Join(' ', words), edits);
    }

    /// <summary>Whether the words share the first letter or have the first two swapped; people rarely err in the first.</summary>
    private static bool StartsAlike(string one, string other) => one[0] == other[0] || (one[0] == other[1] && one[1] == other[0]);
}
