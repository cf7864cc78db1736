using System.Collections.Frozen;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import;

/// <summary>
/// Words that ordinary text uses, so that a product of the same name ("Access", "Spark") is read only where something
/// else points to it. Taken from the occupations' own descriptions and tasks, and from a list of names known to mislead.
/// </summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "access",
        "acrobat",
        "act",
        "audition",
        "bash",
        "bootstrap",
        "chef",
        "concur",
        "docs",
        "drive",
        "eclipse",
        "edge",
        "ember",
        "epic",
        "excel",
        "express",
        "flash",
        "flow",
        "go",
        "hive",
        "illustrator",
        "impala",
        "inventor",
        "jersey",
        "julia",
        "keynote",
        "maya",
        "meet",
        "notion",
        "numbers",
        "office",
        "oracle",
        "outlook",
        "pages",
        "pig",
        "postman",
        "project",
        "publisher",
        "puppet",
        "react",
        "ruby",
        "rust",
        "safari",
        "sage",
        "selenium",
        "sheets",
        "slack",
        "solidity",
        "spark",
        "spring",
        "sketch",
        "swift",
        "teams",
        "unity",
        "windows",
        "word",
        "zoom"
    );

    /// <summary>The words of the roles' texts that stand there in lower case, and the known ones.</summary>
    public static Set In(IEnumerable<Role> roles)
    {
        var words = new HashSet<string>(Known, StringComparer.OrdinalIgnoreCase);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var role in roles)
        {
            Add(role.Overview, lookup);
            foreach (var task in role.Responsibilities.SelectMany(t => t.Items))
            {
                Add(task, lookup);
            }
        }

        return new Set(words);
    }

    private static void Add(ReadOnlySpan<char> text, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        foreach (var range in text.SplitAny(" ,.;:()/"))
        {
            var word = text[range];
            if (!word.IsEmpty && !word.ContainsAnyExceptInRange('a', 'z'))
            {
                words.Add(word);
            }
        }
    }

    /// <summary>The words found.</summary>
    public sealed class Set(HashSet<string> words)
    {
        /// <summary>
        /// Whether a name reads like ordinary text. One of one or two letters always does, one with a capital inside
        /// ("TypeScript", which to O*NET is also a typist's output) never.
        /// </summary>
        public bool Contains(string name)
        {
            if (name.Length <= 2)
            {
                return name.All(char.IsAsciiLetter);
            }
            return words.Contains(name) && !(char.IsAsciiLetterLower(name[1]) && name.AsSpan(1).ContainsAnyInRange('A', 'Z'));
        }
    }
}
