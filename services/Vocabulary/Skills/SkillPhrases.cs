namespace CareerRecs.Vocabulary;

/// <summary>Names of skills as phrases of a running text, written apart or in one as people do.</summary>
internal sealed class SkillPhrases
{
    private const int LeastJoined = 7;
    private const int LeastBeforeVersion = 3;
    private const int LeastShortForm = 4;

    private readonly PhraseTrie _trie = new();
    private readonly List<(string[] Words, int Skill)> _names = [];

    /// <summary>Adds a normalized name.</summary>
    public void Add(string name, int skill)
    {
        var words = Array.ConvertAll(name.Split(' '), TextAnalysis.Singular);
        _trie.Add(words, skill);
        _names.Add((words, skill));
    }

    /// <summary>
    /// Adds names written apart or in one, behind all names as they are: "node js" and "nodejs" for "Node.js", "frontend"
    /// for "front end"; and "node", which only its context can tell from a word.
    /// </summary>
    public void AddOtherWritings()
    {
        foreach (var (words, skill) in _names)
        {
            if (
                words.Length == 2
                && words[0].Length + words[1].Length >= LeastJoined
                && words.All(word => word.All(char.IsAsciiLetter))
            )
            {
                _trie.Add([words[0] + words[1]], skill);
            }

            if (words.Length == 1 && words[0].IndexOf('.', 1) is > 0 and var dot)
            {
                _trie.Add([words[0].Remove(dot, 1)], skill);
                _trie.Add([words[0][..dot], words[0][(dot + 1)..]], skill);
                // The singular of "node.js" is "node.j".
                if (dot >= LeastShortForm && words[0].AsSpan(dot) is ".js" or ".j")
                {
                    _trie.Add([words[0][..dot]], skill);
                }
            }
        }

        _names.Clear();
    }

    /// <summary>
    /// Skills that the words name, longest names first, without overlaps: index of the skill, of its first word, and words.
    /// </summary>
    /// <param name="words">Words of the text in the singular.</param>
    /// <param name="ends">Index by word before which a name that starts there has to end.</param>
    public IEnumerable<(int Skill, int First, int Count)> Find(IReadOnlyList<string> words, IReadOnlyList<int> ends)
    {
        for (var i = 0; i < words.Count; )
        {
            var (skill, length) = _trie.Longest(words, i, ends[i]);
            if (skill < 0 && Unversioned(words[i]) is { } plain)
            {
                (skill, length) = (_trie.Single(plain), 1);
            }

            if (skill < 0)
            {
                i++;
                continue;
            }

            yield return (skill, i, length);
            i += length;
        }
    }

    /// <summary>"python" of "python3"; null for words without a version at their end.</summary>
    private static string? Unversioned(string word)
    {
        if (!char.IsAsciiDigit(word[^1]))
        {
            return null;
        }

        var name = word.TrimEnd("0123456789.".ToCharArray());
        return name.Length >= LeastBeforeVersion && name.All(char.IsAsciiLetter) ? name : null;
    }
}
