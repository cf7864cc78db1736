namespace CareerRecs.Catalog.Validation;

/// <summary>No skill is, over any number of steps, wider than itself, and no role succeeds itself.</summary>
internal static class LoopChecks
{
    public static void Run(Contents contents, Findings findings)
    {
        var broader = contents.SkillsByName.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<string>)pair.Value.Broader,
            StringComparer.Ordinal
        );
        foreach (var loop in Loops(broader))
        {
            findings.Error("BROADER_LOOP", $"Skills are wider than themselves: {string.Join(" > ", loop)}; take one step out.");
        }

        var successors = contents.RolesByName.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<string>)(pair.Value.Successor.Length == 0 ? [] : [pair.Value.Successor]),
            StringComparer.Ordinal
        );
        foreach (var loop in Loops(successors))
        {
            findings.Error("SUCCESSOR_LOOP", $"Roles succeed themselves: {string.Join(" > ", loop)}; take one step out.");
        }
    }

    /// <summary>
    /// Takes away, again and again, what leads nowhere; whatever remains leads into a loop. Without recursion, because a
    /// chain in an imported file may be as long as the file.
    /// </summary>
    private static IEnumerable<IReadOnlyList<string>> Loops(Dictionary<string, IReadOnlyList<string>> next)
    {
        var open = next.ToDictionary(pair => pair.Key, pair => pair.Value.Count(next.ContainsKey), StringComparer.Ordinal);
        var before = next.SelectMany(pair => pair.Value.Select(to => (To: to, From: pair.Key)))
            .ToLookup(step => step.To, step => step.From, StringComparer.Ordinal);
        var ends = new Queue<string>(open.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (ends.TryDequeue(out var end))
        {
            open.Remove(end);
            foreach (var from in before[end])
            {
                if (--open[from] == 0)
                {
                    ends.Enqueue(from);
                }
            }
        }

        var walked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in open.Keys.Order(StringComparer.Ordinal))
        {
            var path = new List<string>();
            var at = start;
            while (walked.Add(at))
            {
                path.Add(at);
                at = next[at].First(open.ContainsKey);
            }

            if (path.IndexOf(at) is var first and >= 0)
            {
                yield return [.. path.Skip(first), at];
            }
        }
    }
}
