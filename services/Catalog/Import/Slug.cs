using System.Text;

namespace CareerRecs.Catalog.Import;

/// <summary>The readable last segment of a resource name.</summary>
public static class Slug
{
    private const int MaxLength = 100;

    /// <summary>
    /// Lower-case a-z, 0-9 and hyphens; the signs that tell C, C++ and C# apart are spelt out. A title without any of
    /// these letters gives <paramref name="otherwise"/>.
    /// </summary>
    public static string Of(string title, string otherwise = "skill")
    {
        var slug = new StringBuilder(title.Length + 8);
        for (var i = 0; i < title.Length && slug.Length < MaxLength; i++)
        {
            var c = char.ToLowerInvariant(title[i]);
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (c is '\'')
            {
                continue;
            }
            else
            {
                Append(slug, Spelt(c, title, i));
            }
        }

        return slug.ToString().Trim('-') is { Length: > 0 } made ? made : otherwise;
    }

    private static string Spelt(char c, string title, int i) =>
        c switch
        {
            '+' => "-plus-",
            '#' => "-sharp-",
            '&' => "-and-",
            '.' when i + 1 < title.Length && char.IsAsciiLetterOrDigit(title[i + 1]) && (i == 0 || title[i - 1] == ' ') =>
                "-dot-",
            _ => "-",
        };

    private static void Append(StringBuilder slug, string part)
    {
        if (slug.Length == 0 || slug[^1] == '-')
        {
            slug.Append(part.AsSpan(1));
        }
        else
        {
            slug.Append(part);
        }
    }
}
