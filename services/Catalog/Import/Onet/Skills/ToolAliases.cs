using CareerRecs.Catalog.Import.Onet.Files;

namespace CareerRecs.Catalog.Import.Onet.Skills;

/// <summary>
/// Other writings of a technology skill, only where they are safe: an alias that is another skill's title is not
/// given, and one that two skills could have goes to the one more occupations use.
/// </summary>
public static class ToolAliases
{
    private static readonly string[] Generic = ["software", "system", "systems", "program", "programs", "language", "tools"];
    private static readonly string[] Joining = ["for", "and", "of", "the", "to", "in", "from", "&"];

    /// <summary>Gives the tools' skills their aliases and marks those that read like ordinary words.</summary>
    internal static void Assign(IEnumerable<Tool> tools, OnetDraft draft)
    {
        var ordinary = OrdinaryWords.In(draft.Roles);
        var taken = draft.Skills.Select(s => s.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Known short forms first: "Spark" is Apache's, however often another product could be called so.
        var ordered = tools
            .OrderByDescending(t => ShortForms.Has(t.Title))
            .ThenByDescending(t => t.Rows)
            .ThenBy(t => t.Title, StringComparer.Ordinal);
        foreach (var tool in ordered)
        {
            var skill = tool.Skill!;
            foreach (var alias in Of(tool.Title, tool.IsProminent))
            {
                if (skill.Title.Equals(alias, StringComparison.OrdinalIgnoreCase) || skill.Aliases.Contains(alias))
                {
                    continue;
                }
                if (taken.Add(alias))
                {
                    skill.Aliases.Add(alias);
                }
                else
                {
                    draft.Findings.Count("aliases left out, taken by another skill");
                }
            }

            skill.Ambiguous = skill.Aliases.Prepend(skill.Title).Any(ordinary.Contains);
            if (skill.Ambiguous)
            {
                draft.Findings.Count("technology skills read only in context");
            }
        }
    }

    /// <summary>The other writings of a title, before those of other skills are looked at.</summary>
    public static IEnumerable<string> Of(string title, bool prominent)
    {
        foreach (var known in ShortForms.Of(title))
        {
            yield return known;
        }

        if (title.StartsWith("Microsoft ", StringComparison.Ordinal))
        {
            yield return "MS " + WithoutSoftware(title)["Microsoft ".Length..];
        }

        var whole = WithoutSoftware(title);
        if (whole.Length < title.Length && IsProperName(whole))
        {
            yield return whole;
        }

        if (Parenthetical(title) is var (outside, inside))
        {
            yield return outside;
            yield return inside;
        }
        else if (prominent && Initials(title) is var (phrase, initials))
        {
            yield return initials;
            yield return phrase;
        }
    }

    private static string WithoutSoftware(string title) =>
        title.EndsWith(" software", StringComparison.Ordinal) ? title[..^" software".Length] : title;

    // "ESRI ArcGIS", not "Accounting" or "Web server": a name of several capitalized words.
    private static bool IsProperName(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.All(w => char.IsUpper(w[0]) || char.IsDigit(w[0]));
    }

    // "Adobe Experience Manager (AEM)".
    private static (string Outside, string Inside)? Parenthetical(string title)
    {
        var open = title.IndexOf(" (", StringComparison.Ordinal);
        if (open <= 0 || !title.EndsWith(')'))
        {
            return null;
        }
        var inside = title[(open + 2)..^1];
        return inside.Length is > 2 and <= 8 && inside.All(char.IsAsciiLetterUpper) ? (title[..open], inside) : null;
    }

    // "Structured query language SQL", "Amazon Web Services AWS software": the last two initials must agree, which
    // admits HTML and XML and keeps out product names in capitals.
    private static (string Phrase, string Initials)? Initials(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var end = words.Length;
        while (end > 0 && Generic.Contains(words[end - 1]))
        {
            end--;
        }
        if (end < 3)
        {
            return null;
        }
        var acronym = words[end - 1];
        var phrase = words[..(end - 1)];
        var full = phrase.Where(w => !Joining.Contains(w)).ToArray();
        if (acronym.Length is < 3 or > 6 || !acronym.All(char.IsAsciiLetterUpper) || full.Length < 2)
        {
            return null;
        }
        var agree = char.ToUpperInvariant(full[^1][0]) == acronym[^1] && char.ToUpperInvariant(full[^2][0]) == acronym[^2];
        return agree ? (string.Join(' ', phrase), acronym) : null;
    }
}
